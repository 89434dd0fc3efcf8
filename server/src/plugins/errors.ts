// Every failure leaves the server in one shape: { code, message, details? }. What is not foreseen is logged and says nothing about itself.
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { isContention } from "../database/index.ts";
import { AppError } from "../errors.ts";

/** The most field problems one answer names. */
const MAX_FIELDS = 20;

/** The one error handler. */
export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asAppError(error);
  if (known === undefined) {
    request.log.error({ err: error }, "request failed");
    return send(reply, new AppError("INTERNAL", "something went wrong on the server"), 500);
  }
  if (known.error.status >= 500) request.log.error({ err: error }, "request failed");
  return send(reply, known.error, known.status ?? known.error.status);
}

/** The one answer for a route that does not exist. It does not repeat the path. */
export const handleNotFound = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  send(reply, new AppError("NOT_FOUND", "no such route"), 404);

/** For requests that never reach a route or a hook (a path that is no path): they find nothing. */
export const handleUnroutable = (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  reply.header("x-content-type-options", "nosniff").header("content-security-policy", "default-src 'none'");
  handleNotFound(request, reply);
};

function send(reply: FastifyReply, error: AppError, status: number): FastifyReply {
  const retryAfter = error.details?.["retryAfterSeconds"];
  if (typeof retryAfter === "number") reply.header("retry-after", String(retryAfter));
  const body = { code: error.code, message: error.message, ...(error.details !== undefined && { details: error.details }) };
  return reply.code(status).type("application/json; charset=utf-8").serializer(JSON.stringify).send(body);
}

function asAppError(error: unknown): { error: AppError; status?: number } | undefined {
  if (error instanceof AppError) return { error };
  if (!(error instanceof Error)) return undefined;
  if (isContention(error))
    return { error: new AppError("UNAVAILABLE", "too much at once: try again", { details: { retryAfterSeconds: 1 }, cause: error }) };
  const { validation, validationContext, statusCode } = error as FastifyError;
  if (validation !== undefined) return { error: invalidInput(validation, validationContext) };
  // Fastify's own refusals: body too large, not JSON, unsupported media type.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && "code" in error && String(error.code).startsWith("FST_"))
    return { error: new AppError("INVALID_INPUT", error.message, { cause: error }), status: statusCode };
  if (statusCode === 503) return { error: new AppError("UNAVAILABLE", "the server is stopping", { cause: error }) };
  return undefined;
}

type Problems = NonNullable<FastifyError["validation"]>;

function invalidInput(problems: Problems, context: string | undefined): AppError {
  const fields = problems.slice(0, MAX_FIELDS).map((problem) => {
    const missing = problem.params["missingProperty"] ?? problem.params["additionalProperty"];
    const path = [...problem.instancePath.split("/").slice(1), ...(typeof missing === "string" ? [missing] : [])];
    return { field: path.join(".").slice(0, 100), problem: problem.keyword };
  });
  return new AppError("INVALID_INPUT", `the ${context ?? "request"} does not fit its schema`, { details: { fields } });
}
