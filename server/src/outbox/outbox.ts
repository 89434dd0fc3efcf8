// The dispatching side: one line of work per organization, so that a failing handler holds up nobody else's events.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/index.ts";
import type { DomainEvent, EventName } from "../events.ts";
import type { Log } from "../log.ts";
import { deletePublished, findUnpublished, listOrganizations, markPublished } from "./queries.ts";

const BATCH = 100;
const SWEEP_MS = 5_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const KEEP_MS = 7 * 24 * 3_600_000;
const CLEAN_MS = 3_600_000;

type EventHandler<Name extends EventName = EventName> = (event: DomainEvent<Name>) => Promise<void> | void;

export interface Outbox {
  /** Adds a handler of one kind of event, or of all ("*"). Handlers of an event run one after the other, in the order they came. */
  subscribe<Name extends EventName>(name: Name, handler: EventHandler<Name>): void;
  subscribe(name: "*", handler: EventHandler): void;
  /** Something was published in this organization: look soon. */
  wake(organizationId: string): void;
  /** Looks through all organizations once and waits for what is due. Organizations that wait out a failure are left alone. */
  sweep(): Promise<void>;
  /** Begins sweeping every few seconds: what a crash between commit and telling left behind is told then. */
  start(): void;
  /** Finishes the event under way and stops. */
  stop(): Promise<void>;
}

interface Line {
  running: Promise<void> | undefined;
  /** Woken while running: look once more. */
  again: boolean;
  failures: number;
  /** Not before this, milliseconds since 1970. */
  notBefore: number;
}

export function createOutbox(deps: { database: Database; clock: Clock; log: Log }): Outbox {
  const { database, clock, log } = deps;
  const handlers = new Map<string, EventHandler[]>();
  const lines = new Map<string, Line>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let cleanedAt = clock.now();

  const lineOf = (organizationId: string): Line => {
    const line = lines.get(organizationId) ?? { running: undefined, again: false, failures: 0, notBefore: 0 };
    lines.set(organizationId, line);
    return line;
  };

  async function tell(event: DomainEvent): Promise<void> {
    for (const handler of [...(handlers.get(event.name) ?? []), ...(handlers.get("*") ?? [])]) await handler(event);
  }

  /** Tells everything that waits; leaves at the first failure, so that order holds. */
  async function drain(organizationId: string, line: Line): Promise<void> {
    do {
      line.again = false;
      for (let events = await findUnpublished(database, organizationId, BATCH); events.length > 0; ) {
        for (const event of events) {
          if (stopped) return;
          await tell(event);
          await markPublished(database, organizationId, event.id, new Date(clock.now()));
          line.failures = 0;
        }
        events = events.length < BATCH ? [] : await findUnpublished(database, organizationId, BATCH);
      }
    } while (line.again);
  }

  function run(organizationId: string): Promise<void> {
    const line = lineOf(organizationId);
    if (stopped || clock.now() < line.notBefore) return Promise.resolve();
    if (line.running !== undefined) {
      line.again = true;
      return line.running;
    }
    line.running = drain(organizationId, line)
      .catch((error: unknown) => {
        const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** line.failures++);
        line.notBefore = clock.now() + wait;
        log.error({ err: error, organizationId, failures: line.failures, retryInMs: wait }, "an event could not be handled");
      })
      .finally(() => {
        line.running = undefined;
      });
    return line.running;
  }

  async function sweep(): Promise<void> {
    const organizations = await listOrganizations(database);
    await Promise.all(organizations.map(run));
    if (clock.now() - cleanedAt < CLEAN_MS) return;
    cleanedAt = clock.now();
    for (const id of organizations) await deletePublished(database, id, new Date(clock.now() - KEEP_MS));
  }

  return {
    subscribe(name: string, handler: EventHandler<never>) {
      handlers.set(name, [...(handlers.get(name) ?? []), handler as EventHandler]);
    },
    wake: (organizationId) => void run(organizationId),
    sweep,
    start() {
      timer = setInterval(() => void sweep().catch((error: unknown) => log.warn({ err: error }, "events could not be swept")), SWEEP_MS);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([...lines.values()].map((line) => line.running));
    },
  };
}
