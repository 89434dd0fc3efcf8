// The one table: each benchmark's product beside its baseline of the same run, and whether its goals hold.
import type { Bench } from "./benches.ts";
import type { BenchLine } from "./line.ts";

export type Verdict = "holds" | "misses" | "invalid" | "failed";
export interface Outcome {
  readonly bench: Bench;
  readonly result: BenchLine | { readonly failed: string };
}

/** Goals besides the ratio that do not hold. */
const missed = ({ figures }: BenchLine): string[] => Object.entries(figures.goals ?? {}).flatMap(([goal, holds]) => (holds ? [] : [goal]));

/** A run whose baseline was too slow says nothing, whatever its ratio. */
export function verdictOf(result: Outcome["result"]): Verdict {
  if ("failed" in result) return "failed";
  if (!result.valid) return "invalid";
  return result.ratio <= result.bound && missed(result).length === 0 ? "holds" : "misses";
}

const short = (value: number | undefined): string => (typeof value === "number" ? String(Number(value.toPrecision(4))) : "–");

function cells({ bench, result }: Outcome): string[] {
  const verdict = verdictOf(result);
  if ("failed" in result) return [bench.goals, bench.name, "–", "–", bench.reference, "–", "–", verdict, result.failed];
  const { product, baseline, ratio, bound, unit } = result;
  const why = missed(result).join("; ");
  return [
    bench.goals,
    `${bench.name} (${unit})`,
    short(product),
    short(baseline),
    bench.reference,
    short(ratio),
    short(bound),
    verdict,
    why,
  ];
}

const HEAD = ["goals", "benchmark", "product", "baseline", "design's figure", "ratio", "bound", "verdict", "what misses besides"];

/** As Markdown. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = [HEAD, ...outcomes.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head = HEAD, ...body] = rows;
  return [line(head), rule, ...body.map(line)].join("\n");
}
