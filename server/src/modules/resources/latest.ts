// The newest report of a resource as the API and the live feed show it.
import { Metrics } from "@vigia/protocol";
import type { LatestMetrics, ResourceRow } from "./schemas.ts";

/** The whole report, for a machine that someone has open. `at` is milliseconds since 1970. */
export function toLatest(at: number, report: Metrics): LatestMetrics {
  const { cpu, memory } = report;
  return {
    at: new Date(at).toISOString(),
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

/** The whole report from the bytes telemetry.latest keeps. Throws WireError on damage. */
export const readLatest = (at: Date, report: Uint8Array): LatestMetrics => toLatest(at.getTime(), Metrics.decode(report));

/** The few values a row of a list shows, for rows on screen. */
export interface LatestRow extends Pick<ResourceRow, "cpu" | "memory" | "worstVolume" | "uptimeSeconds"> {
  readonly id: string;
  readonly at: string;
}

/** The row's values out of a whole report. */
export function toLatestRow(resourceId: string, latest: LatestMetrics): LatestRow {
  return {
    id: resourceId,
    at: latest.at,
    cpu: latest.cpu?.busy ?? null,
    memory: latest.memory && { usedBytes: latest.memory.usedBytes, totalBytes: latest.memory.totalBytes },
    worstVolume: worstVolume(latest.volumes),
    uptimeSeconds: latest.uptimeSeconds,
  };
}

/** The fullest volume that can be written to: a full CD is no trouble. Null when there is none. */
function worstVolume(volumes: LatestMetrics["volumes"]): ResourceRow["worstVolume"] {
  let worst: ResourceRow["worstVolume"] = null;
  for (const { mount, usedBytes, freeBytes, readOnly } of volumes) {
    const room = usedBytes + freeBytes;
    if (readOnly || room === 0) continue;
    const usedShare = usedBytes / room;
    if (worst === null || usedShare > worst.usedShare) worst = { mount, usedShare, freeBytes };
  }
  return worst;
}
