// Sweeps every organization's files at start and once a day. One server does it at a time, whoever else shares the database.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { Log } from "../../log.ts";
import { type SweepParts, type Swept, sweep } from "./sweep.ts";

const DAY_MS = 86_400_000;
/** Any number that nobody else locks. */
const ADVISORY_LOCK = 7_316_016;

export interface Sweeper {
  /** Sweeps now, after what is under way. Never rejects: what fails is told and tried again the next day. */
  sweep(): Promise<void>;
  /** Since the start; and when the last whole sweep ended, milliseconds since 1970. */
  standing(): Swept & { readonly sweptAt: number | undefined };
  start(): void;
  /** Ends after the organization at hand. */
  stop(): Promise<void>;
}

export interface SweeperParts extends SweepParts {
  readonly clock: Clock;
  readonly log: Log;
}

/** Builds it. */
export function createSweeper(parts: SweeperParts): Sweeper {
  const { database, clock, log } = parts;
  const sum = { expired: 0, unnamed: 0, halves: 0 };
  let sweptAt: number | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();

  async function sweepAll(): Promise<void> {
    const organizations = await database.global((tx) =>
      tx.organizationDirectory.findMany({ select: { id: true }, orderBy: { id: "asc" } }),
    );
    for (const { id } of organizations) {
      if (stopped) return;
      const swept = await sweep(parts, id);
      sum.expired += swept.expired;
      sum.unnamed += swept.unnamed;
      sum.halves += swept.halves;
    }
    sweptAt = clock.now();
  }

  function next(): Promise<void> {
    work = work
      .then(() => alone(database, sweepAll))
      .catch((error: unknown) => log.warn({ err: error }, "files could not be swept and are tried again"));
    return work;
  }

  return {
    sweep: next,
    standing: () => ({ ...sum, sweptAt }),
    start() {
      void next();
      timer = setInterval(() => void next(), DAY_MS).unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await work;
    },
  };
}

/** Does the work unless another server does it just now. The lock goes with its connection, whatever happens to this process. */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  const client = await database.telemetry.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [ADVISORY_LOCK]);
    if (rows[0]?.mine !== true) return;
    try {
      await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [ADVISORY_LOCK]);
    }
  } finally {
    client.release();
  }
}
