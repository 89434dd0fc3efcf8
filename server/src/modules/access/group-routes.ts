// HTTP face of permission groups and attendant groups.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import type { AttendantGroups } from "./attendant-groups.ts";
import type { PermissionGroups } from "./permission-groups.ts";
import {
  AttendantGroup,
  createAttendantGroupBody,
  createPermissionGroupBody,
  itemsOf,
  PermissionGroup,
  Scope,
  updateAttendantGroupBody,
  updatePermissionGroupBody,
} from "./schemas.ts";

const tags = ["access"];
const read = { permission: "accounts:read" } as const;
const manage = { permission: "accounts:manage", stepUp: true } as const;
const nothing = { 204: Type.Null(), ...errorAnswers };

/** Adds /api/v1/permission-groups. */
export function registerPermissionGroupRoutes(app: App, groups: PermissionGroups): void {
  app.addSchema(PermissionGroup);
  const url = "/api/v1/permission-groups";

  app.get(
    url,
    { config: read, schema: { operationId: "listPermissionGroups", tags, response: { 200: itemsOf(PermissionGroup), ...errorAnswers } } },
    async (request) => ({ items: await groups.list(principalOf(request).organizationId) }),
  );
  app.post(
    url,
    {
      config: manage,
      schema: {
        operationId: "createPermissionGroup",
        tags,
        body: createPermissionGroupBody,
        response: { 201: ref(PermissionGroup), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await groups.create(callerOf(request), request.body))),
  );
  app.patch(
    `${url}/:id`,
    {
      config: manage,
      schema: {
        operationId: "updatePermissionGroup",
        tags,
        params: IdParams,
        body: updatePermissionGroupBody,
        response: { 200: ref(PermissionGroup), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await groups.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  app.delete(
    `${url}/:id`,
    { config: manage, schema: { operationId: "deletePermissionGroup", tags, params: IdParams, response: nothing } },
    async (request, reply) => {
      await groups.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}

/** Adds /api/v1/attendant-groups. */
export function registerAttendantGroupRoutes(app: App, groups: AttendantGroups): void {
  for (const schema of [Scope, AttendantGroup]) app.addSchema(schema);
  const url = "/api/v1/attendant-groups";

  app.get(
    url,
    { config: read, schema: { operationId: "listAttendantGroups", tags, response: { 200: itemsOf(AttendantGroup), ...errorAnswers } } },
    async (request) => ({ items: await groups.list(principalOf(request).organizationId) }),
  );
  app.post(
    url,
    {
      config: manage,
      schema: {
        operationId: "createAttendantGroup",
        tags,
        body: createAttendantGroupBody,
        response: { 201: ref(AttendantGroup), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await groups.create(callerOf(request), request.body))),
  );
  app.patch(
    `${url}/:id`,
    {
      config: manage,
      schema: {
        operationId: "updateAttendantGroup",
        tags,
        params: IdParams,
        body: updateAttendantGroupBody,
        response: { 200: ref(AttendantGroup), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await groups.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  app.delete(
    `${url}/:id`,
    { config: manage, schema: { operationId: "deleteAttendantGroup", tags, params: IdParams, response: nothing } },
    async (request, reply) => {
      await groups.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
