// HTTP face of the people of an organization.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import { createUserBody, NewUser, User, updateUserBody, userQuery } from "./schemas.ts";
import type { Users } from "./users.ts";

const tags = ["users"];
const read = { permission: "accounts:read" } as const;
const manage = { permission: "accounts:manage", stepUp: true } as const;
/** Without stepUp: taking somebody's access away must never wait. */
const shutOut = { permission: "accounts:manage" } as const;

/** Adds /api/v1/users. */
export function registerUserRoutes(app: App, users: Users): void {
  for (const schema of [User, NewUser]) app.addSchema(schema);
  const one = { 200: ref(User), ...errorAnswers };
  const nothing = { 204: Type.Null(), ...errorAnswers };

  app.get(
    "/api/v1/users",
    {
      config: read,
      schema: { operationId: "listUsers", tags, querystring: userQuery, response: { 200: pageOf(ref(User)), ...errorAnswers } },
    },
    (request) => users.list(principalOf(request).organizationId, request.query),
  );

  app.post(
    "/api/v1/users",
    {
      config: { ...manage, answersSecret: true },
      schema: { operationId: "createUser", tags, body: createUserBody, response: { 201: ref(NewUser), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(await users.create(callerOf(request), request.body)),
  );

  app.get(
    "/api/v1/users/:id",
    { config: read, schema: { operationId: "getUser", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await users.get(principalOf(request).organizationId, request.params.id)),
  );

  app.patch(
    "/api/v1/users/:id",
    { config: manage, schema: { operationId: "updateUser", tags, params: IdParams, body: updateUserBody, response: one } },
    async (request, reply) => withETag(reply, await users.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/users/:id",
    { config: manage, schema: { operationId: "deleteUser", tags, params: IdParams, response: nothing } },
    async (request, reply) => {
      await users.remove(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/users/:id/erase",
    {
      config: manage,
      schema: {
        operationId: "eraseUser",
        summary: "Take from a person what names them, in the audit log too; for good",
        tags,
        params: IdParams,
        response: nothing,
      },
    },
    async (request, reply) => {
      await users.erase(callerOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/users/:id/disable",
    { config: shutOut, schema: { operationId: "disableUser", tags, params: IdParams, response: one } },
    (request) => users.disable(callerOf(request), request.params.id),
  );

  app.post(
    "/api/v1/users/:id/enable",
    { config: manage, schema: { operationId: "enableUser", tags, params: IdParams, response: one } },
    (request) => users.enable(callerOf(request), request.params.id),
  );

  app.post(
    "/api/v1/users/:id/sign-out",
    {
      config: shutOut,
      schema: {
        operationId: "signUserOut",
        tags,
        params: IdParams,
        response: { 200: Type.Object({ ended: Type.Integer({ minimum: 0 }) }), ...errorAnswers },
      },
    },
    async (request) => ({ ended: await users.signOut(callerOf(request), request.params.id) }),
  );
}
