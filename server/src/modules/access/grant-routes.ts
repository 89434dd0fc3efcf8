// HTTP face of grants and of the permission explorer.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import type { Explain } from "./explain.ts";
import type { Grants } from "./grants.ts";
import { createGrantBody, Explanation, explainQuery, GrantItem, grantQuery, itemsOf } from "./schemas.ts";

const tags = ["access"];

/** Adds /api/v1/grants and /api/v1/access/explain. */
export function registerGrantRoutes(app: App, { grants, explain }: { grants: Grants; explain: Explain }): void {
  for (const schema of [GrantItem, Explanation]) app.addSchema(schema);

  app.get(
    "/api/v1/grants",
    {
      config: { permission: "accounts:read" },
      schema: { operationId: "listGrants", tags, querystring: grantQuery, response: { 200: itemsOf(GrantItem), ...errorAnswers } },
    },
    async (request) => ({ items: await grants.list(principalOf(request).organizationId, request.query) }),
  );

  app.post(
    "/api/v1/grants",
    {
      config: { permission: "accounts:manage", stepUp: true },
      schema: { operationId: "createGrant", tags, body: createGrantBody, response: { 201: ref(GrantItem), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(await grants.create(callerOf(request), request.body)),
  );

  app.delete(
    "/api/v1/grants/:id",
    {
      // Without stepUp: taking a right away must never wait.
      config: { permission: "accounts:manage" },
      schema: { operationId: "deleteGrant", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await grants.remove(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/api/v1/access/explain",
    {
      config: { permission: "access:explain" },
      schema: {
        operationId: "explainAccess",
        summary: "Why somebody may do something somewhere, or why not",
        tags,
        querystring: explainQuery,
        response: { 200: ref(Explanation), ...errorAnswers },
      },
    },
    (request) => explain(principalOf(request).organizationId, request.query),
  );
}
