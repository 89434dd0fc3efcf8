// Linux: /proc/diskstats, and /sys/block for which of its names are physical disks.
import { type Host, linkTarget } from "../../host/host.ts";
import { createWhileSame } from "../while-same.ts";

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

/** Reads the counters each time; which devices are physical disks is found out anew when the list of devices has changed. */
export function createLinuxReader(): (host: Host) => Promise<Map<string, DiskCounters>> {
  const whileSame = createWhileSame<ReadonlySet<string>>();
  return async (host) => {
    const text = await host.readFile("/proc/diskstats");
    const names = namesIn(text);
    const physical = await whileSame(names.join(" "), () => physicalAmong(host, names));
    return parseDiskstats(text, physical);
  };
}

async function physicalAmong(host: Host, names: readonly string[]): Promise<ReadonlySet<string>> {
  const whole = new Set(await host.readDir("/sys/block"));
  const physical = new Set<string>();
  for (const name of names) if (whole.has(name) && (await isPhysical(host, name))) physical.add(name);
  return physical;
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/^ *\d+ +\d+ (\S+) /gm)].map(([, name = ""]) => name);
}

/** These devices (all when none are named) by their names, in the kernel's order. */
export function parseDiskstats(text: string, wanted?: ReadonlySet<string>): Map<string, DiskCounters> {
  const devices = new Map<string, DiskCounters>();
  for (const line of text.split("\n")) {
    const [, , name, reads, , readSectors, , writes, , writtenSectors, , , busyMs] = line.trim().split(/ +/);
    if (name === undefined || busyMs === undefined || wanted?.has(name) === false) continue;
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
