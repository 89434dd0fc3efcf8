// SQL text generated from the registry of kinds. Only constants of kinds.ts and levels.ts become identifiers; values are always parameters.
//
// A "part" is what every table's row is turned into before buckets are made of it: organization_id, resource_id, object, at, last_at and, for
// each metric, count, sum, min, max and last. So a bucket is made in one way, whatever it is made from.
import { Prisma } from "../../generated/prisma/client.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { Level, LevelName, SourceName } from "./levels.ts";

/** Names that came from the registries, as SQL. The single place where text becomes SQL for Prisma: never pass it anything else. */
export const registrySql = (text: string): Prisma.Sql => Prisma.raw(text);

/** A level's table of one kind. */
export const tableOf = (kind: Kind, level: LevelName): string => `telemetry.${kind.name}_${level}`;

/** The five columns of one metric in a table of buckets. */
const columnsOf = (metric: string): string[] => ["count", "sum", "min", "max", "last"].map((part) => `${metric}_${part}`);

const bucketColumns = (kind: Kind): string => kind.metrics.flatMap(({ name }) => columnsOf(name)).join(", ");

/** What rows of one kind are selected from: a level's table, or the reports taken apart into a row for each thing. */
export function rowsOf(kind: Kind, source: SourceName): string {
  if (source !== "raw") return `${tableOf(kind, source)} as r`;
  const values = kind.metrics.map(({ name }, index) => `${kind.name}_values[(n - 1) * ${kind.metrics.length} + ${index + 1}] as ${name}`);
  if (kind.name === "host")
    return `(select organization_id, resource_id, '' as object, at, ${kind.metrics.map(({ name }) => name).join(", ")}
      from telemetry.report_raw where cpu is not null or memory_used is not null) as r`;
  return `(select organization_id, resource_id, object, at, ${values.join(", ")}
      from telemetry.report_raw cross join lateral unnest(${kind.name}_objects) with ordinality as things (object, n)) as r`;
}

/** The tables that a source's rows lie in. */
export const sourceTables = (source: SourceName): string[] =>
  source === "raw" ? ["telemetry.report_raw"] : KINDS.map((kind) => tableOf(kind, source));

/** The select list that turns a source's rows into parts. */
export function partsOf(kind: Kind, source: SourceName): string {
  if (source !== "raw") return `organization_id, resource_id, object, bucket as at, last_at, ${bucketColumns(kind)}`;
  const values = kind.metrics.map(
    ({ name }) =>
      `(${name} is not null)::integer as ${name}_count, ${name} as ${name}_sum, ${name} as ${name}_min, ${name} as ${name}_max, ${name} as ${name}_last`,
  );
  return `organization_id, resource_id, object, at, at as last_at, ${values.join(", ")}`;
}

export const timeColumn = (source: SourceName): "at" | "bucket" => (source === "raw" ? "at" : "bucket");

/** Adds parts up to buckets of a level and merges them into its table. `last` is what the newest report of the bucket says, null included. */
export function mergeParts(kind: Kind, level: Level, parts: string): string {
  const sums = kind.metrics.map(
    ({ name }) =>
      `sum(${name}_count)::integer, sum(${name}_sum), min(${name}_min), max(${name}_max), max(${name}_last) filter (where newest = 1)`,
  );
  const merges = kind.metrics.map(
    ({ name }) => `
      ${name}_count = t.${name}_count + excluded.${name}_count,
      ${name}_sum = coalesce(t.${name}_sum + excluded.${name}_sum, t.${name}_sum, excluded.${name}_sum),
      ${name}_min = least(t.${name}_min, excluded.${name}_min),
      ${name}_max = greatest(t.${name}_max, excluded.${name}_max),
      ${name}_last = case when excluded.last_at >= t.last_at then excluded.${name}_last else t.${name}_last end`,
  );
  return `
    insert into ${tableOf(kind, level.name)} as t (organization_id, resource_id, object, bucket, last_at, ${bucketColumns(kind)})
    select organization_id, resource_id, object, bucket, max(last_at), ${sums.join(", ")}
      from (select *, row_number() over (partition by resource_id, object, bucket order by last_at desc) as newest
              from (select *, date_bin('${level.seconds} seconds', at, 'epoch') as bucket from (${parts}) as p) as b) as n
      group by organization_id, resource_id, object, bucket
    on conflict (resource_id, object, bucket) do update set
      last_at = greatest(t.last_at, excluded.last_at), ${merges.join(", ")}`;
}

/** Parts of the given raw rows: $1 organizations, $2 resources, $3 objects, $4 times (milliseconds), then one array for each metric. */
export function partsOfArrays(kind: Kind): string {
  const arrays = kind.metrics.map((_, index) => `$${index + 5}::double precision[]`);
  const names = kind.metrics.map(({ name }) => name);
  return `select ${partsOf(kind, "raw")} from (
      select organization_id, resource_id, object, to_timestamp(ms / 1000.0) as at, ${names.join(", ")}
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], ${arrays.join(", ")})
          as a (organization_id, resource_id, object, ms, ${names.join(", ")})) as r`;
}
