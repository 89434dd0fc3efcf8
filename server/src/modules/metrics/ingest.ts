// What becomes of the lanes STATE and METRIC: raw rows by COPY, late ones merged into the levels, the newest report and states upserted.
// All of it in delivery's transaction, which also moves the cursors: stored exactly once.
import type pg from "pg";
import type { Clock } from "../../clock.ts";
import type { TelemetryHandlers, TelemetryItem } from "../../delivery/index.ts";
import { type Content, readContent } from "./content.ts";
import { copyRows } from "./copy.ts";
import { KINDS } from "./kinds.ts";
import { destinations, emptyTables, mergeLate } from "./late.ts";
import { type LatestRow, upsertLatest } from "./latest.ts";
import type { Partitions } from "./partitions.ts";
import { holdProgress, initializeProgress } from "./progress.ts";
import { upsertStates } from "./states.ts";

type Item = TelemetryItem<Content>;

export function createIngest(pool: pg.Pool, clock: Clock, partitions: Partitions): TelemetryHandlers<Content> {
  let initialized = false;

  return {
    read: readContent,
    async prepare(times) {
      if (!initialized) await initializeProgress(pool, clock.now());
      initialized = true;
      await partitions.ensure(times);
    },
    async apply(client, items) {
      const now = clock.now();
      await applyMetrics(client, items, now);
      await upsertLatest(client, newestReports(items), now);
      await upsertStates(client, items);
    },
  };
}

async function applyMetrics(client: pg.PoolClient, items: readonly Item[], now: number): Promise<void> {
  const progress = await holdProgress(client);
  const tables = emptyTables();
  for (const { agent, atMs, content } of items) {
    if (!("report" in content)) continue;
    const sources = destinations(atMs, now, progress);
    for (const [index, table] of tables.entries()) {
      const rows = content.rows[index] ?? [];
      if (rows.length === 0) continue;
      for (const source of sources) {
        const reports = table.get(source);
        if (reports === undefined) table.set(source, [{ agent, atMs, rows }]);
        else reports.push({ agent, atMs, rows });
      }
    }
  }
  for (const [index, kind] of KINDS.entries()) {
    const table = tables[index];
    if (table === undefined) continue;
    await copyRows(client, kind, table.get("raw") ?? []);
    await mergeLate(client, kind, table);
  }
}

/** The newest report of each resource among the items. */
function newestReports(items: readonly Item[]): LatestRow[] {
  const newest = new Map<string, LatestRow>();
  for (const { agent, atMs, content } of items) {
    if (!("report" in content) || atMs < (newest.get(agent.resourceId)?.atMs ?? 0)) continue;
    newest.set(agent.resourceId, { agent, atMs, report: content.report });
  }
  return [...newest.values()];
}
