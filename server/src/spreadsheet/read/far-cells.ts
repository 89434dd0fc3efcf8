// A sheet names the place of every cell: one far away makes a reader fill all between. Looked at before anything is read.
import { TABLE_LIMITS, TableError } from "./limits.ts";

/** Room for empty rows between others. */
const MOST_ROW = 2 * TABLE_LIMITS.rows;

/** Throws TableError for a sheet (the XML's bytes) with a row or cell beyond what a table may have. */
export function refuseFarCells(sheet: Uint8Array): void {
  const xml = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength).toString("latin1");
  for (const [, letters = "", digits = ""] of xml.matchAll(/<(?:\w+:)?(?:c|row)\s(?:[^>]*?\s)?r=["']([A-Z]*)(\d*)["']/gi)) {
    if (columnOf(letters) > TABLE_LIMITS.columns) throw new TableError("tooManyColumns");
    if (Number(digits) > MOST_ROW) throw new TableError("tooManyRows");
  }
}

/** A → 1, AA → 27. */
const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
