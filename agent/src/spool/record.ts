// One record as it lies in a segment: len u32 | crc u32 | class u8 | seq u64 | time u64 | bytes, little endian.
// `len` counts what follows the checksum. The checksum is zlib's CRC-32: Node has no CRC-32C, and this one is native.
import { crc32 } from "node:zlib";
import { MAX_FRAME_BYTES } from "@vigia/protocol";
import { readAll, type SpoolFile } from "./files.ts";

const PREFIX = 8;
const FIXED = 17;
const CHUNK = 65_536;

export interface StoredRecord {
  /** What the bytes are: a lane's number, or one of the state lane's kinds. */
  readonly kind: number;
  /** At most 2^53 - 1. */
  readonly seq: number;
  /** Milliseconds since 1970 by the server's clock. */
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/** The record as it is written. */
export function encodeRecord(record: StoredRecord): Buffer {
  const buffer = Buffer.allocUnsafe(PREFIX + FIXED + record.bytes.length);
  buffer.writeUInt32LE(FIXED + record.bytes.length, 0);
  buffer.writeUInt8(record.kind, PREFIX);
  buffer.writeBigUInt64LE(BigInt(record.seq), PREFIX + 1);
  buffer.writeBigUInt64LE(BigInt(Math.max(0, Math.round(record.atMs))), PREFIX + 9);
  buffer.set(record.bytes, PREFIX + FIXED);
  buffer.writeUInt32LE(crc32(buffer.subarray(PREFIX)), 4);
  return buffer;
}

/** Bytes of a record whose prefix lies at `at`; undefined when the prefix cannot be one. */
function sizeAt(buffer: Buffer, at: number): number | undefined {
  const length = buffer.readUInt32LE(at);
  return length < FIXED || length > FIXED + MAX_FRAME_BYTES ? undefined : PREFIX + length;
}

function decodeRecord(bytes: Buffer): StoredRecord | undefined {
  if (crc32(bytes.subarray(PREFIX)) !== bytes.readUInt32LE(4)) return undefined;
  const seq = Number(bytes.readBigUInt64LE(PREFIX + 1));
  const atMs = Number(bytes.readBigUInt64LE(PREFIX + 9));
  if (!Number.isSafeInteger(seq) || !Number.isSafeInteger(atMs)) return undefined;
  return { kind: bytes.readUInt8(PREFIX), seq, atMs, bytes: Buffer.from(bytes.subarray(PREFIX + FIXED)) };
}

/** A record and where the next one begins. */
export interface FoundRecord {
  readonly record: StoredRecord;
  readonly end: number;
}

/** The whole records between two places of a file, in order; ends quietly at the first damaged one. */
export async function* readRecords(file: SpoolFile, from: number, to: number): AsyncGenerator<FoundRecord> {
  let chunk = Buffer.alloc(0);
  let base = from;
  let at = 0;
  /** Makes at least `need` bytes available at `at`; false when the file has fewer. */
  const have = async (need: number): Promise<boolean> => {
    if (chunk.length - at >= need) return true;
    base += at;
    const target = Buffer.allocUnsafe(Math.max(0, Math.min(Math.max(need, CHUNK), to - base)));
    chunk = target.subarray(0, await readAll(file, target, base));
    at = 0;
    return chunk.length >= need;
  };
  while (await have(PREFIX + FIXED)) {
    const size = sizeAt(chunk, at);
    if (size === undefined || !(await have(size))) return;
    const record = decodeRecord(chunk.subarray(at, at + size));
    if (record === undefined) return;
    at += size;
    yield { record, end: base + at };
  }
}
