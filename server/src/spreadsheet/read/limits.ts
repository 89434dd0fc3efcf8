// What a table that somebody sends may be at most.

/** Bytes of the file; rows below the heading; columns; bytes that an XLSX may unfold to. */
export const TABLE_LIMITS = { bytes: 10 * 2 ** 20, rows: 20_000, columns: 200, unfolded: 128 * 2 ** 20 } as const;

/** Why a file is not taken. */
export type TableProblem = "empty" | "unreadable" | "tooManyRows" | "tooManyColumns" | "tooLargeUnfolded" | "noHeading";

/** Thrown inside the reading process; travels to the server by its problem alone. */
export class TableError extends Error {
  readonly problem: TableProblem;
  constructor(problem: TableProblem, cause?: unknown) {
    super(`the table cannot be taken: ${problem}`, { cause });
    this.problem = problem;
  }
}
