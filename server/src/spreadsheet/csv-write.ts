// CSV (RFC 4180) that a spreadsheet opens as UTF-8 and without running anything.
import { type Cell, guarded, wellFormed } from "./cells.ts";

/** What stands between two cells. Spreadsheets of countries with a decimal comma expect a semicolon. */
export type Delimiter = "," | ";";

const BYTE_ORDER_MARK = "\ufeff";
/** Lines are handed on together from this many characters. */
const CHUNK = 1 << 16;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const harmless = guarded(wellFormed(cell));
  return /[",;\t\r\n\ufeff]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The whole file piece by piece, as its rows come. */
export async function* csvText(rows: AsyncIterable<readonly Cell[]>, delimiter: Delimiter): AsyncGenerator<string> {
  let waiting = BYTE_ORDER_MARK;
  for await (const row of rows) {
    waiting += `${row.map(field).join(delimiter)}\r\n`;
    if (waiting.length < CHUNK) continue;
    yield waiting;
    waiting = "";
  }
  yield waiting;
}
