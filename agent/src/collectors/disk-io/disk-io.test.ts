import { describe, expect, test } from "vitest";
import { createFixtureHost } from "../../host/fixture-host.ts";
import { Unsupported } from "../collector.ts";
import { createDiskIo, disksBetween } from "./index.ts";
import { createLinuxReader, type DiskCounters, parseDiskstats } from "./linux.ts";

const root = new URL("fixtures/linux/", import.meta.url);
const never = new AbortController().signal;
const line = (name: string, reads: number, readSectors: number, writes: number, writtenSectors: number, busyMs: number) =>
  `   8       0 ${name} ${reads} 0 ${readSectors} 0 ${writes} 0 ${writtenSectors} 0 0 ${busyMs} 0 0 0 0 0 0 0\n`;

describe("which disks count", () => {
  test("of a capture only the real disk remains: no loop, no zram", async () => {
    expect([...(await createLinuxReader()(createFixtureHost({ root }))).keys()]).toEqual(["vda"]);
  });

  test("partitions, logical volumes, arrays and optical drives are left out; NVMe behind several paths is not", async () => {
    const names = ["sda", "sda1", "dm-0", "md0", "sr0", "nvme0n1", "mmcblk0", "mmcblk0boot0"];
    const files = {
      "/proc/diskstats": names.map((name) => line(name, 1, 1, 1, 1, 1)).join(""),
      "/sys/block/sda.link": "../devices/pci0000:00/0000:00:17.0/ata1/host0/target0:0:0/0:0:0:0/block/sda",
      "/sys/block/dm-0.link": "../devices/virtual/block/dm-0",
      "/sys/block/md0.link": "../devices/virtual/block/md0",
      "/sys/block/sr0.link": "../devices/pci0000:00/0000:00:17.0/ata2/host1/target1:0:0/1:0:0:0/block/sr0",
      "/sys/block/nvme0n1.link": "../devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1",
      "/sys/block/mmcblk0.link": "../devices/platform/soc/mmc0/mmc0:0001/block/mmcblk0",
      "/sys/block/mmcblk0boot0.link": "../devices/platform/soc/mmc0/mmc0:0001/block/mmcblk0/mmcblk0boot0",
    };
    expect([...(await createLinuxReader()(createFixtureHost({ files }))).keys()]).toEqual(["sda", "nvme0n1", "mmcblk0"]);
  });

  test("a kernel of 2.6 with 11 counters is understood", () => {
    const counters = parseDiskstats("   8    0 sda 100 5 2000 70 50 6 1000 80 0 120 150\n");
    expect(counters.get("sda")).toEqual({ reads: 100, writes: 50, readSectors: 2000, writtenSectors: 1000, busyMs: 120 });
  });
});

describe("rates between two readings", () => {
  const disk = (over: Partial<DiskCounters>): DiskCounters => ({
    reads: 10,
    writes: 10,
    readSectors: 0,
    writtenSectors: 0,
    busyMs: 0,
    ...over,
  });
  const reading = (at: number, ...disks: [string, DiskCounters][]) => ({ at, counters: new Map(disks) });

  test("bytes are sectors of 512, busy is a share of the time", () => {
    const after = reading(12_000, ["sda", disk({ readSectors: 20, writtenSectors: 200, busyMs: 500 })]);
    expect(disksBetween(reading(10_000, ["sda", disk({})]), after)).toEqual([
      { device: "sda", readBytesPerSecond: 5_120, writtenBytesPerSecond: 51_200, busy: 0.25 },
    ]);
  });

  test("busy time that wraps at 32 bits goes on", () => {
    const disks = disksBetween(reading(0, ["sda", disk({ busyMs: 2 ** 32 - 100 })]), reading(1_000, ["sda", disk({ busyMs: 400 })]));
    expect(disks?.[0]?.busy).toBe(0.5);
  });

  test("busy is never more than all of the time", () => {
    expect(disksBetween(reading(0, ["sda", disk({})]), reading(1_000, ["sda", disk({ busyMs: 1_200 })]))?.[0]?.busy).toBe(1);
  });

  test("a disk that was exchanged or is new waits for its second reading", () => {
    const before = reading(0, ["sda", disk({ reads: 900, readSectors: 90_000 })]);
    const after = reading(1_000, ["sda", disk({ reads: 3, readSectors: 24 })], ["sdb", disk({})]);
    expect(disksBetween(before, after)).toEqual([]);
  });
});

test("the collector's first reading says nothing, the second the rates by the monotonic clock", async () => {
  const files: Record<string, string> = {
    "/proc/diskstats": line("sda", 1, 0, 1, 0, 0),
    "/sys/block/sda.link": "../devices/pci0/block/sda",
  };
  const host = createFixtureHost({ files });
  let at = 0;
  const collector = createDiskIo({ now: () => 0, monotonic: () => at });
  expect(await collector.collect(host, never)).toEqual({});
  at = 10_000;
  files["/proc/diskstats"] = line("sda", 2, 100, 1, 0, 1_000);
  expect(await collector.collect(host, never)).toEqual({
    disks: [{ device: "sda", readBytesPerSecond: 5_120, writtenBytesPerSecond: 0, busy: 0.1 }],
  });
});

test("other systems are told to be unsupported", async () => {
  const collector = createDiskIo({ now: () => 0, monotonic: () => 0 });
  await expect(collector.collect(createFixtureHost({ platform: "win32" }), never)).rejects.toThrow(Unsupported);
});
