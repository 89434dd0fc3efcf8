// How far each level is made: buckets that begin before `upto` are closed by the job, and reports older than it go into the level at once.
import type pg from "pg";
import { LEVELS, type Level, type LevelName } from "./levels.ts";

/** Reports are expected within this time; what comes later is late, milliseconds. */
const CLOSE_AFTER_MS = 90_000;

/** Where a level's closed part may end now, milliseconds: the last bucket border at least 90 s ago. */
export const closedUpto = (level: Level, nowMs: number): number => floorTo(nowMs - CLOSE_AFTER_MS, level.seconds * 1000);

export const floorTo = (ms: number, step: number): number => Math.floor(ms / step) * step;

/** `upto` of each level, milliseconds since 1970. */
export type Progress = { readonly [Name in LevelName]: number };

/** Starts every level at the present, once in a database's life. */
export async function initializeProgress(client: pg.Pool | pg.ClientBase, nowMs: number): Promise<void> {
  await client.query(
    `insert into telemetry.rollup_progress (level, upto)
      select level, to_timestamp(ms / 1000.0) from unnest($1::text[], $2::bigint[]) as p (level, ms) on conflict do nothing`,
    [LEVELS.map(({ name }) => name), LEVELS.map((level) => closedUpto(level, nowMs))],
  );
}

/** Reads all levels and keeps the job from moving them until the transaction ends, so that a report counts in each level exactly once. */
export async function holdProgress(client: pg.ClientBase): Promise<Progress> {
  const { rows } = await client.query<{ level: LevelName; ms: string }>({
    name: "metrics-hold-progress",
    text: "select level, (extract(epoch from upto) * 1000)::bigint as ms from telemetry.rollup_progress order by level for share",
  });
  const found = new Map(rows.map(({ level, ms }) => [level, Number(ms)]));
  const of = (name: LevelName): number => {
    const upto = found.get(name);
    if (upto === undefined) throw new Error(`telemetry.rollup_progress has no row for ${name}`);
    return upto;
  };
  return { "1m": of("1m"), "5m": of("5m"), "1h": of("1h") };
}

/** One level's `upto`, milliseconds; with `lock` no report can be taken until the transaction ends. */
export async function readUpto(client: pg.ClientBase, name: LevelName, lock = false): Promise<number> {
  const { rows } = await client.query<{ ms: string }>(
    `select (extract(epoch from upto) * 1000)::bigint as ms from telemetry.rollup_progress where level = $1 ${lock ? "for update" : ""}`,
    [name],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`telemetry.rollup_progress has no row for ${name}`);
  return Number(row.ms);
}

export async function moveUpto(client: pg.ClientBase, name: LevelName, uptoMs: number): Promise<void> {
  await client.query("update telemetry.rollup_progress set upto = to_timestamp($2 / 1000.0) where level = $1", [name, uptoMs]);
}
