// The newest report of each resource: what every live view and list reads.
import { Metrics, type VolumeMetric } from "@vigia/protocol";
import type pg from "pg";

/** The `latest` object of a resource in the API. Rates are per second, shares 0 to 1. */
export interface Latest {
  readonly at: string;
  readonly cpu: { busy: number; ioWait: number | null; load1: number | null } | null;
  readonly memory: { totalBytes: number; usedBytes: number; swapTotalBytes: number; swapUsedBytes: number } | null;
  readonly volumes: {
    mount: string;
    filesystem: string;
    totalBytes: number;
    usedBytes: number;
    freeBytes: number;
    inodesTotal: number;
    inodesUsed: number;
    readOnly: boolean;
    removable: boolean;
  }[];
  readonly disks: { device: string; readBytesPerSecond: number; writtenBytesPerSecond: number; busy: number }[];
  readonly interfaces: { name: string; receivedBytesPerSecond: number; sentBytesPerSecond: number; errorsPerSecond: number; up: boolean }[];
  readonly uptimeSeconds: number | null;
}

/** The fullest volume of a report, as lists show it. */
export interface WorstVolume {
  readonly mount: string;
  /** Used of what an ordinary program could ever use, 0 to 1. */
  readonly usedShare: number;
  readonly freeBytes: number;
}

/** A report as the API shows it. `atMs` is when it was measured, milliseconds since 1970. */
export function latestOf(report: Metrics, atMs: number): Latest {
  const { cpu, memory } = report;
  return {
    at: new Date(atMs).toISOString(),
    cpu: cpu ? { busy: cpu.busy ?? 0, ioWait: cpu.ioWait ?? null, load1: cpu.load1 ?? null } : null,
    memory: memory
      ? {
          totalBytes: memory.totalBytes ?? 0,
          usedBytes: memory.usedBytes ?? 0,
          swapTotalBytes: memory.swapTotalBytes ?? 0,
          swapUsedBytes: memory.swapUsedBytes ?? 0,
        }
      : null,
    volumes: (report.volumes ?? []).map((volume) => ({
      mount: volume.mount ?? "",
      filesystem: volume.filesystem ?? "",
      totalBytes: volume.totalBytes ?? 0,
      usedBytes: volume.usedBytes ?? 0,
      freeBytes: volume.freeBytes ?? 0,
      inodesTotal: volume.inodesTotal ?? 0,
      inodesUsed: volume.inodesUsed ?? 0,
      readOnly: volume.readOnly ?? false,
      removable: volume.removable ?? false,
    })),
    disks: (report.disks ?? []).map((disk) => ({
      device: disk.device ?? "",
      readBytesPerSecond: disk.readBytesPerSecond ?? 0,
      writtenBytesPerSecond: disk.writtenBytesPerSecond ?? 0,
      busy: disk.busy ?? 0,
    })),
    interfaces: (report.interfaces ?? []).map((link) => ({
      name: link.name ?? "",
      receivedBytesPerSecond: link.receivedBytesPerSecond ?? 0,
      sentBytesPerSecond: link.sentBytesPerSecond ?? 0,
      errorsPerSecond: link.errorsPerSecond ?? 0,
      up: link.up ?? false,
    })),
    uptimeSeconds: report.uptimeSeconds ?? null,
  };
}

/** The same from telemetry.latest.report. Throws WireError when the bytes are damaged. */
export const readLatest = (report: Uint8Array, atMs: number): Latest => latestOf(Metrics.decode(report), atMs);

/** The fullest volume; read-only and removable ones (a CD is always full) count only when there is no other. */
export function worstVolume(report: Metrics): WorstVolume | undefined {
  const volumes = report.volumes ?? [];
  const writable = volumes.filter((volume) => !volume.readOnly && !volume.removable);
  let worst: WorstVolume | undefined;
  for (const volume of writable.length > 0 ? writable : volumes) {
    const usedShare = shareOf(volume);
    if (usedShare !== undefined && (worst === undefined || usedShare > worst.usedShare))
      worst = { mount: volume.mount ?? "", usedShare, freeBytes: volume.freeBytes ?? 0 };
  }
  return worst;
}

function shareOf(volume: VolumeMetric): number | undefined {
  const used = volume.usedBytes ?? 0;
  const usable = used + (volume.freeBytes ?? 0);
  return usable > 0 ? used / usable : undefined;
}

export interface LatestRow {
  readonly organizationId: string;
  readonly resourceId: string;
  readonly atMs: number;
  readonly report: Metrics;
}

/** Writes the newest report of each resource (one row for each); an older one than the stored does nothing. `now` in milliseconds. */
export async function upsertLatest(client: pg.ClientBase, rows: readonly LatestRow[], now: number): Promise<void> {
  if (rows.length === 0) return;
  const worst = rows.map(({ report }) => worstVolume(report));
  await client.query({
    name: "metrics-upsert-latest",
    text: `
      insert into telemetry.latest as l (resource_id, organization_id, at, received_at, cpu, memory_used, memory_total,
        worst_volume, worst_volume_used, worst_volume_free, uptime_seconds, report)
      select resource_id, organization_id, to_timestamp(at / 1000.0), to_timestamp($12 / 1000.0), cpu, memory_used, memory_total,
        worst_volume, worst_volume_used, worst_volume_free, uptime_seconds, report
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[],
        $8::double precision[], $9::double precision[], $10::double precision[], $11::bytea[]) as r (resource_id, organization_id, at, cpu,
        memory_used, memory_total, worst_volume, worst_volume_used, worst_volume_free, uptime_seconds, report)
      on conflict (resource_id) do update set
        organization_id = excluded.organization_id, at = excluded.at, received_at = excluded.received_at, cpu = excluded.cpu,
        memory_used = excluded.memory_used, memory_total = excluded.memory_total, worst_volume = excluded.worst_volume,
        worst_volume_used = excluded.worst_volume_used, worst_volume_free = excluded.worst_volume_free,
        uptime_seconds = excluded.uptime_seconds, report = excluded.report
        where excluded.at >= l.at`,
    values: [
      rows.map(({ resourceId }) => resourceId),
      rows.map(({ organizationId }) => organizationId),
      rows.map(({ atMs }) => atMs),
      rows.map(({ report }) => (report.cpu ? (report.cpu.busy ?? 0) : null)),
      rows.map(({ report }) => (report.memory ? (report.memory.usedBytes ?? 0) : null)),
      rows.map(({ report }) => (report.memory ? (report.memory.totalBytes ?? 0) : null)),
      worst.map((volume) => volume?.mount ?? null),
      worst.map((volume) => volume?.usedShare ?? null),
      worst.map((volume) => volume?.freeBytes ?? null),
      rows.map(({ report }) => report.uptimeSeconds ?? null),
      rows.map(({ report }) => Buffer.from(Metrics.encode(report))),
      now,
    ],
  });
}
