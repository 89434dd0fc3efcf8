// The log as CSV (RFC 4180) that a spreadsheet opens without running anything.
import type { ShownEntry } from "./audit.ts";

const ACTOR = ["actorKind", "actorId", "actorName", "tokenId", "tokenName"];
const COLUMNS = ["number", "at", ...ACTOR, "action", "subjectKind", "subjectId", "details", "address"];
/** Where a spreadsheet may take what follows for a formula: a cell begins, also for those that divide at semicolons or tabs instead. */
const FORMULA = /(^|[;\t\r\n])(?=[=+\-@\t\r\n\0])/g;

/** One field: quoted where it must be, and harmless in a spreadsheet. */
export function csvField(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const harmless = typeof value === "string" ? text.replaceAll(FORMULA, "$1'") : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Details stay the JSON they are: a semicolon in it is written so that no spreadsheet divides there. */
const detailsField = (details: ShownEntry["details"]): string => JSON.stringify(details).replaceAll(";", "\\u003b");

const line = (fields: readonly (string | number | null)[]): string => `${fields.map(csvField).join(",")}\r\n`;

/** Head line and one line for each entry, as they come. */
export async function* csvLines(entries: AsyncIterable<ShownEntry>): AsyncGenerator<string> {
  yield line(COLUMNS);
  for await (const { number, at, actor, token, action, subjectKind, subjectId, details, address } of entries) {
    const who = [actor.kind, actor.id, actor.name, token?.id ?? null, token?.name ?? null];
    yield line([number, at, ...who, action, subjectKind, subjectId, detailsField(details), address]);
  }
}
