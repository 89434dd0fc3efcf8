// Tables that leave as CSV or XLSX and come back: nothing in them is ever run, and reading one cannot hurt the server.
export type { Cell } from "./cells.ts";
export { type Language, type TableFormat, tableAnswer, tableDownload, tableQuery } from "./download.ts";
export { everyItem, tableOf } from "./pages.ts";
export { TABLE_LIMITS, TableError } from "./read/limits.ts";
export { readTableApart } from "./read/read.ts";
