// Physical disks: bytes per second and busy share. Not partitions, and nothing that only passes on to disks (dm, md, loop), which would
// count the same bytes twice. Room on their volumes is in disk/.
import type { DiskMetric } from "@vigia/protocol";
import type { Clock } from "../../clock.ts";
import { type Collector, MAX_SERIES, type MetricsPart, Unsupported } from "../collector.ts";
import { growth, type Reading, restarted, secondsBetween } from "../rate.ts";
import { createLinuxReader, type DiskCounters } from "./linux.ts";

const SECTOR_BYTES = 512;

/** Measures the time since its last reading; the first reading only remembers. */
export function createDiskIo(clock: Clock): Collector<MetricsPart> {
  const readLinux = createLinuxReader();
  let last: Reading<DiskCounters> | undefined;
  return {
    name: "disk-io",
    intervalMs: 0,
    async collect(host) {
      if (host.platform !== "linux") throw new Unsupported("Counters of disks can be read on Linux only, so far.");
      const now = { counters: await readLinux(host), at: clock.monotonic() };
      const disks = disksBetween(last, now);
      last = now;
      return disks === undefined ? {} : { disks };
    },
  };
}

/** Undefined before the second reading. A disk that is new, or whose counters began anew, is left out until the next one. */
export function disksBetween(before: Reading<DiskCounters> | undefined, after: Reading<DiskCounters>): DiskMetric[] | undefined {
  const seconds = secondsBetween(before, after);
  if (before === undefined || seconds === undefined) return undefined;
  const disks: DiskMetric[] = [];
  for (const [device, now] of after.counters) {
    const then = before.counters.get(device);
    if (then === undefined || restarted([then.reads, then.writes], [now.reads, now.writes])) continue;
    const read = growth(then.readSectors, now.readSectors);
    const written = growth(then.writtenSectors, now.writtenSectors);
    const busyMs = growth(then.busyMs, now.busyMs);
    if (read === undefined || written === undefined || busyMs === undefined || disks.length === MAX_SERIES) continue;
    disks.push({
      device,
      readBytesPerSecond: (read * SECTOR_BYTES) / seconds,
      writtenBytesPerSecond: (written * SECTOR_BYTES) / seconds,
      busy: Math.min(1, busyMs / 1000 / seconds),
    });
  }
  return disks;
}
