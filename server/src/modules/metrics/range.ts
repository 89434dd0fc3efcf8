// Which table answers a chart, and in which steps: pure rules over the asked range.
import { AppError } from "../../errors.ts";
import { LEVELS, type Level, RAW_KEEP_MS, type SourceName } from "./levels.ts";
import type { MetricsQuery } from "./schemas.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_MS = 400 * DAY_MS;
const PRESET_RANGE_MS = HOUR_MS;
/** Most buckets when the caller names no step, and at all. */
const PRESET_POINTS = 720;
const MOST_POINTS = 2_000;
const RAW_STEP_SECONDS = 30;

/** The finest table for a range, from short to long, milliseconds. */
const FINEST: readonly { readonly longest: number; readonly source: SourceName }[] = [
  { longest: 6 * HOUR_MS, source: "raw" },
  { longest: 48 * HOUR_MS, source: "1m" },
  { longest: 10 * DAY_MS, source: "5m" },
  { longest: LONGEST_MS, source: "1h" },
];

/** What a chart is made of; all instants in milliseconds since 1970. */
export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
  /** Start of the first bucket, at or before `fromMs`, on the step's grid from 1970. */
  readonly firstMs: number;
  readonly stepSeconds: number;
  readonly points: number;
  readonly source: SourceName;
}

/**
 * Chooses range, table and step. `intervalSeconds` is how often the resource reports: without a step of the caller's own, two reports fall
 * into each bucket, so that a hole in the chart is a hole in the data. Throws INVALID_INPUT naming the field.
 */
export function chooseRange(query: MetricsQuery, nowMs: number, intervalSeconds: number): Range {
  const toMs = query.to === undefined ? nowMs : instant("to", query.to);
  const fromMs = query.from === undefined ? toMs - PRESET_RANGE_MS : instant("from", query.from);
  if (fromMs >= toMs) throw invalid("from", "must be before to");
  if (toMs - fromMs > LONGEST_MS) throw invalid("from", "must be at most 400 days before to");
  const source = sourceFor(fromMs, toMs, nowMs);
  const grain = LEVELS.find(({ name }) => name === source)?.seconds ?? RAW_STEP_SECONDS;
  const wish = query.step ?? Math.max((toMs - fromMs) / 1000 / PRESET_POINTS, 2 * intervalSeconds);
  const stepSeconds = Math.max(1, Math.ceil(wish / grain)) * grain;
  const firstMs = Math.floor(fromMs / (stepSeconds * 1000)) * stepSeconds * 1000;
  const points = Math.ceil((toMs - firstMs) / (stepSeconds * 1000));
  if (points > MOST_POINTS) throw invalid("step", `would make more than ${MOST_POINTS} points`);
  return { fromMs, toMs, firstMs, stepSeconds, points, source };
}

function sourceFor(fromMs: number, toMs: number, nowMs: number): SourceName {
  const finest = FINEST.findIndex(({ longest }) => toMs - fromMs <= longest);
  for (const { source } of FINEST.slice(Math.max(0, finest))) if (fromMs >= nowMs - keepOf(source)) return source;
  return "1h";
}

const keepOf = (source: SourceName): number => LEVELS.find(({ name }) => name === source)?.keepMs ?? RAW_KEEP_MS;

/** The levels a chart from this table is put together from, coarse to fine: each covers what the coarser one does not hold yet. */
export function chainOf(source: SourceName): readonly Level[] {
  const index = LEVELS.findIndex(({ name }) => name === source);
  return LEVELS.slice(0, index + 1).reverse();
}

function instant(field: string, text: string): number {
  const ms = /^\d{1,16}$/.test(text) ? Number(text) : /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  // PostgreSQL's and JavaScript's calendars agree between these years; no agent existed before, none is asked about after.
  if (!(ms >= 0 && ms < Date.UTC(2200, 0))) throw invalid(field, "is no instant: ISO 8601 or milliseconds since 1970");
  return ms;
}

const invalid = (field: string, problem: string): AppError =>
  new AppError("INVALID_INPUT", `${field} ${problem}`, { details: { fields: [{ field, problem }] } });
