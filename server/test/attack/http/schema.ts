// Values for a JSON schema, as the API document describes them: mostly what is asked for, sometimes anything else.
import fc from "fast-check";

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const NASTY = [
  "",
  "\0",
  "'",
  '"',
  "\ud800",
  "💣",
  "__proto__",
  "../../etc/passwd",
  "%00",
  "$1",
  "-1",
  "9".repeat(30),
  "ä".repeat(5_000),
  "\u202e",
  "null",
];
const MOST_TEXT = 300;
const MOST_ITEMS = 4;

/** Makes values for schemas. `ids` are of things that exist; it may grow while values are made. */
export class Values {
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #ids: readonly string[];

  constructor(schemas: Readonly<Record<string, Schema>>, ids: readonly string[]) {
    this.#schemas = schemas;
    this.#ids = ids;
  }

  /** What the schema asks for, or (one in eight) something else. */
  of(schema: Schema): fc.Arbitrary<unknown> {
    return fc.oneof(
      { weight: 14, arbitrary: this.#fitting(schema) },
      { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    );
  }

  #fitting(schema: Schema): fc.Arbitrary<unknown> {
    if (schema.$ref !== undefined) return this.#fitting(this.#schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {});
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => this.#fitting(one)));
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if ("const" in schema) return fc.constant(schema.const);
    const types = [schema.type ?? []].flat();
    return types.length === 0 ? fc.jsonValue({ maxDepth: 2 }) : fc.oneof(...types.map((type) => this.#ofType(type, schema)));
  }

  #ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
    const { minimum = -1_000_000, maximum = 1_000_000 } = schema;
    if (type === "null") return fc.constant(null);
    if (type === "boolean") return fc.boolean();
    if (type === "integer") return fc.integer({ min: minimum, max: Math.max(minimum, maximum) });
    if (type === "number") return fc.double({ min: minimum, max: Math.max(minimum, maximum), noNaN: true });
    if (type === "array") return this.#array(schema);
    return type === "object" ? this.#object(schema) : this.#text(schema);
  }

  #array({ items = {}, minItems = 0, maxItems = MOST_ITEMS }: Schema): fc.Arbitrary<unknown> {
    return fc.uniqueArray(this.of(items), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)),
      selector: (value) => JSON.stringify(value),
    });
  }

  #object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
    const parts = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, this.of(schema)]));
    return fc.record(parts, { requiredKeys: required.filter((name) => name in parts) });
  }

  #text({ format, pattern, minLength = 0, maxLength = MOST_TEXT }: Schema): fc.Arbitrary<string> {
    if (format === "uuid")
      return fc.oneof(
        { weight: 3, arbitrary: fc.nat().map((at) => this.#ids[at % this.#ids.length] ?? "") },
        { weight: 1, arbitrary: fc.uuid() },
      );
    if (format === "email") return fc.nat({ max: 99 }).map((number) => `fuzz${number}@example.test`);
    if (format === "date-time")
      return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString());
    if (pattern !== undefined && pattern !== "\\S") return fc.stringMatching(new RegExp(pattern));
    const most = Math.max(minLength, Math.min(maxLength, MOST_TEXT));
    return fc.oneof(fc.string({ minLength, maxLength: most }), fc.string({ unit: "binary", minLength, maxLength: most }));
  }
}
