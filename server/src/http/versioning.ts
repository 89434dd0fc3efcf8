// Optimistic concurrency: the row's version travels as ETag and in the body, and comes back as If-Match.
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";

/** The version the caller has seen, from If-Match `"3"` or `3`. Throws VERSION_REQUIRED without one, VERSION_MISMATCH on anything else. */
export function ifMatch(request: FastifyRequest): number {
  const text = request.headers["if-match"];
  if (text === undefined) throw new AppError("VERSION_REQUIRED", "send If-Match with the version you have read");
  const digits = /^(?:W\/)?(?:"(\d{1,9})"|(\d{1,9}))$/.exec(text.trim());
  if (digits === null) throw versionMismatch();
  return Number(digits[1] ?? digits[2]);
}

/** Says which version the answer shows; answers the same body, so that a route can return it. */
export function withETag<Body extends { version: number }>(reply: FastifyReply, body: Body): Body {
  reply.header("etag", `"${body.version}"`);
  return body;
}

/** Somebody else changed the row since the caller read it. */
export const versionMismatch = (): AppError => new AppError("VERSION_MISMATCH", "it was changed since you read it");
