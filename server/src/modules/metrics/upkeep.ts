// The module's recurring work: closing buckets, making and dropping partitions, forgetting old gaps and quarantined records.
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Clock } from "../../clock.ts";
import type { Log } from "../../log.ts";
import { createPartitions, type Partitions } from "./partitions.ts";
import { rollUp } from "./rollup.ts";

const ROLLUP_EVERY_MS = 20_000;
const MAINTAIN_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
const KEEP_GAPS_MS = 400 * DAY_MS;
const KEEP_QUARANTINE_MS = 35 * DAY_MS;

export interface Upkeep {
  /** Makes the partitions for now, then keeps on with all of it. Rejects when the first partitions cannot be made. */
  start(): Promise<void>;
  /** Finishes the transaction under way and stops. */
  stop(): Promise<void>;
}

export interface UpkeepParts {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly partitions?: Partitions;
}

export function createUpkeep({ pool, clock, log, partitions = createPartitions(pool, clock) }: UpkeepParts): Upkeep {
  const stopping = new AbortController();
  let loops: Promise<void>[] = [];

  async function maintain(): Promise<void> {
    const dropped = await partitions.maintain();
    await forget(pool, clock.now());
    if (dropped > 0) log.info({ dropped }, "telemetry partitions whose time is over were dropped");
  }

  async function repeat(firstAfterMs: number, everyMs: number, what: string, work: () => Promise<void>): Promise<void> {
    for (let waitMs = firstAfterMs; ; waitMs = everyMs) {
      await pause(waitMs, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        await work();
      } catch (error) {
        log.warn({ err: error }, `${what} failed and is tried again`);
      }
    }
  }

  const close = () => rollUp({ pool, clock, partitions }, stopping.signal);

  return {
    async start() {
      await maintain();
      loops = [
        // Closing what was left open by a long pause takes a while; charts are right without it, so nobody waits.
        repeat(0, ROLLUP_EVERY_MS, "closing telemetry buckets", close),
        repeat(MAINTAIN_EVERY_MS, MAINTAIN_EVERY_MS, "telemetry partition upkeep", maintain),
      ];
    },
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** Deletes gaps older than the charts they explain, and quarantined records nobody looked at for 35 days. */
export async function forget(pool: pg.Pool, nowMs: number): Promise<void> {
  await pool.query("delete from telemetry.gaps where last_at < to_timestamp($1 / 1000.0)", [nowMs - KEEP_GAPS_MS]);
  await pool.query("delete from telemetry.quarantine where received_at < to_timestamp($1 / 1000.0)", [nowMs - KEEP_QUARANTINE_MS]);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
