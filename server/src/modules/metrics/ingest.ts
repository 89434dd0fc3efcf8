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
    async prepare(items) {
      if (!initialized) await initializeProgress(pool, clock.now());
      initialized = true;
      await partitions.ensure(items.map((item) => item.atMs));
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
    for (const [index, rows] of content.rows.entries()) {
      for (const source of sources) {
        const table = tables[index]?.get(source) ?? [];
        tables[index]?.set(source, table);
        for (const row of rows) table.push({ organizationId: agent.organizationId, resourceId: agent.resourceId, atMs, row });
      }
    }
  }
  for (const [index, kind] of KINDS.entries()) {
    const rows = tables[index];
    if (rows === undefined) continue;
    await copyRows(client, kind, rows.get("raw") ?? []);
    await mergeLate(client, kind, rows);
  }
}

/** The newest report of each resource among the items. */
function newestReports(items: readonly Item[]): LatestRow[] {
  const newest = new Map<string, LatestRow>();
  for (const { agent, atMs, content } of items) {
    if (!("report" in content) || atMs < (newest.get(agent.resourceId)?.atMs ?? 0)) continue;
    newest.set(agent.resourceId, { organizationId: agent.organizationId, resourceId: agent.resourceId, atMs, report: content.report });
  }
  return [...newest.values()];
}
