// What the routes of custom fields take and answer.
import { type Static, Type } from "typebox";
import { body, Id, Name, nullable, patch, ref, Version } from "../../http/schemas.ts";

const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: values });

export const FIELD_TARGETS = ["resource", "ticket", "client", "requester"] as const;
export type FieldTarget = (typeof FIELD_TARGETS)[number];
const Target = oneOf(FIELD_TARGETS);

export const FIELD_TYPES = ["text", "text_area", "currency", "phone", "email", "link", "date", "single_select", "checkbox"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];
const TypeName = oneOf(FIELD_TYPES);
const Position = Type.Integer({ minimum: 0, maximum: 10_000, description: "Lower ones stand first" });
const Options = Type.Array(Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }), {
  maxItems: 200,
  description: "Of a single_select",
});

export const CustomField = Type.Object(
  {
    id: Id,
    label: Type.String(),
    type: TypeName,
    required: Type.Boolean(),
    options: Type.Array(Type.String()),
    position: Position,
    version: Version,
  },
  { $id: "CustomField" },
);
export type CustomField = Static<typeof CustomField>;

export const FieldContainer = Type.Object(
  { id: Id, target: Target, name: Type.String(), position: Position, fields: Type.Array(ref(CustomField)), version: Version },
  { $id: "FieldContainer" },
);
export type FieldContainer = Static<typeof FieldContainer>;

export const containerQuery = Type.Object({ target: Type.Optional(Target) });
export const createContainerBody = body({ target: Target, name: Name, position: Type.Optional(Position) });
export type CreateContainer = Static<typeof createContainerBody>;
export const updateContainerBody = patch({ name: Type.Optional(Name), position: Type.Optional(Position) });
export type UpdateContainer = Static<typeof updateContainerBody>;

export const createFieldBody = body({
  label: Name,
  type: TypeName,
  required: Type.Optional(Type.Boolean()),
  options: Type.Optional(Options),
  position: Type.Optional(Position),
});
export type CreateField = Static<typeof createFieldBody>;
export const updateFieldBody = patch({
  label: Type.Optional(Name),
  required: Type.Optional(Type.Boolean()),
  options: Type.Optional(Options),
  position: Type.Optional(Position),
});
export type UpdateField = Static<typeof updateFieldBody>;

export const FieldValue = Type.Object({ field: ref(CustomField), value: nullable(Type.String()) }, { $id: "FieldValue" });
export const FieldValues = Type.Object(
  { items: Type.Array(ref(FieldValue), { description: "Every field of such a thing, in the order people gave them" }) },
  { $id: "FieldValues" },
);
export type FieldValues = Static<typeof FieldValues>;
/** Values to be written, for the bodies of those whose things have them. */
export const valuesOf = (options: { minItems?: number; description?: string } = {}) =>
  Type.Array(body({ fieldId: Id, value: nullable(Type.String({ maxLength: 10_000 })) }), { maxItems: 500, ...options });
export const valuesBody = body({ values: valuesOf({ minItems: 1 }) });
export type ValuesInput = Static<typeof valuesBody>["values"];
