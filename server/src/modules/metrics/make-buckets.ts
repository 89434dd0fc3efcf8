// Buckets of a level from the rows of its source, for all resources or for some, in the open transaction.
import type pg from "pg";
import { KINDS } from "./kinds.ts";
import type { Level } from "./levels.ts";
import { mergeParts, partsOf, rowsOf, sourceTables, tableOf, timeColumn } from "./sql.ts";

/** Buckets that begin from `from` on and before `to`, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const within = (time: "at" | "bucket"): string => `${time} >= to_timestamp($1 / 1000.0) and ${time} < to_timestamp($2 / 1000.0)`;

/** Makes the buckets of all resources; with `resources` only theirs. */
export async function makeBuckets(client: pg.ClientBase, level: Level, span: Span, resources?: readonly string[]): Promise<void> {
  const only = resources === undefined ? "" : "and resource_id = any($3::uuid[])";
  for (const kind of KINDS) {
    const parts = `select ${partsOf(kind, level.source)} from ${rowsOf(kind, level.source)} where ${within(timeColumn(level.source))} ${only}`;
    await client.query(mergeParts(kind, level, parts), [span.from, span.to, ...(resources === undefined ? [] : [resources])]);
  }
}

/** Makes the buckets of these resources again: what this transaction made of them is forgotten. */
export async function makeBucketsAgain(client: pg.ClientBase, level: Level, span: Span, resources: readonly string[]): Promise<void> {
  for (const kind of KINDS)
    await client.query(`delete from ${tableOf(kind, level.name)} where ${within("bucket")} and resource_id = any($3::uuid[])`, [
      span.from,
      span.to,
      resources,
    ]);
  await makeBuckets(client, level, span, resources);
}

/** The resources whose rows in the level's source may have been written by a transaction that was not over at `xid`, the oldest running then. */
export async function movedSince(client: pg.ClientBase, level: Level, span: Span, xid: string): Promise<string[]> {
  const selects = sourceTables(level.source).map(
    (table) => `select resource_id from ${table} where ${within(timeColumn(level.source))} and age(xmin) <= age($3::text::xid)`,
  );
  const { rows } = await client.query<{ resource_id: string }>(selects.join(" union "), [span.from, span.to, xid]);
  return rows.map(({ resource_id }) => resource_id);
}
