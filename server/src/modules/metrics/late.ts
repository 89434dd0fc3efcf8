// Reports that come after their bucket was closed: merged at once into every level that the rollup job has already passed.
import type pg from "pg";
import type { TelemetryItem } from "../../delivery/index.ts";
import type { StoredReport } from "./copy.ts";
import { KINDS } from "./kinds.ts";
import { LEVELS, type LevelName, RAW_KEEP_MS, type SourceName } from "./levels.ts";
import type { Progress } from "./progress.ts";
import { mergeParts, partsOfArrays } from "./sql.ts";

/** The tables a report of this time must be written to directly; it reaches the others through the job. Times in milliseconds. */
export function destinations(atMs: number, nowMs: number, progress: Progress): SourceName[] {
  const written: SourceName[] = [];
  let inSource = atMs > nowMs - RAW_KEEP_MS;
  if (inSource) written.push("raw");
  for (const level of LEVELS) {
    if (atMs <= nowMs - level.keepMs) {
      inSource = false;
      continue;
    }
    // The job makes a bucket from its source once; what is not there, or comes after that, goes in here.
    if (!inSource || atMs < progress[level.name]) written.push(level.name);
    inSource = true;
  }
  return written;
}

/** The time from which reports are neither late for any level nor too old for the raw table, milliseconds. */
export const punctualFrom = (nowMs: number, progress: Progress): number =>
  Math.max(nowMs - RAW_KEEP_MS + 1, ...LEVELS.map(({ name }) => progress[name]));

/** A report that a level must take at once. */
export type LateReport = Pick<StoredReport, "agent" | "atMs"> & Pick<TelemetryItem, "record">;

/** Merges late reports, by level, in the open transaction that holds the progress. */
export async function mergeLate(client: pg.ClientBase, reports: ReadonlyMap<LevelName, readonly LateReport[]>): Promise<void> {
  for (const level of LEVELS) {
    const of = reports.get(level.name) ?? [];
    if (of.length === 0) continue;
    for (const kind of KINDS) {
      const late = of.flatMap(({ agent, atMs, record }) => kind.rows(record.metrics ?? {}).map((row) => ({ agent, atMs, row })));
      if (late.length === 0) continue;
      await client.query(mergeParts(kind, level, partsOfArrays(kind)), [
        late.map(({ agent }) => agent.organizationId),
        late.map(({ agent }) => agent.resourceId),
        late.map(({ row }) => row.object),
        late.map(({ atMs }) => atMs),
        ...kind.metrics.map((_, index) => late.map(({ row }) => row.values[index] ?? null)),
      ]);
    }
  }
}
