// Days in a filter: 2027, 2027-03, 2027-03-31, 31/03/2027, today, unknown, and so long from now: 90d, "90 days", "30 days ago", -12h. Pure.
import type { Comparison } from "./tree.ts";

const DAY_MS = 86_400_000;
const WRITTEN = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const EUROPEAN = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const RELATIVE = /^([+-]?)(\d{1,5}) ?(h|d|w|m|y|hours?|days?|weeks?|months?|years?)( ago)?$/;
/** Two hundred years are enough for everybody, and every database has them. */
const MOST: Readonly<Record<string, number>> = { y: 200, m: 2_400 };
/** What stands behind a number to make it a time from now. */
export const isUnit = (word: string): boolean => /^(h|d|w|m|y|hours?|days?|weeks?|months?|years?)$/i.test(word);

/** The date in its one form (31/03/2027 → 2027-03-31, "30 days ago" → -30d); undefined for what is none. */
export function readDate(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  if (lower === "today" || lower === "unknown") return lower;
  const european = EUROPEAN.exec(lower);
  const day = european === null ? lower : `${european[3]}-${european[2]?.padStart(2, "0")}-${european[1]?.padStart(2, "0")}`;
  if (WRITTEN.test(day)) return isCalendar(day) ? day : undefined;
  const [, sign = "", amount = "", unit = "", ago] = RELATIVE.exec(lower) ?? [];
  if (amount === "" || (ago !== undefined && sign !== "") || Number(amount) > (MOST[unit[0] ?? ""] ?? 99_999)) return undefined;
  return `${ago !== undefined || sign === "-" ? "-" : ""}${Number(amount)}${unit[0]}`;
}

function isCalendar(written: string): boolean {
  const at = Date.parse(`${written}${"-01-01".slice(written.length - 4)}T00:00:00Z`);
  return !Number.isNaN(at) && Number(written.slice(0, 4)) >= 1900 && new Date(at).toISOString().startsWith(written);
}

/** A stretch of time in milliseconds since 1970; `to` does not belong to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a date in its one form (not "unknown") means at `now`. A relative one is a moment, except where `days` are compared. */
export function stretchOf(date: string, now: number, days: boolean): Stretch {
  const written = WRITTEN.exec(date);
  if (written !== null) return calendarStretch(written);
  const moment = date === "today" ? now : moved(now, date);
  const from = Math.floor(moment / DAY_MS) * DAY_MS;
  return days || date === "today" ? { from, to: from + DAY_MS } : { from: moment, to: moment + 1 };
}

function calendarStretch([, year = "", month, day]: RegExpExecArray): Stretch {
  const [y, m] = [Number(year), Number(month ?? 1) - 1];
  const from = Date.UTC(y, m, Number(day ?? 1));
  if (day !== undefined) return { from, to: from + DAY_MS };
  return { from, to: month === undefined ? Date.UTC(y + 1, 0) : Date.UTC(y, m + 1) };
}

function moved(now: number, relative: string): number {
  const amount = Number(relative.slice(0, -1));
  const unit = relative.at(-1);
  if (unit === "h") return now + amount * 3_600_000;
  if (unit === "d" || unit === "w") return now + amount * DAY_MS * (unit === "w" ? 7 : 1);
  const at = new Date(now);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + amount * (unit === "y" ? 12 : 1));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.getTime();
}

/** Whether a moment stands so to a stretch. */
export function stands(at: number, operator: Comparison, { from, to }: Stretch): boolean {
  if (operator === "=") return at >= from && at < to;
  if (operator === "<") return at < from;
  if (operator === "<=") return at < to;
  return operator === ">" ? at >= to : at >= from;
}
