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

/** One report's rows of one kind. */
export interface RawRows {
  /** Whose rows: the same object for every report of a connection, so that its ids are turned into bytes once. */
  readonly agent: RowOwner;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly rows: readonly Row[];
}

export interface RowOwner {
  readonly organizationId: string;
  readonly resourceId: string;
}

/** The rows as a COPY BINARY stream of the columns organization_id, resource_id, object, at and the kind's metrics. */
export function encodeRows(kind: Kind, reports: readonly RawRows[]): Buffer {
  const fields = 4 + kind.metrics.length;
  const fixed = 2 + 4 * fields + 2 * UUID_BYTES + 8 + 8 * kind.metrics.length;
  let size = SIGNATURE.length + TRAILER.length;
  for (const { rows } of reports) for (const { object } of rows) size += fixed + object.length * MOST_PER_CHARACTER;
  const bytes = Buffer.allocUnsafe(size);
  let at = SIGNATURE.copy(bytes);
  for (const { agent, atMs, rows } of reports) {
    const ids = idsOf(agent);
    for (const { object, values } of rows) {
      at = bytes.writeInt16BE(fields, at);
      bytes.set(ids, at);
      at += ids.length;
      const length = bytes.write(object, at + 4);
      at = bytes.writeInt32BE(length, at) + length;
      at = writeTimestamp(bytes, atMs, bytes.writeInt32BE(8, at));
      for (const value of values) {
        if (value === null) at = bytes.writeInt32BE(-1, at);
        else at = bytes.writeDoubleBE(value, bytes.writeInt32BE(8, at));
      }
    }
  }
  at += TRAILER.copy(bytes, at);
  return bytes.subarray(0, at);
}

const known = new WeakMap<RowOwner, Uint8Array>();

/** Organization and resource as two fields of a row. */
function idsOf(agent: RowOwner): Uint8Array {
  let ids = known.get(agent);
  if (ids === undefined) {
    const made = Buffer.allocUnsafe(2 * (4 + UUID_BYTES));
    let at = 0;
    for (const id of [agent.organizationId, agent.resourceId]) {
      at = made.writeInt32BE(UUID_BYTES, at);
      made.set(idToBytes(id), at);
      at += UUID_BYTES;
    }
    ids = made;
    known.set(agent, ids);
  }
  return ids;
}

/** Microseconds since 2000 as 64 bits, in two halves because a double holds only 53. */
function writeTimestamp(bytes: Buffer, atMs: number, at: number): number {
  const micros = (atMs - POSTGRES_EPOCH_MS) * 1000;
  const high = Math.floor(micros / 2 ** 32);
  bytes.writeInt32BE(high, at);
  return bytes.writeUInt32BE(micros - high * 2 ** 32, at + 4);
}

/** Writes the rows in the open transaction. Rejects with PostgreSQL's error, or when the connection is lost on the way. */
export async function copyRows(client: pg.PoolClient, kind: Kind, reports: readonly RawRows[]): Promise<void> {
  if (!reports.some(({ rows }) => rows.length > 0)) return;
  const columns = ["organization_id", "resource_id", "object", "at", ...kind.metrics.map(({ name }) => name)];
  const stream = client.query(copyFrom(`copy ${tableOf(kind, "raw")} (${columns.join(", ")}) from stdin with (format binary)`));
  const finished = once(stream, "finish");
  stream.end(encodeRows(kind, reports));
  await finished;
}
