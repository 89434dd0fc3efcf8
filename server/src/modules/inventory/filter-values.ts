// What a field of the fleet's language holds among the machines somebody may see: offered while a filter is written.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import { sourceOf } from "../resources/index.ts";
import { columnOf, holds, LISTS, type TextField } from "./filter/index.ts";

/** Most values that are offered at once. */
const MOST_VALUES = 20;

export interface FilterValue {
  readonly value: string;
  readonly machines: number;
}

/** Values that hold the text, those of most machines first. Values of other machines are never told. */
export async function findFilterValues(tx: Tx, reach: Reach, field: TextField, text: string): Promise<FilterValue[]> {
  const column = columnOf(field);
  const among = Prisma.sql`r.deleted_at is null and ${ofTenant("r")} and ${within(reach, RESOURCE_PLACE)}`;
  const said = LISTS.has(field) ? Prisma.sql`unnest(${column})` : column;
  return tx.$queryRaw<FilterValue[]>`select o.value, count(*)::int as machines
    from (select ${said} as value from ${sourceOf(column)} where ${among}) o
    where o.value <> '' and ${holds(Prisma.sql`o.value`, text)}
    group by 1 order by 2 desc, 1 limit ${MOST_VALUES}`;
}
