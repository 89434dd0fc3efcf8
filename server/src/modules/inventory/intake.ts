// Makes rows of what waits in the inbox, one machine after the other: at start of what was left, and from then on of what delivery tells.
import type { WireRecord } from "@vigia/protocol";
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { backOff, isRecordsFault, reasonOf } from "../../delivery/index.ts";
import type { AgentPort } from "../../gateway/port.ts";
import type { Log } from "../../log.ts";
import type { Marks } from "../resources/index.ts";
import { applyInbox } from "./apply.ts";
import { waiting } from "./inbox.ts";
import { emptyInbox, nameOf, readInbox, writeHead } from "./store.ts";

interface Machine {
  readonly organizationId: string;
  readonly resourceId: string;
}

export interface IntakeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly publish: Marks["publish"];
  readonly agents: Pick<AgentPort, "requestInventory">;
  /** Told when an open page of the machine is worth fetching again. */
  readonly news: (machine: Machine) => void;
}

export interface Intake {
  /** Delivery's hook after COMMIT. Never throws. */
  committed(machine: Machine, records: readonly WireRecord[]): void;
  /** Begins with what waits from before. */
  start(): void;
  /** Resolves when nothing waits that was told of. */
  idle(): Promise<void>;
  /** Ends after the machine at hand; the rest waits in the database. */
  stop(): Promise<void>;
}

/** Builds it. */
export function createIntake({ database, clock, log, publish, agents, news }: IntakeParts): Intake {
  /** By resource, in the order they were told of. */
  const queue = new Map<string, Machine>();
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  function add(machines: readonly Machine[]): void {
    for (const machine of machines) queue.set(machine.resourceId, machine);
    if (queue.size > 0 && !stopping.signal.aborted) running ??= drain().finally(() => (running = undefined));
  }

  async function drain(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const [machine] = queue.values();
      if (machine === undefined) return;
      queue.delete(machine.resourceId);
      try {
        await take(machine);
        failures = 0;
      } catch (error) {
        queue.set(machine.resourceId, machine);
        failures++;
        log.warn({ err: error, failures }, "inventories wait: the database does not take them");
        await backOff(failures, stopping.signal);
      }
    }
  }

  /** Throws when the database is to blame; what a record is to blame for is put away, so that it blocks nothing. */
  async function take(machine: Machine): Promise<void> {
    const { organizationId, resourceId } = machine;
    try {
      const applied = await database.withTenant(organizationId, (tx) =>
        applyInbox(tx, { publish }, organizationId, resourceId, clock.now()),
      );
      if (applied.more) queue.set(resourceId, machine);
      if (applied.askForAll) agents.requestInventory(resourceId, true);
      if (applied.news) news(machine);
    } catch (error) {
      if (!isRecordsFault(error)) throw error;
      log.error({ err: error, resourceId }, "an inventory could not be applied");
      await giveUp(machine, reasonOf(error));
    }
  }

  async function giveUp({ organizationId, resourceId }: Machine, reason: string): Promise<void> {
    const more = await database.withTenant(organizationId, async (tx) => {
      const rows = await readInbox(tx, resourceId);
      if ((await nameOf(tx, resourceId)) !== undefined)
        await writeHead(tx, organizationId, resourceId, { malformedAt: new Date(clock.now()), malformed: reason });
      return emptyInbox(
        tx,
        resourceId,
        rows.map(({ id }) => id),
      );
    });
    if (more) queue.set(resourceId, { organizationId, resourceId });
  }

  return {
    committed({ organizationId, resourceId }, records) {
      if (records.some(({ body }) => body === "inventorySection" || body === "inventoryTaken")) add([{ organizationId, resourceId }]);
    },
    start() {
      waiting(database.telemetry)
        .then(add)
        .catch((error: unknown) => log.error({ err: error }, "inventories that wait from before could not be looked for"));
    },
    async idle() {
      while (running !== undefined) await running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
