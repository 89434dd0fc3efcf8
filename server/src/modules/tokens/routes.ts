// HTTP face of API tokens.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ApiToken, createApiTokenBody, NewApiToken } from "./schemas.ts";
import type { Tokens } from "./service.ts";

const tags = ["api-tokens"];
const permission = "tokens:manage";

/** Adds the routes under /api/v1/api-tokens. */
export function registerTokenRoutes(app: App, tokens: Tokens): void {
  for (const schema of [ApiToken, NewApiToken]) app.addSchema(schema);

  app.get(
    "/api/v1/api-tokens",
    {
      config: { permission },
      schema: {
        operationId: "listApiTokens",
        tags,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(ApiToken)), ...errorAnswers },
      },
    },
    (request) => tokens.list(principalOf(request).organizationId, request.query),
  );

  app.post(
    "/api/v1/api-tokens",
    {
      config: { permission, stepUp: true, answersSecret: true },
      schema: { operationId: "createApiToken", tags, body: createApiTokenBody, response: { 201: ref(NewApiToken), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(await tokens.create(callerOf(request), request.body)),
  );

  app.post(
    "/api/v1/api-tokens/:id/revoke",
    {
      // Without stepUp: taking a right away must never wait.
      config: { permission },
      schema: { operationId: "revokeApiToken", tags, params: IdParams, response: { 200: ref(ApiToken), ...errorAnswers } },
    },
    (request) => tokens.revoke(callerOf(request), request.params.id),
  );
}
