// A report's own columns of telemetry.report_raw, as COPY BINARY has them: the host's values, then for each other kind the names of its
// things and all their values in one array. Made when the report arrives, so that a flush only puts rows one after another.
import { KINDS, type Kind, type Row } from "./kinds.ts";
import type { ReportRows } from "./read-report.ts";

/** PostgreSQL's own numbers of the element types. */
const OID = { text: 25, float8: 701 } as const;
const NULL_FIELD = -1;
/** Dimensions, whether nulls occur, element type, length, lower bound. */
const ARRAY_HEAD_BYTES = 20;
const VALUE_BYTES = 4 + 8;
/** Most bytes of one UTF-16 unit in UTF-8. */
const MOST_PER_CHARACTER = 3;

const isHost = ({ name }: Kind): boolean => name === "host";

/** The columns in their order, after organization_id, resource_id and at. */
export const ROW_COLUMNS: readonly string[] = KINDS.flatMap((kind) =>
  isHost(kind) ? kind.metrics.map(({ name }) => name) : [`${kind.name}_objects`, `${kind.name}_values`],
);

/** The fields of ROW_COLUMNS for a report with these rows. */
export function encodeRow(rows: ReportRows): Uint8Array {
  const bytes = Buffer.allocUnsafe(mostBytes(rows));
  let at = 0;
  for (let index = 0; index < KINDS.length; index++) {
    const [kind, things = []] = [KINDS[index], rows[index]];
    if (kind === undefined) continue;
    if (isHost(kind)) at = writeHost(bytes, at, kind, things[0]);
    else if (things.length === 0) at = bytes.writeInt32BE(NULL_FIELD, bytes.writeInt32BE(NULL_FIELD, at));
    else at = writeValues(bytes, writeNames(bytes, at, things), things, things.length * kind.metrics.length);
  }
  return bytes.subarray(0, at);
}

function mostBytes(rows: ReportRows): number {
  let size = 0;
  for (let index = 0; index < KINDS.length; index++) {
    const width = KINDS[index]?.metrics.length ?? 0;
    size += 2 * (4 + ARRAY_HEAD_BYTES) + width * VALUE_BYTES;
    for (const { object } of rows[index] ?? []) size += 4 + object.length * MOST_PER_CHARACTER + width * VALUE_BYTES;
  }
  return size;
}

function writeHost(bytes: Buffer, start: number, { metrics }: Kind, row: Row | undefined): number {
  let at = start;
  for (let index = 0; index < metrics.length; index++) at = writeValue(bytes, at, row?.values[index] ?? null);
  return at;
}

function writeNames(bytes: Buffer, start: number, things: readonly Row[]): number {
  let at = writeArrayHead(bytes, start + 4, OID.text, things.length);
  for (const { object } of things) {
    const length = bytes.write(object, at + 4);
    at = bytes.writeInt32BE(length, at) + length;
  }
  bytes.writeInt32BE(at - start - 4, start);
  return at;
}

function writeValues(bytes: Buffer, start: number, things: readonly Row[], count: number): number {
  let at = writeArrayHead(bytes, start + 4, OID.float8, count);
  for (const { values } of things) for (let index = 0; index < values.length; index++) at = writeValue(bytes, at, values[index] ?? null);
  bytes.writeInt32BE(at - start - 4, start);
  return at;
}

function writeValue(bytes: Buffer, at: number, value: number | null): number {
  if (value === null) return bytes.writeInt32BE(NULL_FIELD, at);
  return bytes.writeDoubleBE(value, bytes.writeInt32BE(8, at));
}

/** One dimension from 1, nulls allowed. */
function writeArrayHead(bytes: Buffer, start: number, oid: number, count: number): number {
  let at = bytes.writeInt32BE(1, start);
  at = bytes.writeInt32BE(1, at);
  at = bytes.writeInt32BE(oid, at);
  at = bytes.writeInt32BE(count, at);
  return bytes.writeInt32BE(1, at);
}
