// Requests are validated by code made from their schemas. Fastify makes it for all routes before it listens; here each is made when its
// route is first asked, with the compiler that Fastify itself brings and would use.
import { createRequire } from "node:module";
import type { FastifyServerOptions } from "fastify";

/** As Fastify declares it; the types of the compilers behind it say more than Fastify asks of them. */
type Declared = NonNullable<NonNullable<NonNullable<FastifyServerOptions["schemaController"]>["compilersFactory"]>["buildValidator"]>;
/** Answers whether the input fits; the problems of its last call are a property of the function. */
type Validate = ((input: unknown) => unknown) & { errors?: unknown };
type Compiler = (route: unknown) => Validate;
type Factory = (schemas: unknown, options: unknown) => Compiler;

function standardFactory(): Factory {
  const load = createRequire(import.meta.resolve("fastify"));
  return (load("@fastify/ajv-compiler") as () => Factory)();
}

/** For Fastify's `schemaController`. A schema that cannot be compiled fails its route's requests, not the start. */
export function validateWhenNeeded(): Declared {
  let factory: Factory | undefined;
  const late: Factory = (schemas, options) => {
    let compiler: Compiler | undefined;
    return (route) => {
      let validate: Validate | undefined;
      const lateValidate: Validate = (input) => {
        factory ??= standardFactory();
        compiler ??= factory(schemas, options);
        validate ??= compiler(route);
        const valid = validate(input);
        lateValidate.errors = validate.errors;
        return valid;
      };
      return lateValidate;
    };
  };
  return late as unknown as Declared;
}
