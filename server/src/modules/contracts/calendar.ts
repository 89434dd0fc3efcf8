// Days of the calendar, as text "YYYY-MM-DD": they compare as text, and no time zone moves them.

/** A day as the database takes it. */
export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day it is at that moment in a time zone (IANA name). */
export function dayAt(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The same day so many months later; the last one of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** A day so many months after another, as the database takes it; null without months. */
export const monthsAfter = (day: string, months: number | null): Date | null => (months === null ? null : toDate(addMonths(day, months)));
