// What a server makes of one lane, as the wire's rules have it: the judge in the spool's tests.
import type { WireRecord } from "@vigia/protocol";

export class ModelServer {
  cursor = 0;
  readonly applied = new Map<number, string>();
  /** When the newest record applied happened, milliseconds since 1970. */
  lastAtMs = 0;
  /** Kinds of the events applied, in order. */
  readonly kinds: number[] = [];
  readonly gaps: { from: number; to: number }[] = [];

  /** Takes records in order; throws when a number would mean two records or one is skipped without a Gap. */
  take(records: readonly WireRecord[]): void {
    for (const record of records) {
      const seq = record.seq ?? 0;
      const from = record.body === "gap" ? (record.gap.from ?? 0) : seq;
      if (from > this.cursor + 1) throw new Error(`expected ${this.cursor + 1}, got ${from}`);
      const text = contentOf(record);
      if (seq <= this.cursor) {
        const known = this.applied.get(seq);
        if (record.body !== "gap" && known !== text) throw new Error(`${seq} means "${known}" and "${text}"`);
        continue;
      }
      if (record.body === "gap") this.gaps.push({ from: this.cursor + 1, to: seq });
      else this.applied.set(seq, text);
      this.lastAtMs = record.atMs ?? 0;
      if (record.body === "agentEvent") this.kinds.push(record.agentEvent.kind ?? 0);
      this.cursor = seq;
    }
  }

  /** Goes back to an earlier state of its data. */
  restore(cursor: number): void {
    this.cursor = Math.max(0, Math.min(cursor, this.cursor));
    for (const seq of [...this.applied.keys()]) if (seq > this.cursor) this.applied.delete(seq);
  }

  get contents(): string[] {
    return [...this.applied.values()];
  }
}

/** A record's content as text. */
export function contentOf(record: WireRecord): string {
  if (record.body === "agentEvent") return record.agentEvent.detail ?? "";
  if (record.body === "metrics") return String(record.metrics.uptimeSeconds);
  if (record.body === "collectorStatus") return `${record.collectorStatus.collector}=${record.collectorStatus.reason}`;
  return record.body ?? "";
}
