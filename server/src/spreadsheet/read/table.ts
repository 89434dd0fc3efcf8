// A file's bytes to a heading and rows, within limits. Runs in a process of its own (main.ts).
import { readCsv } from "./csv.ts";
import { TABLE_LIMITS, TableError } from "./limits.ts";
import { readXlsx } from "./xlsx.ts";

export interface Table {
  /** Each column's heading. */
  readonly columns: readonly string[];
  /** As many cells as there are columns. `number`: the row's, as a spreadsheet counts. Rows without anything are left out. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/** Tells CSV and XLSX apart by their first bytes. Throws TableError. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new TableError("empty");
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  const all = isArchive ? await readXlsx(bytes) : readCsv(bytes);
  const numbered = all
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const [heading, ...rows] = numbered;
  if (heading === undefined) throw new TableError("noHeading");
  if (rows.length > TABLE_LIMITS.rows) throw new TableError("tooManyRows");
  const width = rows.reduce((most, { cells }) => Math.max(most, widthOf(cells)), widthOf(heading.cells));
  if (width > TABLE_LIMITS.columns) throw new TableError("tooManyColumns");
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? "");
  return {
    columns: padded(heading.cells).map((text) => text.trim()),
    rows: rows.map(({ number, cells }) => ({ number, cells: padded(cells) })),
  };
}

const widthOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== "") + 1;
