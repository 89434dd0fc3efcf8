// HTTP face of the vault. What changes, gives away or shows a secret asks the person to prove themselves again.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import { accessBody, createSecretBody, RevealedSecret, SecretSchema, SecretVersion, secretQuery, updateSecretBody } from "./schemas.ts";
import type { Vault, Visitor } from "./vault.ts";

const tags = ["vault"];
const read = { permission: "vault:read" } as const;
const write = { permission: "vault:write", stepUp: true } as const;
const one = { 200: ref(SecretSchema), ...errorAnswers };

const visitorOf = (request: FastifyRequest): Visitor => ({
  ...callerOf(request),
  isAdministrator: principalOf(request).isAdministrator,
});

/** Adds /api/v1/secrets. */
export function registerVaultRoutes(app: App, vault: Vault): void {
  for (const schema of [SecretSchema, SecretVersion, RevealedSecret]) app.addSchema(schema);

  app.get(
    "/api/v1/secrets",
    {
      config: read,
      schema: { operationId: "listSecrets", tags, querystring: secretQuery, response: { 200: pageOf(ref(SecretSchema)), ...errorAnswers } },
    },
    (request) => vault.list(visitorOf(request), request.query),
  );

  app.post(
    "/api/v1/secrets",
    {
      config: write,
      schema: { operationId: "createSecret", tags, body: createSecretBody, response: { 201: ref(SecretSchema), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await vault.create(visitorOf(request), request.body))),
  );

  app.get(
    "/api/v1/secrets/:id",
    { config: read, schema: { operationId: "getSecret", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await vault.get(visitorOf(request), request.params.id)),
  );

  app.patch(
    "/api/v1/secrets/:id",
    { config: write, schema: { operationId: "updateSecret", tags, params: IdParams, body: updateSecretBody, response: one } },
    async (request, reply) => withETag(reply, await vault.update(visitorOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/secrets/:id",
    { config: write, schema: { operationId: "deleteSecret", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } } },
    async (request, reply) => {
      await vault.remove(visitorOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/api/v1/secrets/:id/access",
    { config: write, schema: { operationId: "setSecretAccess", tags, params: IdParams, body: accessBody, response: one } },
    async (request, reply) =>
      withETag(reply, await vault.allow(visitorOf(request), request.params.id, ifMatch(request), request.body.userIds)),
  );

  app.post(
    "/api/v1/secrets/:id/reveal",
    {
      config: { permission: "vault:reveal", stepUp: true, answersSecret: true },
      schema: { operationId: "revealSecret", tags, params: IdParams, response: { 200: ref(RevealedSecret), ...errorAnswers } },
    },
    async (request, reply) => {
      const secret = await vault.reveal(visitorOf(request), request.params.id);
      return reply.header("cache-control", "no-store").send({ value: secret.reveal() });
    },
  );

  app.get(
    "/api/v1/secrets/:id/history",
    {
      config: read,
      schema: {
        operationId: "getSecretHistory",
        tags,
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(ref(SecretVersion)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await vault.history(visitorOf(request), request.params.id) }),
  );
}
