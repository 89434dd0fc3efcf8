// Answers are serialized by code made from their schemas. Fastify makes it for all routes before it listens, which is a quarter of a start;
// here each is made when its route answers for the first time.
import { createRequire } from "node:module";
import type { FastifySerializerCompiler } from "fastify/types/schema.js";
import type { App } from "./app.ts";

type Compiler = FastifySerializerCompiler<unknown>;
type BuildCompiler = (schemas: Record<string, unknown>) => Compiler;

/** The compiler that Fastify itself brings and would use. */
function standardCompiler(): BuildCompiler {
  const load = createRequire(import.meta.resolve("fastify"));
  const { SerializerSelector } = load("@fastify/fast-json-stringify-compiler") as { SerializerSelector(): BuildCompiler };
  return SerializerSelector();
}

/** Must be called before the first route. A schema that cannot be compiled fails its route's first answer, not the start. */
export function serializeWhenNeeded(app: App): void {
  let compiler: Compiler | undefined;
  app.setSerializerCompiler((route) => {
    let serialize: ReturnType<Compiler> | undefined;
    return (answer) => {
      compiler ??= standardCompiler()(app.getSchemas());
      serialize ??= compiler(route);
      return serialize(answer);
    };
  });
}
