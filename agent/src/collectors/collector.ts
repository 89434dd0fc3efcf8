// One thing the agent can measure, and the two honest ways of not (fully) doing it.
import type { Metrics } from "@vigia/protocol";
import type { Host } from "../host/host.ts";

/** What one collector adds to a report. Empty while it has nothing to say yet, e.g. a rate with one reading only. */
export type MetricsPart = Partial<Metrics>;

export interface Collector<Message> {
  /** As CollectorStatus names it, e.g. "disk-io". */
  readonly name: string;
  /** Least time between two readings, milliseconds; 0 reads for every report. */
  readonly intervalMs: number;
  /**
   * Reads the machine once. Throws Unsupported where this system has no such reading, Incomplete when only a part could be read, and
   * anything else for a failure. `signal` aborts when the answer is not waited for any longer.
   */
  collect(host: Host, signal: AbortSignal): Promise<Message>;
}

/** This collector does not exist for this system; the message says why in one sentence for people. */
export class Unsupported extends Error {
  override readonly name = "Unsupported";
}

/** A part could be read and is worth sending; the message says what is missing. */
export class Incomplete extends Error {
  override readonly name = "Incomplete";
  readonly part: MetricsPart;
  constructor(message: string, part: MetricsPart) {
    super(message);
    this.part = part;
  }
}

/** Most series of one kind in a report: keeps any report far below the wire's limits. */
export const MAX_SERIES = 128;
