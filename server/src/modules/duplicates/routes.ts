// HTTP face of doubtful identities.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { DuplicateProposal, DuplicateReason, mergeBody, ResourceIdentity } from "./schemas.ts";
import type { DuplicateService } from "./service.ts";

const tags = ["resources"];
const answers = { response: { 204: Type.Null(), ...errorAnswers } };

/** The person, and how far they may let agents in: a merge does that too. */
const approverOf = (request: FastifyRequest) => ({ ...callerOf(request), approves: principalOf(request).reach("agents:approve") });

/** Adds the routes, and the schemas they name. */
export function registerDuplicateRoutes(app: App, duplicates: DuplicateService): void {
  for (const schema of [DuplicateReason, DuplicateProposal, ResourceIdentity]) app.addSchema(schema);

  app.get(
    "/api/v1/resources/:id/identity",
    {
      config: { permission: "resources:read" },
      schema: { operationId: "getResourceIdentity", tags, params: IdParams, response: { 200: ref(ResourceIdentity), ...errorAnswers } },
    },
    (request) => duplicates.identity(approverOf(request), request.params.id),
  );

  app.post(
    "/api/v1/resources/:id/merge",
    {
      config: { permission: "resources:write" },
      schema: {
        operationId: "mergeResource",
        summary: "Gives this resource's agent, and all that hangs on it, to the older resource of the same machine",
        description: "An agent that still waits for approval is approved in the same step where the asker may approve it (agents:approve).",
        tags,
        params: IdParams,
        body: mergeBody,
        ...answers,
      },
    },
    async (request, reply) => {
      await duplicates.merge(approverOf(request), request.params.id, request.body.otherId);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/duplicate-proposals/:id/dismiss",
    {
      config: { permission: "resources:write" },
      schema: { operationId: "dismissDuplicate", summary: "Says that they are two machines", tags, params: IdParams, ...answers },
    },
    async (request, reply) => {
      await duplicates.dismiss(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/resources/:id/lift-quarantine",
    {
      config: { permission: "agents:approve" },
      schema: {
        operationId: "liftQuarantine",
        summary: "Trusts an agent again whose key two machines had",
        tags,
        params: IdParams,
        ...answers,
      },
    },
    async (request, reply) => {
      await duplicates.lift(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
