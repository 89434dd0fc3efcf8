// The API document as a list of operations: how to ask each one, and what its answers look like.

import fc from "fast-check";
import Schemas from "typebox/schema";
import { type Schema, Values } from "./schema.ts";

interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>;
}
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One request, ready to be sent. */
export interface Ask {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export class Operation {
  readonly name: string;
  readonly method: string;
  readonly #path: string;
  readonly #described: Described;
  readonly #document: ApiDocument;

  constructor(method: string, path: string, described: Described, document: ApiDocument) {
    this.method = method.toUpperCase();
    this.name = `${this.method} ${path}`;
    this.#path = path;
    this.#described = described;
    this.#document = document;
  }

  /** Requests for it; `ids` are of things that exist. */
  asks(ids: readonly string[]): fc.Arbitrary<Ask> {
    const values = new Values(this.#document.components.schemas, ids);
    const { parameters = [], requestBody } = this.#described;
    const of = (place: Parameter["in"]) => {
      const here = parameters.filter((parameter) => parameter.in === place);
      const arbitraries = Object.fromEntries(here.map(({ name, schema }) => [name, values.of(schema).map(plain)]));
      return fc.record(arbitraries, {
        requiredKeys: here.filter(({ required }) => required === true || place === "path").map(({ name }) => name),
      });
    };
    const schema = requestBody?.content["application/json"]?.schema;
    return fc
      .record({
        path: of("path"),
        query: of("query"),
        headers: of("header"),
        body: schema === undefined ? fc.constant(undefined) : values.of(schema),
      })
      .map(({ path, query, headers, body }) => ({ url: this.#url(path, query), headers: sendable(headers), body }));
  }

  #url(path: Readonly<Record<string, string>>, query: Readonly<Record<string, string>>): string {
    const filled = this.#path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(wellFormed(path[name] ?? "")));
    const search = new URLSearchParams(query).toString();
    return search === "" ? filled : `${filled}?${search}`;
  }

  /** What is wrong with an answer; undefined when it is as described. */
  problemOf(status: number, type: string, text: string): string | undefined {
    const { responses } = this.#described;
    const found = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`];
    if (found === undefined) return `status ${status} is not described`;
    const kind = type.split(";", 1)[0] ?? "";
    const schema = found.content?.[kind]?.schema;
    if (schema === undefined || kind !== "application/json") return undefined;
    const validator = Schemas.Compile({ ...schema, components: this.#document.components } as unknown as Parameters<
      typeof Schemas.Compile
    >[0]);
    const answer: unknown = JSON.parse(text);
    return validator.Check(answer) ? undefined : `does not fit its schema: ${JSON.stringify(validator.Errors(answer)[1].slice(0, 2))}`;
  }
}

/** Half characters, which no address can carry, become the mark for them. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
const plain = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
/** Header values that HTTP can carry. */
const sendable = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\x20-\x7e]/g, "?")]));

/** Every operation of the document. */
export const operationsOf = (document: ApiDocument): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => new Operation(method, path, described, document)),
  );
