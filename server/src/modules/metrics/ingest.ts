// What becomes of the lanes STATE and METRIC: reports by COPY, late ones merged into the levels, the newest report and states upserted.
// All of it in delivery's transaction, which also moves the cursors: stored exactly once.
import type pg from "pg";
import type { Clock } from "../../clock.ts";
import type { TelemetryHandlers, TelemetryItem } from "../../delivery/index.ts";
import { type Content, createContentReader } from "./content.ts";
import { copyReports, type StoredReport } from "./copy.ts";
import { destinations, type LateReport, mergeLate, punctualFrom } from "./late.ts";
import { type LatestRow, upsertLatest } from "./latest.ts";
import type { LevelName } from "./levels.ts";
import type { Partitions } from "./partitions.ts";
import { holdProgress, initializeProgress } from "./progress.ts";
import { upsertStates } from "./states.ts";

type Item = TelemetryItem<Content>;

export function createIngest(pool: pg.Pool, clock: Clock, partitions: Partitions): TelemetryHandlers<Content> {
  let initialized = false;

  return {
    read: createContentReader(),
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
  const punctual = punctualFrom(now, progress);
  const raw: StoredReport[] = [];
  const late = new Map<LevelName, LateReport[]>();
  for (const { agent, atMs, content, record } of items) {
    if (!(content instanceof Uint8Array) || content.length === 0) continue;
    if (atMs >= punctual) {
      raw.push({ agent, atMs, row: content });
      continue;
    }
    for (const source of destinations(atMs, now, progress)) {
      if (source === "raw") {
        raw.push({ agent, atMs, row: content });
        continue;
      }
      const of = late.get(source);
      if (of === undefined) late.set(source, [{ agent, atMs, record }]);
      else of.push({ agent, atMs, record });
    }
  }
  await copyReports(client, raw);
  await mergeLate(client, late);
}

/** The newest report of each resource among the items. */
function newestReports(items: readonly Item[]): LatestRow[] {
  const newest = new Map<string, Item>();
  for (const item of items) {
    if (!(item.content instanceof Uint8Array) || item.atMs < (newest.get(item.agent.resourceId)?.atMs ?? 0)) continue;
    newest.set(item.agent.resourceId, item);
  }
  return [...newest.values()].map(({ agent, atMs, record }) => ({ agent, atMs, record }));
}
