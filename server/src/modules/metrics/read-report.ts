// Looks at a report before it is stored: finite numbers in their unit's range, names that PostgreSQL can hold, a sensible number of things.
// What does not pass is quarantined whole, never bent into shape.
import type { Metrics } from "@vigia/protocol";
import { Unfit } from "../../delivery/index.ts";
import { KINDS, type Kind, type Row, type Unit } from "./kinds.ts";

/** Longest name of a mount, device or interface, characters. */
export const MAX_NAME = 255;
/** Most things of one kind in one report. */
const MAX_THINGS = 512;
/** Highest uptime, seconds. */
export const MAX_UPTIME_SECONDS = 1e11;
const MAX_BYTES = Number.MAX_SAFE_INTEGER;
/** Room for rounding where a share was computed from two readings. */
const ROUNDING = 1e-6;

/** The highest value of each unit; the lowest is 0. */
export const HIGHEST: { readonly [U in Unit]: number } = {
  ratio: 1 + ROUNDING,
  bytes: MAX_BYTES,
  bytesPerSecond: 1e15,
  perSecond: 1e12,
  load: 1e6,
};

/** Rows of each kind, in the order of KINDS. */
export type ReportRows = readonly (readonly Row[])[];

/** The report's rows. Throws Unfit naming the value that does not fit. */
export function readReport(report: Metrics): ReportRows {
  requireRange("uptime", report.uptimeSeconds, MAX_UPTIME_SECONDS);
  requireRange("memory total", report.memory?.totalBytes, MAX_BYTES);
  requireRange("swap total", report.memory?.swapTotalBytes, MAX_BYTES);
  for (const volume of report.volumes ?? []) {
    requireRange("volume total", volume.totalBytes, MAX_BYTES);
    requireRange("inodes total", volume.inodesTotal, MAX_BYTES);
    requireRange("inodes used", volume.inodesUsed, MAX_BYTES);
    requireName("file system", volume.filesystem ?? "");
  }
  return KINDS.map((kind) => readKind(kind, report));
}

function readKind(kind: Kind, report: Metrics): Row[] {
  if (kind.count(report) > MAX_THINGS) throw new Unfit(`more than ${MAX_THINGS} things of kind ${kind.name}`);
  const rows = kind.rows(report);
  for (const row of rows) {
    requireName(kind.name, row.object);
    if (kind.name !== "host" && row.object === "") throw new Unfit(`a ${kind.name} without a name`);
    // Counted, not iterated: this runs for every value that any agent sends.
    for (let index = 0; index < kind.metrics.length; index++) {
      const metric = kind.metrics[index];
      if (metric !== undefined) requireRange(metric.name, row.values[index], HIGHEST[metric.unit]);
    }
  }
  return rows;
}

function requireRange(what: string, value: number | null | undefined, highest: number): void {
  if (value === null || value === undefined) return;
  // NaN fails both comparisons.
  if (!(value >= 0 && value <= highest)) throw new Unfit(`${what} is out of range`);
}

function requireName(what: string, name: string): void {
  if (name.length > MAX_NAME) throw new Unfit(`the name of a ${what} is longer than ${MAX_NAME} characters`);
  if (name.includes("\0")) throw new Unfit(`the name of a ${what} holds a NUL`);
}
