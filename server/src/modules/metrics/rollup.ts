// Closes finished buckets: each level from the one before it, in one transaction that also moves the level's `upto`.
// A report counts in a level exactly once: by this job when it was stored before its bucket closed, by the ingest's merge otherwise.
import type pg from "pg";
import type { Clock } from "../../clock.ts";
import { KINDS } from "./kinds.ts";
import { LEVELS, type Level } from "./levels.ts";
import type { Partitions } from "./partitions.ts";
import { closedUpto, floorTo, initializeProgress, moveUpto, readUpto } from "./progress.ts";
import { mergeParts, partsOf, rowsOf, timeColumn } from "./sql.ts";

/** Any number that no other part of Vigia uses: two servers must not do the same work. */
const ADVISORY_LOCK = 7_301_002;
/** Most buckets in one transaction: ingest waits for it, so it must be short also after a long pause. */
const MOST_BUCKETS = 30;

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
    const mine = rows[0]?.mine === true && (await readUpto(client, level.name, true)) === due.from;
    if (mine) {
      for (const kind of KINDS) {
        const time = timeColumn(level.source);
        const parts = `select ${partsOf(kind, level.source)} from ${rowsOf(kind, level.source)}
          where ${time} >= to_timestamp($1 / 1000.0) and ${time} < to_timestamp($2 / 1000.0)`;
        await client.query(mergeParts(kind, level, parts), [due.from, due.to]);
      }
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

/** The next buckets to close, milliseconds; undefined when there are none. */
async function slice(pool: pg.Pool, level: Level, nowMs: number): Promise<{ from: number; to: number } | undefined> {
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
