// Numbers, sizes, times as people read them: one formatter per language and time zone, pure and tested.

export type Language = "en" | "pt-BR";

export interface FormatOptions {
  readonly language: Language;
  /** IANA zone, or undefined for the browser's own. */
  readonly timeZone: string | undefined;
}

const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] as const;
const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];
const DURATION_UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Shown where a value is not known. */
export const UNKNOWN = "–";

/** Which power of 1024 a size is written in: 0 is bytes. */
function byteStep(bytes: number): number {
  if (!Number.isFinite(bytes) || Math.abs(bytes) < 1) return 0;
  return Math.min(BYTE_UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.abs(bytes)) / 10)));
}

/** The formatter of one language and zone. Every function answers UNKNOWN for null, undefined and not-a-number. */
export function createFormat({ language, timeZone }: FormatOptions) {
  const zone = timeZone === undefined ? {} : { timeZone };
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const finePercent = new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const relativeTime = new Intl.RelativeTimeFormat(language, { numeric: "always", style: "narrow" });
  const units = new Intl.ListFormat(language, { style: "narrow", type: "unit" });
  const list = new Intl.ListFormat(language, { style: "long", type: "conjunction" });
  const dateTime = new Intl.DateTimeFormat(language, { ...zone, dateStyle: "medium", timeStyle: "medium" });
  const date = new Intl.DateTimeFormat(language, { ...zone, dateStyle: "medium" });
  // A day without a time belongs to no zone.
  const plainDate = new Intl.DateTimeFormat(language, { timeZone: "UTC", dateStyle: "medium" });
  const clock = new Intl.DateTimeFormat(language, { ...zone, hour: "2-digit", minute: "2-digit" });
  const clockSeconds = new Intl.DateTimeFormat(language, { ...zone, hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const day = new Intl.DateTimeFormat(language, { ...zone, day: "2-digit", month: "short" });
  // Sweden writes days as ISO does.
  const isoDay = new Intl.DateTimeFormat("sv-SE", { ...zone, dateStyle: "short" });
  const amount = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const known = <Value>(value: Value | null | undefined, write: (value: Value) => string): string =>
    value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value)) ? UNKNOWN : write(value);
  const measure = (value: number, unit: string): string =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: 0 }).format(value);

  const bytes = (value: number | null | undefined): string =>
    known(value, (size) => {
      const step = byteStep(size);
      return `${short.format(size / 1024 ** step)} ${BYTE_UNITS[step]}`;
    });

  return {
    language,
    whole: (value: number | null | undefined) => known(value, whole.format),
    number: (value: number | null | undefined) => known(value, short.format),
    /** 0..1 as a whole percentage. */
    ratio: (value: number | null | undefined) => known(value, percent.format),
    /** 0..1 as a percentage with one digit after the point. */
    fineRatio: (value: number | null | undefined) => known(value, finePercent.format),
    bytes,
    bytesPerSecond: (value: number | null | undefined) => known(value, (rate) => `${bytes(rate)}/s`),
    perSecond: (value: number | null | undefined) => known(value, (rate) => `${short.format(rate)}/s`),
    /** The two largest units of a span in seconds: "3d 4h". */
    duration: (seconds: number | null | undefined) =>
      known(seconds, (span) => {
        let rest = Math.max(0, Math.round(span));
        const parts: string[] = [];
        for (const [unit, size] of DURATION_UNITS) {
          const count = Math.floor(rest / size);
          rest -= count * size;
          if (count > 0 || (parts.length === 0 && unit === "second")) parts.push(measure(count, unit));
          else if (parts.length > 0) break;
          if (parts.length === 2) break;
        }
        return units.format(parts);
      }),
    /** How long ago (or in how long) an instant is, seen from `now` (ms since 1970). */
    relative: (at: string | number | null | undefined, now: number) =>
      known(at, (instant) => {
        const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
        if (Number.isNaN(seconds)) return UNKNOWN;
        for (const [unit, size] of STEPS) {
          if (Math.abs(seconds) >= size || unit === "second") return relativeTime.format(Math.trunc(seconds / size), unit);
        }
        return UNKNOWN;
      }),
    dateTime: (at: string | number | null | undefined) => known(at, (instant) => dateTime.format(new Date(instant))),
    date: (at: string | number | null | undefined) => known(at, (instant) => date.format(new Date(instant))),
    /** A day written YYYY-MM-DD; anything else stays as it is. */
    plainDate: (day: string) => {
      const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
      return Number.isNaN(at) ? day : plainDate.format(at);
    },
    /** The calendar's day at an instant, as YYYY-MM-DD. */
    isoDay: (at: number) => isoDay.format(at),
    /** Money without its currency, from a text such as "1234.5"; digits are never rounded away. */
    amount: (text: string) => (/^-?\d+(\.\d{1,2})?$/.test(text) ? amount.format(text as unknown as number) : text),
    clock: (at: number) => clock.format(at),
    clockSeconds: (at: number) => clockSeconds.format(at),
    day: (at: number) => day.format(at),
    list: (items: readonly string[]) => list.format(items),
  };
}

export type Format = ReturnType<typeof createFormat>;
