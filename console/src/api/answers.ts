// Types of single routes, taken from the server's API document: what they take and what they answer.
import type { components, paths } from "./schema.gen.ts";

export type Schemas = components["schemas"];
type Json<Content> = Content extends { content: { "application/json": infer Body } } ? Body : never;

/** What a route takes. */
export type BodyOf<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends { requestBody?: infer Request }
  ? Json<NonNullable<Request>>
  : never;

/** What a route answers when all is well. */
export type AnswerOf<
  Path extends keyof paths,
  Method extends keyof paths[Path],
  Status extends number = 200,
> = paths[Path][Method] extends {
  responses: infer Answers;
}
  ? Status extends keyof Answers
    ? Json<Answers[Status]>
    : never
  : never;

/** One item of what a list route answers. */
export type ItemOf<Path extends keyof paths> = "get" extends keyof paths[Path]
  ? AnswerOf<Path, "get"> extends { items: (infer Item)[] }
    ? Item
    : never
  : never;
