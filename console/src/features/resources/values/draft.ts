// What was typed into custom fields and not saved yet, by the field's id. Pure.
import type { CustomField, FieldValue, FieldValueInput } from "../../../api/fields.ts";
import type { Language } from "../../../ui/format.ts";
import type { Problems } from "../equipment/form.ts";
import { amountOf } from "./amount.ts";

export type Draft = Readonly<Record<string, string>>;

const keptForm = ({ type }: CustomField, typed: string, language: Language): string =>
  type === "currency" ? amountOf(typed, language) : typed.trim();

/**
 * The values to send. A box that must be answered and was not touched says no, as it is seen; anything else that was not touched stays.
 * @param items every field with what is kept of it
 */
export function valuesOf(items: readonly FieldValue[], draft: Draft, language: Language): FieldValueInput[] {
  return items.flatMap(({ field, value }) => {
    const typed = draft[field.id];
    if (typed === undefined)
      return field.type === "checkbox" && field.required && value === null ? [{ fieldId: field.id, value: "false" }] : [];
    const next = keptForm(field, typed, language);
    return next === (value ?? "") ? [] : [{ fieldId: field.id, value: next === "" ? null : next }];
  });
}

/** Required fields that would be left empty. */
export function missingOf(items: readonly FieldValue[], draft: Draft): Problems {
  const empty = items.filter(
    ({ field, value }) => field.required && field.type !== "checkbox" && (draft[field.id] ?? value ?? "").trim() === "",
  );
  return Object.fromEntries(empty.map(({ field }) => [field.id, "required"]));
}
