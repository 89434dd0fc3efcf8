// What a live event changes in what is already on screen: values in place, never the order. Pure.
import type { Pages } from "../pages.ts";
import type { Latest, LatestRow, PresenceItem, Resource, ResourceRow } from "../types.ts";

type Row = ResourceRow | Resource;

/** A row with the machine's new presence. */
export function withPresence<Kind extends Row>(row: Kind, item: PresenceItem): Kind {
  return { ...row, presence: item.presence, online: item.online, presenceSince: item.since, lastSeenAt: item.lastSeenAt ?? row.lastSeenAt };
}

const SPARK_POINTS = 30;

/** A row with the machine's newest values; the spark's last point moves, it grows by one at each new minute. */
export function withLatest<Kind extends Row>(row: Kind, latest: LatestRow): Kind {
  const minute = (at: string | null) => (at === null ? -1 : Math.floor(Date.parse(at) / 60_000));
  const kept = minute(latest.at) > minute(row.lastSeenAt) ? row.cpuSpark : row.cpuSpark.slice(0, -1);
  const spark = [...kept, latest.cpu].slice(-SPARK_POINTS);
  return {
    ...row,
    cpu: latest.cpu,
    memory: latest.memory,
    worstVolume: latest.worstVolume,
    uptimeSeconds: latest.uptimeSeconds,
    lastSeenAt: later(row.lastSeenAt, latest.at),
    cpuSpark: spark,
  };
}

function later(known: string | null, at: string): string {
  return known !== null && Date.parse(known) > Date.parse(at) ? known : at;
}

/** The whole newest measurement of one machine as a row would show it. */
export function rowOf(id: string, latest: Latest): LatestRow {
  const worst = latest.volumes
    .filter((volume) => !volume.readOnly && !volume.removable && volume.totalBytes > 0)
    .map((volume) => ({ mount: volume.mount, usedShare: volume.usedBytes / volume.totalBytes, freeBytes: volume.freeBytes }))
    .reduce<LatestRow["worstVolume"]>((most, volume) => (most === null || volume.usedShare > most.usedShare ? volume : most), null);
  return {
    id,
    at: latest.at,
    cpu: latest.cpu?.busy ?? null,
    memory: latest.memory === null ? null : { usedBytes: latest.memory.usedBytes, totalBytes: latest.memory.totalBytes },
    worstVolume: worst,
    uptimeSeconds: latest.uptimeSeconds,
  };
}

/** The loaded pages with some rows changed; the same object when none of them is loaded. */
export function patchPages(pages: Pages<ResourceRow>, change: (row: ResourceRow) => ResourceRow): Pages<ResourceRow> {
  let changed = false;
  const next = pages.pages.map((page) => {
    const items = page.items.map(change);
    if (items.every((row, index) => row === page.items[index])) return page;
    changed = true;
    return { ...page, items };
  });
  return changed ? { ...pages, pages: next } : pages;
}

/** The loaded pages without one row. */
export function removeFromPages(pages: Pages<ResourceRow>, id: string): Pages<ResourceRow> {
  const holds = pages.pages.some((page) => page.items.some((row) => row.id === id));
  if (!holds) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.id !== id), total: Math.max(0, page.total - 1) })),
  };
}
