// Keyset pages for SQL lists: a stable order by one allowlisted expression, then id; the cursor is the last row's place, opaque to clients.
import { Type } from "typebox";
import { AppError } from "../errors.ts";
import { Prisma } from "../generated/prisma/client.ts";

/** Query parameters of every list; spread them into a route's querystring. */
export const pageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 1500 })),
};

/** An expression a list may be sorted by. It must never be null: coalesce to a value at the end of the range. */
interface SortKey {
  readonly expression: Prisma.Sql;
  readonly type: "text" | "double precision" | "timestamptz";
}

/** The sorts of one route by name; "-" before a name asks for descending. */
export type SortKeys<Name extends string> = Readonly<Record<Name, SortKey>>;

/** The `sort` query parameter: exactly these names and their "-" forms; any other is INVALID_INPUT. */
export function sortQuery<Name extends string>(names: readonly Name[], preset: Name | `-${Name}`) {
  const choices = names.flatMap((name) => [name, `-${name}` as const]);
  return Type.Optional(Type.Unsafe<Name | `-${Name}`>({ type: "string", enum: choices, default: preset }));
}

/** What a list query needs of its page. Ask for `take` rows: one more than the page, to know whether another follows. */
export interface Keyset {
  readonly take: number;
  readonly limit: number;
  /** Select this into "cursorValue". */
  readonly cursorValue: Prisma.Sql;
  /** A condition: rows behind the cursor (`true` on the first page). */
  readonly after: Prisma.Sql;
  /** What stands behind `order by`. */
  readonly orderBy: Prisma.Sql;
  readonly sort: string;
}

/**
 * Builds the page's SQL parts. `idColumn` is the tie-breaker. Throws INVALID_INPUT on a cursor that is damaged or of another sort.
 * Example: `select r.id, ${page.cursorValue} as "cursorValue" from … where ${page.after} order by ${page.orderBy} limit ${page.take}`.
 */
export function keyset<Name extends string>(
  keys: SortKeys<Name>,
  query: { limit?: number | undefined; cursor?: string | undefined; sort: Name | `-${Name}` },
  idColumn: Prisma.Sql = Prisma.sql`id`,
): Keyset {
  const descending = query.sort.startsWith("-");
  const key = Object.hasOwn(keys, query.sort.replace(/^-/, "")) ? keys[query.sort.replace(/^-/, "") as Name] : undefined;
  if (key === undefined) throw invalid("sort");
  const limit = query.limit ?? 50;
  const value = Prisma.sql`(${key.expression})`;
  return {
    limit,
    take: limit + 1,
    sort: query.sort,
    cursorValue: asText(value, key.type),
    after:
      query.cursor === undefined ? Prisma.sql`true` : behind(value, key.type, idColumn, descending, readCursor(query.cursor, query.sort)),
    orderBy: descending ? Prisma.sql`${value} desc, ${idColumn} desc` : Prisma.sql`${value} asc, ${idColumn} asc`,
  };
}

/** Cuts the rows to the page and makes the cursor of the next one. `total` is the exact count without the cursor. */
export function toPage<Row extends { id: string; cursorValue: string }, Item>(
  page: Keyset,
  rows: readonly Row[],
  total: number,
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null; total: number } {
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  return {
    items: shown.map(present),
    nextCursor: more ? writeCursor({ sort: page.sort, value: last.cursorValue, id: last.id }) : null,
    total,
  };
}

interface Cursor {
  readonly sort: string;
  readonly value: string;
  readonly id: string;
}

function behind(value: Prisma.Sql, type: SortKey["type"], id: Prisma.Sql, descending: boolean, cursor: Cursor): Prisma.Sql {
  const place = Prisma.sql`(${cursor.value}::${Prisma.raw(type)}, ${cursor.id}::uuid)`;
  if (!isOf(type, cursor.value)) throw invalid("cursor");
  return descending ? Prisma.sql`(${value}, ${id}) < ${place}` : Prisma.sql`(${value}, ${id}) > ${place}`;
}

/** The sort value as it travels; instants in a form that can be checked without the database. */
function asText(value: Prisma.Sql, type: SortKey["type"]): Prisma.Sql {
  return type === "timestamptz"
    ? Prisma.sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : Prisma.sql`${value}::text`;
}

/** Whether the database will accept the text as this type: a made-up cursor must be a 400, not a failed query. */
function isOf(type: SortKey["type"], value: string): boolean {
  if (type === "double precision") return value.trim() !== "" && Number.isFinite(Number(value));
  if (type === "timestamptz") return !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
  return !value.includes("\0");
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.sort, cursor.value, cursor.id])).toString("base64url");

function readCursor(text: string, sort: string): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, "base64url").toString());
  } catch (cause) {
    throw invalid("cursor", cause);
  }
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === "string")) throw invalid("cursor");
  const [made, value, id] = parts as [string, string, string];
  if (made !== sort || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) throw invalid("cursor");
  return { sort, value, id };
}

function invalid(field: "cursor" | "sort", cause?: unknown): AppError {
  return new AppError("INVALID_INPUT", `the ${field} is not one of this list`, {
    details: { fields: [{ field, problem: "invalid" }] },
    cause,
  });
}
