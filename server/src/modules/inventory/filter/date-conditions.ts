// Conditions over days and moments.
import { Prisma } from "../../../generated/prisma/client.ts";
import { RELEASES } from "../os-support.ts";
import { type Stretch, stands, stretchOf } from "./dates.ts";
import type { Comparison, Operator } from "./tree.ts";

const comparisonOf = (operator: Operator): Comparison => (operator === ":" || operator === "!=" ? "=" : operator);

/** What a column must be: "day" is a date or a text YYYY-MM-DD, "instant" a timestamp. */
export function dateCondition(
  column: Prisma.Sql,
  kind: "day" | "dayText" | "instant",
  operator: Operator,
  value: string,
  now: number,
): Prisma.Sql {
  if (value === "unknown") return Prisma.sql`${column} is null`;
  const sign = comparisonOf(operator);
  const { from, to } = stretchOf(value, now, kind !== "instant" || sign === "=");
  const at = (ms: number): Prisma.Sql => {
    const text = new Date(ms).toISOString();
    if (kind === "instant") return Prisma.sql`${text}::timestamptz`;
    return kind === "day" ? Prisma.sql`${text.slice(0, 10)}::date` : Prisma.sql`${text.slice(0, 10)}`;
  };
  switch (sign) {
    case "=":
      return Prisma.sql`(${column} >= ${at(from)} and ${column} < ${at(to)})`;
    case "<":
      return Prisma.sql`${column} < ${at(from)}`;
    case "<=":
      return Prisma.sql`${column} < ${at(to)}`;
    case ">":
      return Prisma.sql`${column} >= ${at(to)}`;
    case ">=":
      return Prisma.sql`${column} >= ${at(from)}`;
  }
}

/** Machines whose system's maker stops then; a system that is not in the table is not known. */
export function releasesThat(operator: Operator, value: string, now: number): Prisma.Sql {
  const known = Object.entries(RELEASES);
  const among = (keys: readonly string[]): Prisma.Sql => Prisma.sql`${[...keys]}::text[]`;
  if (value === "unknown") return Prisma.sql`(t.os_release is null or t.os_release <> all(${among(known.map(([key]) => key))}))`;
  const stretch: Stretch = stretchOf(value, now, true);
  const those = known.flatMap(([key, { endsOn }]) => (stands(Date.parse(endsOn), comparisonOf(operator), stretch) ? [key] : []));
  return Prisma.sql`t.os_release = any(${among(those)})`;
}
