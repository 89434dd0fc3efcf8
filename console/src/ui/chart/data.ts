// What a chart draws and what its table and file say: times in seconds since 1970 beside values, null where nothing was measured.
import type { Format } from "../format.ts";

export type Unit = "ratio" | "bytes" | "bytesPerSecond" | "perSecond" | "load";
export type Values = readonly (number | null)[];

export interface Line {
  readonly label: string;
  readonly values: Values;
  /** The lowest and highest sample of each bucket, drawn as a band. */
  readonly low?: Values;
  readonly high?: Values;
}

export interface ChartData {
  readonly times: readonly number[];
  readonly unit: Unit;
  readonly lines: readonly Line[];
  /** Where the scale ends when it has a natural end: 1 for a share, the size of a volume. */
  readonly top?: number;
}

/** A value with its unit. */
export function writeValue(format: Format, unit: Unit, value: number | null | undefined): string {
  if (unit === "ratio") return format.fineRatio(value);
  if (unit === "bytes") return format.bytes(value);
  if (unit === "bytesPerSecond") return format.bytesPerSecond(value);
  if (unit === "perSecond") return format.perSecond(value);
  return format.number(value);
}

/** True when there is not a single measurement to draw. */
export function isBlank(data: ChartData): boolean {
  return data.lines.every((line) => line.values.every((value) => value === null));
}

/** The columns uPlot takes: times, every line, then each band's two edges. Gaps stay null. */
export function columnsOf(data: ChartData): (readonly (number | null)[])[] {
  const bands = data.lines.flatMap((line) => (line.low !== undefined && line.high !== undefined ? [line.high, line.low] : []));
  return [data.times, ...data.lines.map((line) => line.values), ...bands];
}

/** The places whose neighbours hold nothing: a line cannot show them, a dot can. */
export function loneValues(values: Values): number[] {
  const measured = (index: number) => values[index] !== null && values[index] !== undefined;
  return values.flatMap((_, index) => (measured(index) && !measured(index - 1) && !measured(index + 1) ? [index] : []));
}

/** The last place with a measurement in any line, or the last place. */
export function lastMeasured(data: ChartData): number {
  for (let index = data.times.length - 1; index >= 0; index -= 1) if (data.lines.some((line) => line.values[index] !== null)) return index;
  return data.times.length - 1;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** A cell that a spreadsheet would run as a formula is kept as text. */
const cell = (text: string): string => quoted(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The chart as CSV: ISO times and plain numbers in base units, an empty cell for a gap. */
export function toCsv(data: ChartData): string {
  const head = ["time", ...data.lines.map((line) => `${line.label} (${data.unit})`)].map(cell).join(",");
  const rows = data.times.map((time, index) =>
    [new Date(time * 1000).toISOString(), ...data.lines.map((line) => line.values[index] ?? "")].join(","),
  );
  return `${[head, ...rows].join("\r\n")}\r\n`;
}
