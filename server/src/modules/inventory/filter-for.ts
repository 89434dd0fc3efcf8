// A filter's text to the condition that the list of resources takes, with a person's mistakes said as one.
import type { Clock } from "../../clock.ts";
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { FilterFor } from "../resources/index.ts";
import { type CustomField, type CustomKind, compileFilter, type Filter, FilterError, parseFilter } from "./filter/index.ts";

/** Builds it. It throws INVALID_INPUT with the position, what is wrong (`reason` and `params`) and what to write instead. */
export function createFilterFor(clock: Clock): FilterFor {
  return async (tx, text, shownPresence) => {
    try {
      const filter = parseFilter(text);
      if (filter === undefined) return Prisma.sql`true`;
      const needs = { shownPresence, now: clock.now() };
      if (!namesCustomField(filter)) return compileFilter(filter, { ...needs, customFields: new Map() });
      const customFields = await readCustomFields(tx);
      const kinds = new Map([...customFields].map(([label, { kind }]) => [label, kind]));
      // What its values may be is only known now.
      return compileFilter(parseFilter(text, kinds) ?? filter, { ...needs, customFields });
    } catch (error) {
      if (!(error instanceof FilterError)) throw error;
      const { position, problem, params } = error;
      throw new AppError("INVALID_INPUT", error.message, {
        details: { fields: [{ field: "filter", problem: "invalid" }], position, reason: problem, params },
        cause: error,
      });
    }
  };
}

function namesCustomField(filter: Filter): boolean {
  switch (filter.kind) {
    case "term":
      return filter.name !== undefined;
    case "not":
      return namesCustomField(filter.of);
    case "and":
    case "or":
      return filter.of.some(namesCustomField);
    case "text":
      return false;
  }
}

const KINDS: Readonly<Record<string, CustomKind>> = { currency: "number", date: "date", checkbox: "flag" };

/** The fields of resources by their labels in lower case; of one label those of the first one's kind. The table is the fields module's. */
async function readCustomFields(tx: Tx): Promise<ReadonlyMap<string, CustomField>> {
  const rows = await tx.$queryRaw<{ id: string; label: string; type: string }[]>`
    select f.id, lower(f.label) as label, f.type from custom_fields f
      join field_containers c on c.organization_id = f.organization_id and c.id = f.container_id
    where ${ofTenant("f")} and c.target = 'resource' and c.deleted_at is null and f.deleted_at is null
    order by c.position, c.id, f.position, f.id`;
  const found = new Map<string, { kind: CustomKind; ids: string[] }>();
  for (const { id, label, type } of rows) {
    const kind = KINDS[type] ?? "text";
    const same = found.get(label);
    if (same === undefined) found.set(label, { kind, ids: [id] });
    else if (same.kind === kind) same.ids.push(id);
  }
  return found;
}
