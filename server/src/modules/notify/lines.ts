// Work that waits in the database, one line per organization: woken by a commit, and swept every few seconds for what fell due or
// was left by a server that died.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { Log } from "../../log.ts";

const SWEEP_MS = 5_000;
const CLEAN_MS = 3_600_000;

export interface Lines {
  /** Something may be due in this organization: look soon. */
  wake(organizationId: string): void;
  /** Looks through all organizations once and waits for what is due. */
  sweep(): Promise<void>;
  start(): void;
  /** Lets what is under way come to its end. */
  stop(): Promise<void>;
}

interface Options {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** How many are worked on at once in one organization. */
  readonly abreast: number;
  /** Takes one that is due and does it; answers whether there was one. */
  work(organizationId: string): Promise<boolean>;
  /** Called every hour: deletes what nobody asks for any more. */
  clean(organizationId: string): Promise<void>;
}

/** Builds the lines; nothing runs before it is woken or started. */
export function createLines({ database, clock, log, abreast, work, clean }: Options): Lines {
  const running = new Map<string, { done: Promise<void>; again: boolean }>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let cleanedAt = clock.now();

  async function follow(organizationId: string): Promise<void> {
    while (!stopped && (await work(organizationId)));
  }

  async function drain(organizationId: string, line: { again: boolean }): Promise<void> {
    do {
      line.again = false;
      await Promise.all(Array.from({ length: abreast }, () => follow(organizationId)));
    } while (line.again && !stopped);
  }

  function run(organizationId: string): Promise<void> {
    if (stopped) return Promise.resolve();
    const under = running.get(organizationId);
    if (under !== undefined) {
      under.again = true;
      return under.done;
    }
    const line = { done: Promise.resolve(), again: false };
    running.set(organizationId, line);
    line.done = drain(organizationId, line)
      .catch((error: unknown) =>
        log.warn({ err: error, organizationId }, "what waits to be sent could not be looked at; the next sweep does"),
      )
      .finally(() => running.delete(organizationId));
    return line.done;
  }

  async function sweep(): Promise<void> {
    const organizations = await database.global((tx) => tx.organizationDirectory.findMany());
    await Promise.all(organizations.map(({ id }) => run(id)));
    if (clock.now() - cleanedAt < CLEAN_MS) return;
    cleanedAt = clock.now();
    for (const { id } of organizations) await clean(id);
  }

  return {
    wake: (organizationId) => void run(organizationId),
    sweep,
    start() {
      timer = setInterval(
        () => void sweep().catch((error: unknown) => log.warn({ err: error }, "what waits to be sent could not be swept")),
        SWEEP_MS,
      );
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
