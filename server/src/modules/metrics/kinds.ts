// What is measured, as values: each kind says its metrics, their units and how to read them from a report.
// Tables, COPY, rollups, merges and queries are generated from this list; a new metric needs an entry here and its columns in a migration.
import type { Metrics } from "@vigia/protocol";

export type Unit = "ratio" | "bytes" | "bytesPerSecond" | "perSecond" | "load";
export type KindName = "host" | "volume" | "disk" | "interface";

export interface Metric {
  readonly name: string;
  readonly unit: Unit;
}

/** One thing's values in the order of its kind's metrics; null where it was not measured. */
export interface Row {
  readonly object: string;
  readonly values: readonly (number | null)[];
}

export interface Kind {
  readonly name: KindName;
  readonly metrics: readonly Metric[];
  /** How many things of this kind the report names. */
  count(report: Metrics): number;
  rows(report: Metrics): Row[];
}

type Read<Item> = (item: Item) => number | null | undefined;

function kind<Item>(
  name: KindName,
  items: (report: Metrics) => readonly Item[],
  object: (item: Item) => string,
  metrics: readonly (readonly [name: string, unit: Unit, read: Read<Item>])[],
): Kind {
  const reads = metrics.map(([, , read]) => read);
  return {
    name,
    metrics: metrics.map(([metric, unit]) => ({ name: metric, unit })),
    count: (report) => items(report).length,
    rows: (report) => items(report).map((item) => ({ object: object(item), values: reads.map((read) => read(item) ?? null) })),
  };
}

/** A report without processor and memory has no host row. */
const host = (report: Metrics): Metrics[] => ((report.cpu ?? report.memory) ? [report] : []);

export const KINDS: readonly Kind[] = [
  kind("host", host, () => "", [
    ["cpu", "ratio", (report) => report.cpu && (report.cpu.busy ?? 0)],
    ["io_wait", "ratio", (report) => report.cpu?.ioWait],
    ["load1", "load", (report) => report.cpu?.load1],
    ["memory_used", "bytes", (report) => report.memory && (report.memory.usedBytes ?? 0)],
    ["swap_used", "bytes", (report) => report.memory && (report.memory.swapUsedBytes ?? 0)],
  ]),
  kind(
    "volume",
    (report) => report.volumes ?? [],
    (volume) => volume.mount ?? "",
    [
      ["used", "bytes", (volume) => volume.usedBytes ?? 0],
      ["free", "bytes", (volume) => volume.freeBytes ?? 0],
      // A share, because a count of inodes says nothing without its total.
      ["inodes_used", "ratio", (volume) => (volume.inodesTotal ? (volume.inodesUsed ?? 0) / volume.inodesTotal : null)],
    ],
  ),
  kind(
    "disk",
    (report) => report.disks ?? [],
    (disk) => disk.device ?? "",
    [
      ["read", "bytesPerSecond", (disk) => disk.readBytesPerSecond ?? 0],
      ["written", "bytesPerSecond", (disk) => disk.writtenBytesPerSecond ?? 0],
      ["busy", "ratio", (disk) => disk.busy ?? 0],
    ],
  ),
  kind(
    "interface",
    (report) => report.interfaces ?? [],
    (link) => link.name ?? "",
    [
      ["received", "bytesPerSecond", (link) => link.receivedBytesPerSecond ?? 0],
      ["sent", "bytesPerSecond", (link) => link.sentBytesPerSecond ?? 0],
      ["errors", "perSecond", (link) => link.errorsPerSecond ?? 0],
    ],
  ),
];
