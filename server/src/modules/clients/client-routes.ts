// HTTP face of clients.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import type { Clients } from "./clients.ts";
import { Cover } from "./cover.ts";
import { Client, clientQuery, createClientBody, updateClientBody } from "./schemas.ts";

const tags = ["clients"];
const read = { permission: "clients:read" } as const;
const write = { permission: "clients:write" } as const;

/** Adds /api/v1/clients. */
export function registerClientRoutes(app: App, clients: Clients): void {
  app.addSchema(Cover);
  app.addSchema(Client);
  const one = { 200: ref(Client), ...errorAnswers };

  app.get(
    "/api/v1/clients",
    {
      config: read,
      schema: { operationId: "listClients", tags, querystring: clientQuery, response: { 200: pageOf(ref(Client)), ...errorAnswers } },
    },
    (request) => clients.list(callerOf(request), request.query),
  );

  app.post(
    "/api/v1/clients",
    {
      config: write,
      schema: { operationId: "createClient", tags, body: createClientBody, response: { 201: ref(Client), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await clients.create(callerOf(request), request.body))),
  );

  app.get(
    "/api/v1/clients/:id",
    { config: read, schema: { operationId: "getClient", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await clients.get(callerOf(request), request.params.id)),
  );

  app.patch(
    "/api/v1/clients/:id",
    { config: write, schema: { operationId: "updateClient", tags, params: IdParams, body: updateClientBody, response: one } },
    async (request, reply) => withETag(reply, await clients.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/clients/:id",
    {
      config: write,
      schema: { operationId: "deleteClient", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await clients.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
