// Reports by COPY BINARY, the fastest way into PostgreSQL: one wide row a report, one buffer a flush, no text, no parameters.
import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { idToBytes } from "../../ids.ts";
import { ROW_COLUMNS } from "./report-row.ts";

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const TRAILER = Buffer.from([0xff, 0xff]);
/** Milliseconds from 1970 to 2000, where PostgreSQL's clock begins. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const UUID_BYTES = 16;
const COLUMNS = ["organization_id", "resource_id", "at", ...ROW_COLUMNS];
/** Count of fields, two ids, and the time. */
const HEAD_BYTES = 2 + 2 * (4 + UUID_BYTES) + 4 + 8;

/** One report as it is stored. */
export interface StoredReport {
  /** Whose: the same object for every report of a connection, so that its ids are turned into bytes once. */
  readonly agent: RowOwner;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** What encodeRow made. */
  readonly row: Uint8Array;
}

interface RowOwner {
  readonly organizationId: string;
  readonly resourceId: string;
}

/** The reports as one COPY BINARY stream for `telemetry.report_raw`. */
export function encodeReports(reports: readonly StoredReport[]): Buffer {
  let size = SIGNATURE.length + TRAILER.length + reports.length * HEAD_BYTES;
  for (const { row } of reports) size += row.length;
  const bytes = Buffer.allocUnsafe(size);
  let at = SIGNATURE.copy(bytes);
  for (const { agent, atMs, row } of reports) {
    at = bytes.writeInt16BE(COLUMNS.length, at);
    const ids = idsOf(agent);
    bytes.set(ids, at);
    at = writeTimestamp(bytes, atMs, bytes.writeInt32BE(8, at + ids.length));
    bytes.set(row, at);
    at += row.length;
  }
  TRAILER.copy(bytes, at);
  return bytes;
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

/** Writes the reports in the open transaction. Rejects with PostgreSQL's error, or when the connection is lost on the way. */
export async function copyReports(client: pg.PoolClient, reports: readonly StoredReport[]): Promise<void> {
  if (reports.length === 0) return;
  const stream = client.query(copyFrom(`copy telemetry.report_raw (${COLUMNS.join(", ")}) from stdin with (format binary)`));
  const finished = once(stream, "finish");
  stream.end(encodeReports(reports));
  await finished;
}
