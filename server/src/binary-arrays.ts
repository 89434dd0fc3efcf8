// Array parameters for hot statements in PostgreSQL's binary form: pg sends a Buffer as it is. The text form that pg makes of an array costs
// several times as much on both sides, which shows where a statement carries thousands of values a second.

const OID = { bytea: 17, int8: 20, int2: 21, text: 25, float8: 701, uuid: 2950 } as const;
const HEADER_BYTES = 20;
const NULL_LENGTH = -1;

/** `$n::float8[]` (double precision); null stays null. */
export const float8Array = (values: readonly (number | null)[]): Buffer =>
  fixed(OID.float8, 8, values, (bytes, value, at) => bytes.writeDoubleBE(value, at));

/** `$n::bigint[]`; whole numbers up to 2^53 - 1. */
export const int8Array = (values: readonly (number | null)[]): Buffer =>
  fixed(OID.int8, 8, values, (bytes, value, at) => {
    const high = Math.floor(value / 2 ** 32);
    bytes.writeUInt32BE(value - high * 2 ** 32, bytes.writeInt32BE(high, at));
  });

/** `$n::smallint[]`. */
export const int2Array = (values: readonly number[]): Buffer =>
  fixed(OID.int2, 2, values, (bytes, value, at) => bytes.writeInt16BE(value, at));

/** `$n::uuid[]`, from the text form of the ids. */
export const uuidArray = (ids: readonly string[]): Buffer =>
  fixed(OID.uuid, 16, ids, (bytes, id, at) => {
    if (bytes.write(id.replaceAll("-", ""), at, 16, "hex") !== 16) throw new TypeError(`not a UUID: ${id.slice(0, 50)}`);
  });

/** `$n::text[]`; null stays null. */
export function textArray(values: readonly (string | null)[]): Buffer {
  return byteaArray(
    values.map((value) => (value === null ? null : Buffer.from(value))),
    OID.text,
  );
}

/** `$n::bytea[]`; null stays null. */
export function byteaArray(values: readonly (Uint8Array | null)[], oid: number = OID.bytea): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), HEADER_BYTES);
  const bytes = Buffer.allocUnsafe(size);
  let at = writeHeader(bytes, oid, values.length);
  for (const value of values) {
    at = bytes.writeInt32BE(value?.length ?? NULL_LENGTH, at);
    if (value === null) continue;
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}

function fixed<T>(oid: number, width: number, values: readonly (T | null)[], write: (bytes: Buffer, value: T, at: number) => void): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + values.length * (4 + width));
  let at = writeHeader(bytes, oid, values.length);
  for (const value of values) {
    if (value === null) at = bytes.writeInt32BE(NULL_LENGTH, at);
    else {
      at = bytes.writeInt32BE(width, at);
      write(bytes, value, at);
      at += width;
    }
  }
  return bytes.subarray(0, at);
}

/** One dimension from 1, nulls allowed. */
function writeHeader(bytes: Buffer, oid: number, count: number): number {
  let at = 0;
  for (const value of [1, 1, oid, count, 1]) at = bytes.writeInt32BE(value, at);
  return at;
}
