// Puts a chart together: the same times for every series, null where a bucket holds no report. Nothing is ever interpolated.
import type { Tx } from "../../database/index.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { type BucketRow, readBuckets } from "./queries.ts";
import type { Range } from "./range.ts";
import type { MetricSeries, ResourceMetrics } from "./schemas.ts";

/** The chart of one resource in the transaction's organization; no series when it never reported. */
export async function readChart(tx: Tx, resourceId: string, range: Range): Promise<ResourceMetrics> {
  const series: MetricSeries[] = [];
  for (const kind of KINDS) series.push(...toSeries(kind, await readBuckets(tx, kind, resourceId, range), range.points));
  return {
    from: new Date(range.fromMs).toISOString(),
    to: new Date(range.toMs).toISOString(),
    stepSeconds: range.stepSeconds,
    source: range.source,
    times: Array.from({ length: range.points }, (_, slot) => range.firstMs / 1000 + slot * range.stepSeconds),
    series,
  };
}

/** Rows come by object: one series for each of its metrics. */
function toSeries(kind: Kind, rows: readonly BucketRow[], points: number): MetricSeries[] {
  const found = new Map<string, MetricSeries[]>();
  const empty = () => Array.from<number | null>({ length: points }).fill(null);
  for (const row of rows) {
    let series = found.get(row.object);
    if (series === undefined) {
      series = kind.metrics.map(({ name, unit }) => {
        return { kind: kind.name, object: row.object, metric: name, unit, avg: empty(), min: empty(), max: empty(), last: empty() };
      });
      found.set(row.object, series);
    }
    for (const one of series) {
      for (const part of ["avg", "min", "max", "last"] as const) one[part][row.slot] = numberOrNull(row[`${one.metric}_${part}`]);
    }
  }
  return [...found.values()].flat();
}

const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);
