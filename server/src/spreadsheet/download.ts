// A table as an answer that a browser saves: CSV or XLSX, sent as its rows come.
import { Readable } from "node:stream";
import { Type } from "typebox";
import type { Cell } from "./cells.ts";
import { csvText } from "./csv-write.ts";
import { xlsxBytes } from "./xlsx-write.ts";

export const LANGUAGES = ["en", "pt-BR"] as const;
export type Language = (typeof LANGUAGES)[number];
export type TableFormat = "csv" | "xlsx";

/** Spread into the querystring of a route that answers a table. */
export const tableQuery = {
  format: Type.Optional(Type.Unsafe<TableFormat>({ type: "string", enum: ["csv", "xlsx"], default: "xlsx" })),
  language: Type.Optional(Type.Unsafe<Language>({ type: "string", enum: [...LANGUAGES], default: "en", description: "Of the headings" })),
};

/** Schema of such an answer. */
export const tableAnswer = {
  description: "The table",
  content: { "application/octet-stream": { schema: Type.Unsafe<Readable>({ type: "string", format: "binary" }) } },
};

export interface TableDownload {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Readable;
}

const MEDIA: Readonly<Record<TableFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** `name`: of the file without its ending, plain letters; `rows`: the heading first. */
export function tableDownload(
  rows: AsyncIterable<readonly Cell[]>,
  { name, format = "xlsx", language = "en" }: { name: string; format?: TableFormat | undefined; language?: Language | undefined },
): TableDownload {
  const content = Readable.from(format === "csv" ? csvText(rows, language === "pt-BR" ? ";" : ",") : xlsxBytes(rows, name));
  return {
    content,
    headers: {
      "content-type": MEDIA[format],
      "content-disposition": `attachment; filename="${name}.${format}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  };
}
