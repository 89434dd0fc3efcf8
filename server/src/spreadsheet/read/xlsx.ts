// The first sheet of an XLSX, as text. A formula's cell is what it showed last; nothing is computed.
import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import { refuseFarCells } from "./far-cells.ts";
import { TableError } from "./limits.ts";
import { unfold } from "./unfold.ts";

/** All rows, as text. Throws TableError. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const parts = unfold(bytes);
  for (const [name, part] of Object.entries(parts)) if (name.startsWith("xl/worksheets/")) refuseFarCells(part);
  // Packed again without compression: the reader sees what was counted and nothing else.
  const counted = zipSync(parts, { level: 0 });
  try {
    const rows = await readSheet(counted.buffer as ArrayBuffer, { trim: false });
    return rows.map((row) => row.map(textOf));
  } catch (error) {
    throw new TableError("unreadable", error);
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  const text = cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
