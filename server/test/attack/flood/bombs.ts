// Payloads that are small on the wire and were meant to be large, deep or slow where they are read.
import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { encode, HelloStatement, Lane, type Metrics, PROTOCOL_VERSION, type WireRecord } from "@vigia/protocol";

const MEBIBYTE = 1_048_576;

const varint = (value: number): Buffer =>
  value < 128 ? Buffer.of(value) : Buffer.concat([Buffer.of((value & 127) | 128), varint(Math.floor(value / 128))]);
/** A length-delimited field. */
const field = (number: number, bytes: Buffer): Buffer => Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);

/** Field `number` of an envelope filled with empty messages of field `inner`, up to `bytes`. */
export const emptyMessages = (number: number, inner: number, bytes: number): Buffer =>
  field(number, Buffer.alloc(bytes, Buffer.of((inner << 3) | 2, 0)));

/** Messages in messages, each the field `number` of the one around it. */
export function nested(number: number, levels: number): Buffer {
  let inner: Buffer = Buffer.alloc(0);
  for (let level = 0; level < levels; level++) inner = field(number, inner);
  return inner;
}

/** A hello whose parts have the right sizes and prove nothing. */
export function falseHello(): Buffer {
  const statement = HelloStatement.encode({
    organizationId: randomBytes(16),
    agentId: randomBytes(16),
    publicKey: randomBytes(32),
    agentNonce: randomBytes(32),
    epoch: 1,
    bootId: randomBytes(16),
    protocolVersion: PROTOCOL_VERSION,
    agentVersion: "9.9.9",
    capabilities: [],
    lanes: [],
  } as HelloStatement);
  return Buffer.from(encode({ hello: { statement, signature: randomBytes(64) } }));
}

/** A batch as large as an honest one can be: 256 records, each with many volumes. */
export function fullBatch(epoch: number, from: number, atMs: number): Buffer {
  const volumes = Array.from({ length: 4 }, (_, index) => ({ mount: `/${"m".repeat(900)}${index}`, totalBytes: 10, usedBytes: 5 }));
  const records = Array.from(
    { length: 256 },
    (_, index) => ({ seq: from + index, atMs, body: "metrics", metrics: { volumes } as unknown as Metrics }) as WireRecord,
  );
  return Buffer.from(encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch, records } }));
}

/** JSON that nests without end. */
export const deepJson = (bytes: number): string => "[".repeat(bytes);
/** An object with properties that nobody asked for. */
export const wideJson = (count: number): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, 1])));
/** Much of nothing, small on the wire. */
export const gzipBody = gzipSync(Buffer.alloc(8 * MEBIBYTE));
