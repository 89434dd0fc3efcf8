// HTTP face of enrolment tokens.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { createTokenBody, EnrollmentToken, NewEnrollmentToken } from "./enrollment-schemas.ts";
import type { EnrollmentTokens } from "./enrollment-tokens.ts";

const tags = ["enrollment"];

/** Adds the routes under /api/v1/enrollment-tokens. */
export function registerEnrollmentRoutes(app: App, tokens: EnrollmentTokens): void {
  for (const schema of [EnrollmentToken, NewEnrollmentToken]) app.addSchema(schema);

  app.get(
    "/api/v1/enrollment-tokens",
    {
      config: { permission: "enrollment:manage" },
      schema: {
        operationId: "listEnrollmentTokens",
        tags,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(EnrollmentToken)), ...errorAnswers },
      },
    },
    (request) => tokens.list(callerOf(request), request.query),
  );

  app.post(
    "/api/v1/enrollment-tokens",
    {
      config: { permission: "enrollment:manage", answersSecret: true },
      schema: {
        operationId: "createEnrollmentToken",
        tags,
        body: createTokenBody,
        response: { 201: ref(NewEnrollmentToken), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(await tokens.create(callerOf(request), request.body)),
  );

  app.post(
    "/api/v1/enrollment-tokens/:id/revoke",
    {
      config: { permission: "enrollment:manage" },
      schema: { operationId: "revokeEnrollmentToken", tags, params: IdParams, response: { 200: ref(EnrollmentToken), ...errorAnswers } },
    },
    (request) => tokens.revoke(callerOf(request), request.params.id),
  );
}
