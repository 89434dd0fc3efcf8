// Reports that come after their bucket was closed: merged at once into every level that the rollup job has already passed.
import type pg from "pg";
import type { RawRows } from "./copy.ts";
import { KINDS, type Kind } from "./kinds.ts";
import { LEVELS, RAW_KEEP_MS, type SourceName } from "./levels.ts";
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

/** One report's rows by kind, in the order of KINDS. */
export type KindTables = readonly Map<SourceName, RawRows[]>[];

/** No reports yet, for each kind. */
export const emptyTables = (): KindTables => KINDS.map(() => new Map());

/** Merges reports of one kind, by level, in the open transaction that holds the progress. */
export async function mergeLate(client: pg.ClientBase, kind: Kind, reports: ReadonlyMap<SourceName, readonly RawRows[]>): Promise<void> {
  for (const level of LEVELS) {
    const late = (reports.get(level.name) ?? []).flatMap(({ agent, atMs, rows }) => rows.map((row) => ({ agent, atMs, row })));
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
