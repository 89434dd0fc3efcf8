// Conditions over the organization's own fields. The values are the fields module's, as text in each type's own form.
import { ofTenant } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import { dateCondition } from "./date-conditions.ts";
import { holds, SIGNS, sameText } from "./sql.ts";
import type { Operator } from "./tree.ts";
import type { CustomKind } from "./values.ts";

/** All fields that bear one label and are of one kind. */
export interface CustomField {
  readonly kind: CustomKind;
  readonly ids: readonly string[];
}

/** The condition. Nothing matches a field that is not there. */
export function customCondition(field: CustomField | undefined, operator: Operator, value: string, now: number): Prisma.Sql {
  if (field === undefined) return Prisma.sql`false`;
  const { kind, ids } = field;
  const those = (condition: Prisma.Sql) => Prisma.sql`r.id in (select v.target_id from field_values v
    where ${ofTenant("v")} and v.field_id = any(${[...ids]}::uuid[]) and ${condition})`;
  if (value === "" || value === "unknown") return Prisma.sql`not ${those(Prisma.sql`true`)}`;
  const said = Prisma.sql`v.value`;
  switch (kind) {
    case "flag":
      return those(Prisma.sql`${said} = ${value === "yes" ? "true" : "false"}`);
    case "number":
      // Without a case PostgreSQL may look at values of other fields first, which are no numbers.
      return those(
        Prisma.sql`(case when v.field_id = any(${[...ids]}::uuid[]) then ${said}::numeric end) ${SIGNS[operator === ":" || operator === "!=" ? "=" : operator]} ${value}::numeric`,
      );
    case "date":
      return those(dateCondition(said, "dayText", operator, value, now));
    default:
      return those(operator === ":" ? holds(said, value) : sameText(said, value));
  }
}
