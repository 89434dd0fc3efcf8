// Batches as a server takes them: of an ordinary report only its number, its time and where it lies in the frame. The report itself is
// decoded when somebody asks for it, which for most of thousands a second nobody does.
import "./plain-numbers.ts";

import { vigia } from "#gen/vigia.js";
import { decode, type Envelope, guarded, type Metrics, type WireRecord } from "./codec.ts";
import { scan } from "./scan.ts";
import { tagOf, UNUSUAL, WireReader } from "./wire-reader.ts";

const v1 = vigia.v1;
const ENVELOPE_BATCH = tagOf(18, 2);
const BATCH_LANE = tagOf(1, 0);
const BATCH_EPOCH = tagOf(2, 0);
const BATCH_RECORD = tagOf(3, 2);
const RECORD_SEQ = tagOf(1, 0);
const RECORD_AT = tagOf(2, 0);
const RECORD_METRICS = tagOf(32, 2);

/** A record with a report that nobody has read yet. To everybody else it is a WireRecord like any other. */
export class UnreadReport {
  readonly body = "metrics";
  seq = 0;
  atMs = 0;
  /** What it came in. */
  readonly frame: Uint8Array;
  /** Where the record lies in the frame. */
  readonly start: number;
  readonly end: number;
  /** Where its report lies. */
  reportStart = UNUSUAL;
  reportEnd = UNUSUAL;
  #metrics: Metrics | undefined;

  constructor(frame: Uint8Array, start: number, end: number) {
    this.frame = frame;
    this.start = start;
    this.end = end;
  }

  /** Decoded when asked for, then kept. Throws WireError when it is damaged. */
  get metrics(): Metrics {
    this.#metrics ??= guarded(() => v1.Metrics.decode(this.reportBytes)) as Metrics;
    return this.#metrics;
  }

  /** The whole record as it came. */
  get bytes(): Uint8Array {
    return this.frame.subarray(this.start, this.end);
  }

  /** The report as it came. */
  get reportBytes(): Uint8Array {
    return this.frame.subarray(this.reportStart, this.reportEnd);
  }
}

/**
 * Decodes one frame as decode() does, except that ordinary reports in a batch stay unread: what is damaged inside one shows when it is
 * asked for. Throws WireError like decode().
 */
export function decodeSparingly(frame: Uint8Array): Envelope {
  const reader = new WireReader(frame);
  if (reader.varint() !== ENVELOPE_BATCH || scan("Envelope", frame) !== 1) return decode(frame);
  // The batch is all there is in the frame: scan() found one field.
  reader.varint();
  let lane = 0;
  let epoch = 0;
  const records: WireRecord[] = [];
  while (reader.at < frame.length) {
    const tag = reader.varint();
    const value = reader.varint();
    if (tag === BATCH_RECORD) records.push(readRecord(reader, reader.at + value));
    else if (tag === BATCH_EPOCH && value !== UNUSUAL) epoch = value;
    else if (tag === BATCH_LANE && value >= 0 && value < 2 ** 31) lane = value;
    else return decode(frame);
  }
  return { body: "batch", batch: { lane, epoch, records } };
}

/** The record up to `end`, where the reader stands afterwards. */
function readRecord(reader: WireReader, end: number): WireRecord {
  const { bytes: frame, at: start } = reader;
  const record = new UnreadReport(frame, start, end);
  const ordinary = readOrdinary(reader, record);
  reader.at = end;
  return ordinary ? record : (guarded(() => v1.Record.decode(frame.subarray(start, end))) as WireRecord);
}

/** Fills the record in. False when it is anything else than one report with its number and time. */
function readOrdinary(reader: WireReader, record: UnreadReport): boolean {
  while (reader.at < record.end) {
    const tag = reader.varint();
    const value = reader.varint();
    if (value === UNUSUAL) return false;
    if (tag === RECORD_SEQ) record.seq = value;
    else if (tag === RECORD_AT) record.atMs = value;
    else if (tag === RECORD_METRICS && record.reportEnd === UNUSUAL) {
      record.reportStart = reader.at;
      reader.at += value;
      record.reportEnd = reader.at;
    } else return false;
  }
  return record.reportEnd !== UNUSUAL;
}
