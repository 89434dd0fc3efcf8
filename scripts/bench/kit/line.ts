// What a benchmark says at its end: one line of JSON, the same for all, so that a table can be made of any of them.

/** A benchmark's result. Ratios are product ÷ baseline of the same run. */
export interface BenchLine {
  readonly name: string;
  readonly product: number;
  readonly baseline: number;
  readonly ratio: number;
  /** The ratio (or, without a baseline, the figure) that the goal allows. */
  readonly bound: number;
  readonly unit: string;
  /** False when the baseline was so slow that the run says nothing. */
  readonly valid: boolean;
  /** Everything else that was measured; `goals` holds what has to hold besides the ratio. */
  readonly figures: Readonly<Record<string, unknown>> & { readonly goals?: Readonly<Record<string, boolean>> };
}

/** A baseline slower than this many times the figure of the design makes a run worth nothing. */
const SLOWEST = 1.5;

/** Whether a run with this baseline says anything; `reference` is the design's figure in the same unit. */
export const isValid = (baseline: number, reference: number): boolean => baseline <= SLOWEST * reference;

/** As JSON, numbers with four digits. */
export const jsonOf = (what: object): string =>
  JSON.stringify(what, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value));

/** Writes the last line of a benchmark. */
export const finish = (line: BenchLine): void => console.log(jsonOf(line));

/** Reads a line back; undefined when it is no result. */
export function readLine(text: string): BenchLine | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const line = JSON.parse(text) as Partial<BenchLine>;
    const whole = typeof line.name === "string" && typeof line.product === "number" && typeof line.valid === "boolean";
    return whole ? (line as BenchLine) : undefined;
  } catch {
    // Words that only look like JSON are no result.
    return undefined;
  }
}
