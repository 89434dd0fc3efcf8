// HTTP face of what administrators decide about second factors.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, Id, IdParams } from "../../http/schemas.ts";
import type { FactorRules } from "./factor-rules.ts";
import { FactorResets, policyBody, SecurityPolicy } from "./factor-schemas.ts";

const tags = ["security"];
const manage = { permission: "accounts:manage" } as const;

/** Adds /api/v1/security-policy, /api/v1/factor-resets and /api/v1/users/:id/factor-reset. */
export function registerFactorRuleRoutes(app: App, rules: FactorRules): void {
  app.get(
    "/api/v1/security-policy",
    {
      config: { permission: "organization:admin" },
      schema: { operationId: "getSecurityPolicy", tags, response: { 200: SecurityPolicy, ...errorAnswers } },
    },
    async (request) => ({ requireFactor: await rules.requirement(callerOf(request)) }),
  );

  app.put(
    "/api/v1/security-policy",
    {
      config: { permission: "organization:admin", stepUp: true },
      schema: { operationId: "setSecurityPolicy", tags, body: policyBody, response: { 200: SecurityPolicy, ...errorAnswers } },
    },
    async (request) => {
      await rules.require(callerOf(request), request.body.requireFactor);
      return request.body;
    },
  );

  app.post(
    "/api/v1/users/:id/factor-reset",
    {
      config: { ...manage, stepUp: true },
      schema: {
        operationId: "requestFactorReset",
        tags,
        params: IdParams,
        response: { 202: Type.Object({ id: Id }), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(202).send({ id: await rules.requestReset(callerOf(request), request.params.id) }),
  );

  app.get(
    "/api/v1/factor-resets",
    { config: manage, schema: { operationId: "listFactorResets", tags, response: { 200: FactorResets, ...errorAnswers } } },
    async (request) => ({ items: await rules.resets(callerOf(request)) }),
  );

  app.post(
    "/api/v1/factor-resets/:id/approve",
    {
      config: { ...manage, stepUp: true },
      schema: { operationId: "approveFactorReset", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await rules.approveReset(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
