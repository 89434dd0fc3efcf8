// Holds every row of a file against what is known, with pauses: twenty thousand rows do not stand in the way of anybody else.
import { setImmediate as pause } from "node:timers/promises";
import type { Known } from "./known.ts";
import { type Options, type Plan, planRow } from "./plan.ts";
import { columnsOf, Row } from "./row.ts";
import type { Problem } from "./schemas.ts";
import type { Judged, StoredRow } from "./store.ts";

const AT_ONCE = 200;

export interface Checked extends Plan {
  readonly number: number;
  readonly problems: readonly Problem[];
}

/** A plan for each row, in their order. */
export async function checkRows(
  rows: readonly StoredRow[],
  mapping: readonly string[],
  known: Known,
  options: Options,
): Promise<Checked[]> {
  const [columns, seen, checked] = [columnsOf(mapping), new Map<string, number>(), [] as Checked[]];
  for (const [index, { number, cells }] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    const row = new Row(number, cells, columns);
    checked.push({ number, ...planRow(row, known, options, seen), problems: row.problems });
  }
  return checked;
}

export const judged = ({ number, outcome, problems, resource }: Checked): Judged => ({
  number,
  outcome,
  problems,
  targetId: resource?.id ?? null,
});
