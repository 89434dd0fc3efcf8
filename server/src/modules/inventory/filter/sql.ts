// The smallest conditions that a filter is made of. What people wrote is only ever a parameter.
import { Prisma } from "../../../generated/prisma/client.ts";
import type { Operator } from "./tree.ts";

/** Comparison signs as SQL has them: none of it comes from text. */
export const SIGNS: Readonly<Record<Exclude<Operator, ":" | "!=">, Prisma.Sql>> = {
  "=": Prisma.sql`=`,
  "<": Prisma.sql`<`,
  "<=": Prisma.sql`<=`,
  ">": Prisma.sql`>`,
  ">=": Prisma.sql`>=`,
};

/** Any of them; what is not known is none. */
export const anyOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`coalesce(${Prisma.join([...conditions], " or ")}, false)`;
/** The text stands somewhere in it, whatever its case. */
export const holds = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`coalesce(${column}, '') ilike ${`%${text.trim().replace(/[\\%_]/g, "\\$&")}%`}`;
export const sameText = (column: Prisma.Sql, text: string): Prisma.Sql => Prisma.sql`lower(${column}) = lower(${text})`;
export const holdsNothing = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce(${column}, '') = ''`;
