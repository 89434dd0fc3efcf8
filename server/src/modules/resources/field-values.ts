// What custom fields say of a resource, changed with its history, in the transaction of whoever asked.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { type FieldValues, readValues, type ValuesInput, writeValues } from "../fields/index.ts";
import { markOf, type Needs } from "./needs.ts";
import { findExisting } from "./queries.ts";
import { leaveTrail } from "./trail.ts";

type Items = FieldValues["items"];
const byLabel = (items: Items): Record<string, string | null> => Object.fromEntries(items.map(({ field, value }) => [field.label, value]));

/** Throws NOT_FOUND for a resource that is not there, deleted or out of reach. */
export async function mustExist(tx: Tx, { reach }: Viewer, id: string): Promise<void> {
  if (!(await findExisting(tx, reach, [id])).has(id)) throw new AppError("NOT_FOUND", "no such resource");
}

/** Answers all values as they are then. Throws NOT_FOUND and INVALID_INPUT as writeValues() does. */
export async function changeFields(
  tx: Tx,
  { clock, marks }: Pick<Needs, "clock" | "marks">,
  caller: Caller,
  resourceId: string,
  values: ValuesInput,
): Promise<Items> {
  await mustExist(tx, caller, resourceId);
  const { organizationId, userId: actorId } = caller;
  const [was, items] = [
    await readValues(tx, "resource", resourceId),
    await writeValues(tx, organizationId, "resource", resourceId, values),
  ];
  const [before, after] = [byLabel(was), byLabel(items)];
  await leaveTrail(tx, { organizationId, resourceId, actorId, at: new Date(clock.now()), section: "fields", before, after });
  const changed = Object.keys(after).filter((label) => before[label] !== after[label]);
  if (changed.length === 0) return items;
  const changes = Object.fromEntries(changed.map((label) => [label, { before: before[label] ?? null, after: after[label] ?? null }]));
  await marks.audit(tx, organizationId, {
    ...markOf(caller),
    action: "resource.changed",
    subject: { kind: "resource", id: resourceId },
    details: { changes },
  });
  await marks.publish(tx, organizationId, "resource.changed", { resourceId });
  return items;
}
