// Reads charts through row-level security: a level's rows, then what the job has not made yet from each finer table, down to raw.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import type { Kind } from "./kinds.ts";
import type { Level } from "./levels.ts";
import { chainOf, type Range } from "./range.ts";
import { partsOf, registrySql, rowsOf } from "./sql.ts";

/** Most things of one kind in an answer, those seen last: container interfaces come and go by the thousand. */
const MOST_OBJECTS = 100;

/** One bucket of one object: `slot` counts steps from the range's first. The other columns are METRIC_avg, _min, _max and _last. */
export type BucketRow = { object: string; slot: number } & Record<string, unknown>;

/** Whether the resource is there and within reach. Reads the resources module's table because a chart of nothing and of nobody differ. */
export async function resourceExists(tx: Tx, reach: Reach, resourceId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`select from resources r
    where r.id = ${resourceId}::uuid and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  return rows.length > 0;
}

/** All buckets of one kind in the range that hold at least one report, by object and time. */
export function readBuckets(tx: Tx, kind: Kind, resourceId: string, range: Range): Promise<BucketRow[]> {
  const values = kind.metrics.map(
    ({ name }) =>
      `sum(${name}_sum) / nullif(sum(${name}_count), 0) as ${name}_avg, min(${name}_min) as ${name}_min, max(${name}_max) as ${name}_max,
       max(${name}_last) filter (where newest = 1) as ${name}_last`,
  );
  return tx.$queryRaw<BucketRow[]>`
    with parts as materialized (
      select *, floor((extract(epoch from at) * 1000 - ${range.firstMs}::bigint) / ${range.stepSeconds * 1000}::bigint)::integer as slot
      from (${partsInRange(kind, resourceId, range)}) as p
    ), shown as (
      select object from parts group by object order by max(last_at) desc, object limit ${MOST_OBJECTS}
    ), ranked as (
      select *, row_number() over (partition by object, slot order by last_at desc) as newest
      from parts where object in (select object from shown)
    )
    select object, slot, ${registrySql(values.join(", "))} from ranked group by object, slot order by object, slot`;
}

/** The parts of one resource in the range. A report is in exactly one of the tables, because each takes over where the coarser one ends. */
function partsInRange(kind: Kind, resourceId: string, range: Range): Prisma.Sql {
  const chain = chainOf(range.source);
  const [from, to] = [new Date(range.firstMs).toISOString(), new Date(range.toMs).toISOString()];
  const levels = chain.map((level, index) => {
    const coarser = chain[index - 1];
    return Prisma.sql`
      select ${registrySql(partsOf(kind, level.name))} from ${registrySql(rowsOf(kind, level.name))}
      where ${ofTenant("r")} and resource_id = ${resourceId}::uuid and bucket >= ${from}::timestamptz and bucket < ${to}::timestamptz${notYetIn(coarser, "bucket")}`;
  });
  const raw = Prisma.sql`
      select ${registrySql(partsOf(kind, "raw"))} from ${registrySql(rowsOf(kind, "raw"))}
      where ${ofTenant("r")} and resource_id = ${resourceId}::uuid and at >= ${from}::timestamptz and at < ${to}::timestamptz${notYetIn(chain.at(-1), "at")}`;
  return Prisma.join([...levels, raw], " union all ");
}

/** A condition: the coarser level's job has not passed this time yet. */
function notYetIn(coarser: Level | undefined, column: "at" | "bucket"): Prisma.Sql {
  if (coarser === undefined) return Prisma.empty;
  return Prisma.sql` and ${registrySql(column)} >= (select upto from telemetry.rollup_progress where level = ${coarser.name})`;
}
