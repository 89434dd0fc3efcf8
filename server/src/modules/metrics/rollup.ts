// Closes finished buckets: each level from the one before it, in one transaction that also moves the level's `upto`.
// A report counts in a level exactly once: by this job when it was stored before its bucket closed, by the ingest's merge otherwise.
import type pg from "pg";
import type { Clock } from "../../clock.ts";
import { LEVELS, type Level } from "./levels.ts";
import { makeBuckets, makeBucketsAgain, movedSince, type Span } from "./make-buckets.ts";
import type { Partitions } from "./partitions.ts";
import { closedUpto, floorTo, initializeProgress, moveUpto, readUpto } from "./progress.ts";

/** Any number that no other part of Vigia uses: two servers must not do the same work. */
const ADVISORY_LOCK = 7_301_002;
/** Most buckets in one transaction, so that it is short also after a long pause. */
const MOST_BUCKETS = 30;
/** Buckets that begin within this time get nothing but what the job makes of them: what is older may come into a level past its source
 * (late.ts), and then the job makes ingest wait while it works. Milliseconds. */
const RECENT_MS = 24 * 3_600_000;

export interface RollupParts {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly partitions: Partitions;
}

/** Makes every level as far as it can be made now, or until the signal; another server doing it at the moment is left alone. */
export async function rollUp({ pool, clock, partitions }: RollupParts, signal?: AbortSignal): Promise<void> {
  await initializeProgress(pool, clock.now());
  for (const level of LEVELS) {
    while (!signal?.aborted && (await closeSome(pool, level, clock.now(), partitions)));
  }
}

/** One transaction. Answers whether there is more to do. */
async function closeSome(pool: pg.Pool, level: Level, nowMs: number, partitions: Partitions): Promise<boolean> {
  const due = await slice(pool, level, nowMs);
  if (due === undefined) return false;
  await partitions.ensure([due.from, due.to - 1]);
  const client = await pool.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [ADVISORY_LOCK]);
    const recent = due.from > nowMs - RECENT_MS;
    const mine = rows[0]?.mine === true && (await readUpto(client, level.name, !recent)) === due.from;
    if (mine) {
      if (recent) await makeWhileReportsCome(client, level, due);
      else await makeBuckets(client, level, due);
      await moveUpto(client, level.name, due.to);
    }
    await client.query("commit");
    return mine;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Makes the buckets of a whole fleet, which may take a second, without keeping any report waiting for so long: only then are reports
 * stopped, and the buckets of resources of which one came meanwhile are made again. Leaves the level's `upto` locked.
 */
async function makeWhileReportsCome(client: pg.ClientBase, level: Level, due: Span): Promise<void> {
  const { rows } = await client.query<{ xid: string }>("select pg_snapshot_xmin(pg_current_snapshot())::xid::text as xid");
  await makeBuckets(client, level, due);
  await readUpto(client, level.name, true);
  const moved = await movedSince(client, level, due, rows[0]?.xid ?? "0");
  if (moved.length > 0) await makeBucketsAgain(client, level, due, moved);
}

/** The next buckets to close, milliseconds; undefined when there are none. */
async function slice(pool: pg.Pool, level: Level, nowMs: number): Promise<Span | undefined> {
  const client = await pool.connect();
  try {
    const from = await readUpto(client, level.name);
    let end = closedUpto(level, nowMs);
    const source = LEVELS.find(({ name }) => name === level.source);
    if (source !== undefined) end = Math.min(end, floorTo(await readUpto(client, source.name), level.seconds * 1000));
    const to = Math.min(end, from + MOST_BUCKETS * level.seconds * 1000);
    return to > from ? { from, to } : undefined;
  } finally {
    client.release();
  }
}
