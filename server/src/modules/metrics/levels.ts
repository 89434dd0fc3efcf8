// The tables of each kind: every report as it came (raw), then three levels of buckets, each made from the one before it.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type LevelName = "1m" | "5m" | "1h";
export type SourceName = "raw" | LevelName;

export interface Level {
  readonly name: LevelName;
  readonly seconds: number;
  /** The table this one is made from. */
  readonly source: SourceName;
  /** How long its rows are kept, milliseconds. */
  readonly keepMs: number;
  readonly partition: "day" | "month";
}

/** Reports younger than this by the server's clock are stored as they came, milliseconds. */
export const RAW_KEEP_MS = 48 * HOUR_MS;

/** From fine to coarse. */
export const LEVELS: readonly Level[] = [
  { name: "1m", seconds: 60, source: "raw", keepMs: 30 * DAY_MS, partition: "day" },
  { name: "5m", seconds: 300, source: "1m", keepMs: 400 * DAY_MS, partition: "month" },
  { name: "1h", seconds: 3600, source: "5m", keepMs: 400 * DAY_MS, partition: "month" },
];
