// Pieces that the schemas of all modules share. A schema with an $id is added once (app.addSchema) and named by ref() elsewhere,
// so that it appears under its own name in the API document.
import { type Static, type TProperties, type TSchema, Type } from "typebox";

export const Id = Type.String({ format: "uuid" });
export const Instant = Type.String({ format: "date-time", description: "UTC, ISO 8601" });
export const IdParams = Type.Object({ id: Id });
/** A name people give: 1 to 200 characters, not blank. */
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" });
export const Version = Type.Integer({ minimum: 1, description: "Row version, for If-Match" });
/** A row of another noun, as lists show it. */
export const Named = Type.Object({ id: Id, name: Type.String() }, { $id: "Named" });

export const ErrorAnswer = Type.Object(
  {
    code: Type.String({ description: "Stable; switch on it" }),
    message: Type.String({ description: "For developers and logs" }),
    details: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { $id: "Error" },
);

/** The value or null; one type list where the schema allows it, because that serialises faster than a choice. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  const type = Reflect.get(schema, "type");
  const plain = typeof type === "string" && type !== "object" && type !== "array" && !("enum" in schema) && !("const" in schema);
  return Type.Unsafe<Static<Schema> | null>(plain ? { ...schema, type: [type, "null"] } : { anyOf: [schema, { type: "null" }] });
}

/** A reference to a schema added under its $id, typed as that schema. Throws TypeError when it has none. */
export function ref<Schema extends TSchema>(schema: Schema) {
  const id = Reflect.get(schema, "$id");
  if (typeof id !== "string") throw new TypeError("ref() needs a schema with an $id");
  return Type.Unsafe<Static<Schema>>({ $ref: `${id}#` });
}

/** A request body: unknown properties are refused. */
export const body = <Properties extends TProperties>(properties: Properties) => Type.Object(properties, { additionalProperties: false });

/** A changing request body: as body(), and at least one property. */
export const patch = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false, minProperties: 1 });

/** The answer of a list route. */
export function pageOf<Schema extends TSchema>(item: Schema) {
  return Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Type.Integer({ minimum: 0 }),
  });
}

/** What every route may answer beside its success; spread into `response`. */
export const errorAnswers = { "4xx": ref(ErrorAnswer), "5xx": ref(ErrorAnswer) };
