// What custom fields say of one thing. Runs in the transaction of the module whose thing it is, which has looked whether it may be changed.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { problemOf } from "./rules.ts";
import type { CustomField, FieldTarget, FieldValues, ValuesInput } from "./schemas.ts";

type Item = FieldValues["items"][number];

/** Every field that such things have, with its value for this one; null where nothing was said. */
export async function readValues(tx: Tx, target: FieldTarget, targetId: string): Promise<Item[]> {
  const rows = await tx.$queryRaw<(CustomField & { value: string | null })[]>`
    select f.id, f.label, f.type, f.required, f.options, f.position, f.version, v.value
    from custom_fields f join field_containers c on c.organization_id = f.organization_id and c.id = f.container_id
      left join field_values v on v.organization_id = f.organization_id and v.field_id = f.id and v.target_id = ${targetId}::uuid
    where ${ofTenant("f")} and c.target = ${target} and c.deleted_at is null and f.deleted_at is null
    order by c.position, c.id, f.position, f.id`;
  return rows.map(({ value, ...field }) => ({ field, value }));
}

/**
 * Writes these values and leaves the others; null or blank takes one away. Answers all as they are then.
 * Throws NOT_FOUND for a field that such things do not have, INVALID_INPUT with the fields' labels for what does not fit and for a
 * required field that has nothing.
 */
export async function writeValues(
  tx: Tx,
  organizationId: string,
  target: FieldTarget,
  targetId: string,
  said: ValuesInput,
): Promise<Item[]> {
  const items = await readValues(tx, target, targetId);
  const given = new Map(said.map(({ fieldId, value }) => [fieldId, value === null || value.trim() === "" ? null : value.trim()]));
  const known = new Set(items.map(({ field }) => field.id));
  for (const id of given.keys()) if (!known.has(id)) throw new AppError("NOT_FOUND", "no such field");
  const after = items.map(({ field, value }) => ({ field, value: given.has(field.id) ? (given.get(field.id) ?? null) : value }));
  refuseWrong(after.filter(({ field, value }) => given.has(field.id) || value === null));
  for (const [fieldId, value] of given) {
    const key = { organizationId, fieldId, targetId };
    if (value === null) await tx.fieldValue.deleteMany({ where: key });
    else
      await tx.fieldValue.upsert({
        where: { organizationId_fieldId_targetId: key },
        create: { ...key, value },
        update: { value },
      });
  }
  return after;
}

function refuseWrong(items: readonly Item[]): void {
  const problems = items.flatMap(({ field, value }) => {
    if (value === null)
      return field.required ? [{ field: field.id, label: field.label, problem: "required", message: `"${field.label}" is required` }] : [];
    const message = problemOf(field, value);
    return message === undefined ? [] : [{ field: field.id, label: field.label, problem: field.type, message }];
  });
  if (problems.length === 0) return;
  throw new AppError("INVALID_INPUT", problems.map(({ message }) => message).join("; "), {
    details: { fields: problems.map(({ message: _, ...problem }) => problem) },
  });
}
