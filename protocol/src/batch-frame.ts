// A batch's frame out of records that are bytes already: what was encoded once is copied, never read and written again.
import { shape } from "#gen/shape.js";
import type { Lane } from "./messages.ts";

const numberOf = (message: string, field: string): number =>
  Number(Object.entries(shape[message] ?? {}).find(([, type]) => type === field)?.[0]);
const DELIMITED = 2;
const BATCH_TAG = (numberOf("Envelope", "Batch") << 3) | DELIMITED;
const RECORDS_TAG = (numberOf("Batch", "Record") << 3) | DELIMITED;
/** Batch.lane and Batch.epoch, Record.seq: the numbers that the .proto gives them, as varints. */
const LANE_TAG = 1 << 3;
const EPOCH_TAG = 2 << 3;
const SEQ_TAG = 1 << 3;

/** A record's bytes without a number, and the number it travels under (1 to 2^53 - 1). */
export interface NumberedRecord {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface BatchOfBytes {
  readonly lane: Lane;
  readonly epoch: number;
  readonly records: readonly NumberedRecord[];
}

/** The frame of an Envelope with this batch. Limits are the caller's: the records were checked when they were made. */
export function encodeBatch({ lane, epoch, records }: BatchOfBytes): Uint8Array {
  const sizes = records.map(({ seq, bytes }) => 1 + sizeOf(seq) + bytes.length);
  const content = sizes.reduce((sum, size) => sum + sizeOf(RECORDS_TAG) + sizeOf(size) + size, 2 + sizeOf(lane) + sizeOf(epoch));
  const frame = new Uint8Array(sizeOf(BATCH_TAG) + sizeOf(content) + content);
  let at = 0;
  const write = (value: number): void => {
    for (let rest = value; ; rest = Math.floor(rest / 128)) {
      frame[at++] = rest < 128 ? rest : (rest % 128) | 128;
      if (rest < 128) return;
    }
  };
  for (const value of [BATCH_TAG, content, LANE_TAG, lane, EPOCH_TAG, epoch]) write(value);
  records.forEach(({ seq, bytes }, index) => {
    for (const value of [RECORDS_TAG, sizes[index] ?? 0, SEQ_TAG, seq]) write(value);
    frame.set(bytes, at);
    at += bytes.length;
  });
  return frame;
}

/** Bytes of a number as a varint. */
function sizeOf(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}
