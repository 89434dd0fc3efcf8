// The cursor rules of one lane, pure: which records of a batch are new, which were here before, and where a hole is.
import type { Gap } from "@vigia/protocol";

/** The last sequence number committed in an epoch. */
export interface Cursor {
  readonly epoch: number;
  readonly lastSeq: number;
}

/** What a plan needs of a record. */
export interface Numbered {
  readonly seq?: number | null | undefined;
  readonly gap?: Gap | null | undefined;
}

/** A record to apply; `from` is the first sequence number it stands for, its own unless it is a gap. */
export interface Fresh<R> {
  readonly record: R;
  readonly from: number;
  readonly seq: number;
}

export interface Plan<R> {
  readonly fresh: readonly Fresh<R>[];
  readonly duplicates: number;
  /** The cursor after the fresh records. */
  readonly upto: number;
  /** The epoch that these records close, when they open a new one. */
  readonly replaced: number | undefined;
  /** The first sequence number that is missing before the records that were left out. */
  readonly resendFrom: number | undefined;
}

const isSequence = (value: number | null | undefined): value is number => Number.isSafeInteger(value) && (value ?? 0) >= 1;

/** Where a record begins: a gap stands for all sequence numbers from its `from`. */
const startOf = (record: Numbered): number => record.gap?.from ?? record.seq ?? 0;

/** Why a batch breaks the protocol, or undefined: numbers must be 1 to 2^53 - 1 and rise, a gap must not end before it begins. */
export function malformed(epoch: number | null | undefined, records: readonly Numbered[]): string | undefined {
  if (!isSequence(epoch)) return "the epoch is not between 1 and 2^53 - 1";
  let last = 0;
  for (const record of records) {
    if (!isSequence(record.seq)) return "a sequence number is not between 1 and 2^53 - 1";
    if (record.seq <= last) return "sequence numbers do not rise";
    if (record.gap && !(isSequence(record.gap.from) && record.gap.from <= record.seq)) return "a gap ends before it begins";
    last = record.seq;
  }
  return undefined;
}

/**
 * Plans the well-formed records of one epoch against the cursor. An epoch that the server does not know begins with the first record.
 * A gap that starts at or before the next expected number is fine: part of it may have been received.
 */
export function plan<R extends Numbered>(cursor: Cursor | undefined, epoch: number, records: readonly R[]): Plan<R> {
  const known = cursor?.epoch === epoch;
  const first = records[0];
  let next = known ? cursor.lastSeq + 1 : first === undefined ? 1 : startOf(first);
  const fresh: Fresh<R>[] = [];
  let duplicates = 0;
  let resendFrom: number | undefined;
  for (const record of records) {
    const seq = record.seq ?? 0;
    if (seq < next) {
      duplicates++;
      continue;
    }
    if (startOf(record) > next) {
      resendFrom = next;
      break;
    }
    fresh.push({ record, from: next, seq });
    next = seq + 1;
  }
  return { fresh, duplicates, upto: next - 1, replaced: known ? undefined : cursor?.epoch, resendFrom };
}
