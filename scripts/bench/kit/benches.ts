// Every benchmark there is: which goals of the design it measures and the program that does.

export interface Bench {
  readonly name: string;
  /** Numbers of the goals. */
  readonly goals: string;
  /** Beside this file's folder. */
  readonly file: string;
  /** The design's figure for the baseline, with its unit. */
  readonly reference: string;
}

export const BENCHES: readonly Bench[] = [
  { name: "ingest", goals: "1, 2", file: "ingest.ts", reference: "0.024 CPU-s" },
  { name: "idle", goals: "3", file: "idle.ts", reference: "9 KiB (TLS 41)" },
  { name: "storm", goals: "4", file: "storm.ts", reference: "0.78 CPU-s" },
  { name: "footprint", goals: "5, 6", file: "footprint.ts", reference: "49.7 MB" },
  { name: "presence", goals: "7, 8", file: "presence.ts", reference: "384 B" },
  { name: "start", goals: "9", file: "start.ts", reference: "–" },
  { name: "newcomer", goals: "12", file: "newcomer.ts", reference: "38 s" },
  { name: "api-lists", goals: "16", file: "api-lists.ts", reference: "–" },
];
