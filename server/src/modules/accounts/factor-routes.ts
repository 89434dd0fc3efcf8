// HTTP face of one's own second factors.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { Ceremony, confirmTotpBody, Factors as FactorsAnswer, NewTotp, newPasskeyBody, RecoveryCodes } from "./factor-schemas.ts";
import type { Factors } from "./factors.ts";
import { pageOriginOf } from "./step-up-routes.ts";

const tags = ["session"];
const look = { permission: "session", duringFactorSetup: true } as const;
const change = { ...look, stepUp: true, answersSecret: true } as const;

/** Adds /api/v1/me/factors. */
export function registerFactorRoutes(app: App, factors: Factors): void {
  app.addSchema(FactorsAnswer);

  app.get(
    "/api/v1/me/factors",
    { config: look, schema: { operationId: "listMyFactors", tags, response: { 200: ref(FactorsAnswer), ...errorAnswers } } },
    (request) => factors.list(principalOf(request)),
  );

  app.post(
    "/api/v1/me/factors/totp",
    { config: change, schema: { operationId: "beginTotp", tags, response: { 200: NewTotp, ...errorAnswers } } },
    (request) => factors.beginTotp(principalOf(request)),
  );

  app.post(
    "/api/v1/me/factors/totp/confirm",
    {
      config: change,
      schema: { operationId: "confirmTotp", tags, body: confirmTotpBody, response: { 200: RecoveryCodes, ...errorAnswers } },
    },
    (request) => factors.confirmTotp(principalOf(request), request.body, request.ip),
  );

  app.post(
    "/api/v1/me/factors/passkey/options",
    { config: change, schema: { operationId: "beginPasskey", tags, response: { 200: Ceremony, ...errorAnswers } } },
    (request) => factors.beginPasskey(principalOf(request), pageOriginOf(request)),
  );

  app.post(
    "/api/v1/me/factors/passkey",
    {
      config: change,
      bodyLimit: 65_536,
      schema: { operationId: "addPasskey", tags, body: newPasskeyBody, response: { 200: RecoveryCodes, ...errorAnswers } },
    },
    (request) => factors.addPasskey(principalOf(request), request.body, request.ip),
  );

  app.post(
    "/api/v1/me/factors/recovery-codes",
    { config: change, schema: { operationId: "renewRecoveryCodes", tags, response: { 200: RecoveryCodes, ...errorAnswers } } },
    (request) => factors.renewCodes(principalOf(request), request.ip),
  );

  app.delete(
    "/api/v1/me/factors/:id",
    {
      config: { permission: "session", stepUp: true },
      schema: { operationId: "removeFactor", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await factors.remove(principalOf(request), request.params.id, request.ip);
      return reply.code(204).send(null);
    },
  );
}
