// One row as what it says: each target's cell, with the column it came from for problems. Pure.
import { showable } from "../resources/index.ts";
import type { Problem, Target } from "./schemas.ts";

export class Row {
  readonly number: number;
  readonly problems: Problem[] = [];
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<string, number>;

  constructor(number: number, cells: readonly string[], columns: ReadonlyMap<string, number>) {
    this.number = number;
    this.#cells = cells;
    this.#columns = columns;
  }

  /** The cell without space around; "" where the file has no such column or nothing in it. */
  raw(target: string): string {
    const column = this.#columns.get(target);
    return column === undefined ? "" : (this.#cells[column] ?? "").trim();
  }

  /** The same as it is kept: nothing in it that cannot be seen. Longer ones are a problem. */
  text(target: Target, most: number): string {
    const raw = this.raw(target);
    if ([...raw].length > most) this.wrong("tooLong", target, raw.slice(0, 80));
    return showable(raw, most);
  }

  wrong(code: Problem["code"], target: string | null, text: string): void {
    const column = target === null ? null : (this.#columns.get(target) ?? null);
    this.problems.push({ code, column, text: text.slice(0, 200) });
  }
}

/** Which column says what; the first of two. */
export function columnsOf(mapping: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  mapping.forEach((target, column) => {
    if (target !== "" && !columns.has(target)) columns.set(target, column);
  });
  return columns;
}
