// Raw rows by COPY BINARY, the fastest way into PostgreSQL: one buffer for each kind and flush, no text, no parameters.
import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { idToBytes } from "../../ids.ts";
import type { Kind, Row } from "./kinds.ts";
import { tableOf } from "./sql.ts";

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const TRAILER = Buffer.from([0xff, 0xff]);
/** Milliseconds from 1970 to 2000, where PostgreSQL's clock begins. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const UUID_BYTES = 16;
/** Most bytes of one UTF-16 unit in UTF-8. */
const MOST_PER_CHARACTER = 3;

export interface RawRow {
  readonly organizationId: string;
  readonly resourceId: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly row: Row;
}

/** The rows as a COPY BINARY stream of the columns organization_id, resource_id, object, at and the kind's metrics. */
export function encodeRows(kind: Kind, rows: readonly RawRow[]): Buffer {
  const fields = 4 + kind.metrics.length;
  const fixed = 2 + 4 * fields + 2 * UUID_BYTES + 8 + 8 * kind.metrics.length;
  const characters = rows.reduce((sum, { row }) => sum + row.object.length, 0);
  const bytes = Buffer.allocUnsafe(SIGNATURE.length + rows.length * fixed + characters * MOST_PER_CHARACTER + TRAILER.length);
  let at = SIGNATURE.copy(bytes);
  let head: Buffer = TRAILER;
  let headOf: RawRow | undefined;
  for (const one of rows) {
    // The rows of one report follow each other and begin alike.
    if (headOf?.resourceId !== one.resourceId || headOf.organizationId !== one.organizationId) {
      head = rowHead(fields, one);
      headOf = one;
    }
    at += head.copy(bytes, at);
    const length = bytes.write(one.row.object, at + 4);
    at = bytes.writeInt32BE(length, at) + length;
    at = bytes.writeInt32BE(8, at);
    at = writeTimestamp(bytes, one.atMs, at);
    for (const value of one.row.values) {
      if (value === null) at = bytes.writeInt32BE(-1, at);
      else at = bytes.writeDoubleBE(value, bytes.writeInt32BE(8, at));
    }
  }
  at += TRAILER.copy(bytes, at);
  return bytes.subarray(0, at);
}

/** Field count, organization and resource of a row. */
function rowHead(fields: number, { organizationId, resourceId }: RawRow): Buffer {
  const head = Buffer.allocUnsafe(2 + 2 * (4 + UUID_BYTES));
  let at = head.writeInt16BE(fields);
  for (const id of [organizationId, resourceId]) {
    at = head.writeInt32BE(UUID_BYTES, at);
    head.set(idToBytes(id), at);
    at += UUID_BYTES;
  }
  return head;
}

/** Microseconds since 2000 as 64 bits, in two halves because a double holds only 53. */
function writeTimestamp(bytes: Buffer, atMs: number, at: number): number {
  const micros = (atMs - POSTGRES_EPOCH_MS) * 1000;
  const high = Math.floor(micros / 2 ** 32);
  bytes.writeInt32BE(high, at);
  return bytes.writeUInt32BE(micros - high * 2 ** 32, at + 4);
}

/** Writes the rows in the open transaction. Rejects with PostgreSQL's error, or when the connection is lost on the way. */
export async function copyRows(client: pg.PoolClient, kind: Kind, rows: readonly RawRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = ["organization_id", "resource_id", "object", "at", ...kind.metrics.map(({ name }) => name)];
  const stream = client.query(copyFrom(`copy ${tableOf(kind, "raw")} (${columns.join(", ")}) from stdin with (format binary)`));
  const finished = once(stream, "finish");
  stream.end(encodeRows(kind, rows));
  await finished;
}
