// What became of each row, as a table to keep: the outcome and the problems in words, then the row as it was.
import type { Language } from "../../spreadsheet/index.ts";
import type { ImportRow } from "./schemas.ts";
import { OUTCOME_WORDS, PROBLEM_WORDS, REPORT_HEADINGS } from "./words.ts";

/** `next` answers the rows after a number, in their order. */
export async function* reportRows(
  columns: readonly string[],
  next: (after: number) => Promise<ImportRow[]>,
  language: Language,
): AsyncGenerator<readonly (string | number)[]> {
  yield [...REPORT_HEADINGS[language], ...columns];
  let rows = await next(0);
  while (rows.length > 0) {
    for (const { number, outcome, problems, cells } of rows) {
      const told = problems.map(({ code, column, text }) => {
        const where = column === null ? "" : `${columns[column] ?? ""}: `;
        return `${where}${text === "" ? "" : `"${text}" `}${PROBLEM_WORDS[language][code]}`;
      });
      yield [number, OUTCOME_WORDS[language][outcome], told.join("\n"), ...cells];
    }
    rows = await next(rows.at(-1)?.number ?? 0);
  }
}
