// Linux: /proc/diskstats, and /sys/block for which of its names are physical disks.
import { type Host, linkTarget } from "../../host/host.ts";

/** Since boot, or since the disk was plugged in. */
export interface DiskCounters {
  /** Requests completed. */
  readonly reads: number;
  readonly writes: number;
  /** In sectors of 512 bytes, whatever the disk's own size: as the kernel counts, so that a wrap at 32 bits can be told. */
  readonly readSectors: number;
  readonly writtenSectors: number;
  /** Milliseconds with a request under way; wraps at 32 bits on every kernel. */
  readonly busyMs: number;
}

export async function readLinux(host: Host): Promise<Map<string, DiskCounters>> {
  const [text, whole] = await Promise.all([host.readFile("/proc/diskstats"), host.readDir("/sys/block")]);
  const counters = parseDiskstats(text);
  const names = new Set(whole);
  for (const name of counters.keys()) if (!names.has(name) || !(await isPhysical(host, name))) counters.delete(name);
  return counters;
}

/** Every device by its name, in the kernel's order. */
export function parseDiskstats(text: string): Map<string, DiskCounters> {
  const devices = new Map<string, DiskCounters>();
  for (const line of text.split("\n")) {
    const [, , name, reads, , readSectors, , writes, , writtenSectors, , , busyMs] = line.trim().split(/ +/);
    if (name === undefined || busyMs === undefined) continue;
    devices.set(name, {
      reads: Number(reads),
      writes: Number(writes),
      readSectors: Number(readSectors),
      writtenSectors: Number(writtenSectors),
      busyMs: Number(busyMs),
    });
  }
  return devices;
}

/** Drives that hold no disk of the machine (optical, floppy), and the areas of an eMMC chip that only firmware uses. */
const NOT_A_DISK = /^(sr|fd)\d|^mmcblk\d+(boot\d|rpmb)/;

/** The kernel files devices without hardware (loop, ram, zram, dm, md, nbd) under devices/virtual/block. */
async function isPhysical(host: Host, name: string): Promise<boolean> {
  if (NOT_A_DISK.test(name)) return false;
  const link = await linkTarget(host, `/sys/block/${name}`);
  return link !== undefined && !link.includes("/devices/virtual/block/");
}
