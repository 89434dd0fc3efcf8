// Compiles route schemas: queries, params and headers arrive as text and are converted; bodies are taken at their word.
// A query parameter that a route does not name is refused: a filter that filters nothing would be believed.
import { AjvCompiler } from "@fastify/ajv-compiler";
import type { FastifyServerOptions } from "fastify";

type Controller = NonNullable<FastifyServerOptions["schemaController"]>;
type BuildValidator = NonNullable<NonNullable<Controller["compilersFactory"]>["buildValidator"]>;

const COMMON = { removeAdditional: false, useDefaults: true, allErrors: true } as const;

/** For Fastify's `schemaController`. A body's "5" is not 5 and its null is not "". */
export function schemaController(): Controller {
  const compilers = AjvCompiler() as unknown as (schemas: unknown, options: object) => (route: unknown) => never;
  const buildValidator = ((schemas: unknown) => {
    const exact = compilers(schemas, { customOptions: { ...COMMON, coerceTypes: false } });
    const converting = compilers(schemas, { customOptions: { ...COMMON, coerceTypes: "array" } });
    return (route: { httpPart?: string; schema: object }) => {
      if (route.httpPart === "body") return exact(route);
      const closed = route.httpPart === "querystring" ? { ...route, schema: { ...route.schema, additionalProperties: false } } : route;
      return converting(closed);
    };
  }) as unknown as BuildValidator;
  return { compilersFactory: { buildValidator } };
}
