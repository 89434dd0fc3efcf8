// CSV as people have it: any usual delimiter, UTF-8, UTF-16 or Windows-1252.
import { parse } from "csv-parse/sync";
import { unguarded } from "../cells.ts";
import { TABLE_LIMITS, TableError } from "./limits.ts";

const DELIMITERS = [";", ",", "\t", "|"] as const;

/** All rows, as text. Throws TableError. */
export function readCsv(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  const said = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = said?.[1] ?? delimiterOf(text);
  const rows = records(said === null ? text : text.slice(said[0].length), delimiter);
  return rows.map((row) => row.map(unguarded));
}

function records(text: string, delimiter: string): string[][] {
  try {
    const to = TABLE_LIMITS.rows + 2;
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: false, to });
  } catch (error) {
    throw new TableError("unreadable", error);
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: what older programs write.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The one that stands in the heading most often, outside quotes. */
function delimiterOf(text: string): string {
  const heading = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best), { delimiter: ",", count: 1 }).delimiter;
}
