// The columns that a list is asked for, and its rows cut to them.
import { AppError } from "../../errors.ts";
import { COLUMN_PATTERN, MOST_COLUMNS, propertiesOf } from "./columns.ts";
import type { Cell, ListedResource, ResourceRow } from "./schemas.ts";

const COLUMN = new RegExp(COLUMN_PATTERN);

/** The columns by name, each once; undefined when none are named. Throws INVALID_INPUT for one that is not there. */
export function columnsOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  const columns = [...new Set(text.split(","))];
  const wrong = columns.length > MOST_COLUMNS ? `a list has at most ${MOST_COLUMNS} columns` : unknownOf(columns);
  if (wrong === undefined) return columns;
  throw new AppError("INVALID_INPUT", wrong, { details: { fields: [{ field: "columns", problem: "invalid" }] } });
}

function unknownOf(columns: readonly string[]): string | undefined {
  const unknown = columns.find((name) => !COLUMN.test(name));
  return unknown === undefined ? undefined : `there is no column "${unknown.slice(0, 100)}"`;
}

/** What the columns ask for, the row's name and presence, and nothing else. */
export function cutToColumns(row: ResourceRow, cells: Readonly<Record<string, Cell>> | null, columns: readonly string[]): ListedResource {
  const properties = propertiesOf(columns);
  const kept: Record<string, unknown> = Object.fromEntries(
    Object.entries(row).filter(([name]) => properties.has(name as keyof ResourceRow)),
  );
  return { ...(kept as ListedResource), ...(cells === null ? {} : { cells: { ...cells } }) };
}
