// Times made by a clock that turned out to be wrong: an agent that starts with one knows it only when its server has told the time.
// Records that are on disk by then stay as they are; the lane's cursor says by how much they are off, and they leave corrected.
import { WireRecord } from "@vigia/protocol";
import type { StoredRecord } from "./record.ts";

/** An error below this is not worth writing records anew, milliseconds. */
export const LEAST_ERROR_MS = 2_000;
/** A cursor's slot has room for so many; more restarts with a wrong clock than that inside three days are not expected. */
const MOST = 4;

/** Records numbered `from` up to, but not with, `to` were made by a clock that was behind by so many milliseconds. */
export interface Correction {
  readonly from: number;
  readonly to: number;
  readonly byMs: number;
}

/** Milliseconds to add to the time of this record. */
export function errorAt(corrections: readonly Correction[], seq: number): number {
  return corrections.find(({ from, to }) => from <= seq && seq < to)?.byMs ?? 0;
}

/** A record's time and bytes, later by so many milliseconds. */
export function later<Timed extends Pick<StoredRecord, "atMs" | "bytes">>(record: Timed, byMs: number): Timed {
  if (byMs === 0) return record;
  const atMs = Math.max(0, record.atMs + byMs);
  // The decoded message itself is changed: its `body` is computed and does not survive a copy.
  const message = WireRecord.decode(record.bytes);
  message.atMs = atMs;
  return { ...record, atMs, bytes: WireRecord.encode(message) };
}

/** Those that records from `oldest` on still need. */
export function stillNeeded(corrections: readonly Correction[], oldest: number): readonly Correction[] {
  return corrections.filter(({ to }) => to > oldest).slice(-MOST);
}
