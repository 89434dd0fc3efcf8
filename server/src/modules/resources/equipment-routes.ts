// HTTP face of equipment: types, tags, resources made by hand or brought back, and notes.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import {
  createResourceBody,
  createTypeBody,
  EquipmentType,
  NoteParams,
  noteBody,
  ResourceNote,
  TagUse,
  tagQuery,
  updateTypeBody,
} from "./equipment-schemas.ts";
import type { EquipmentTypes } from "./equipment-types.ts";
import type { Making } from "./making.ts";
import type { ResourceNotes } from "./notes.ts";
import { Resource } from "./schemas.ts";
import type { ResourceService } from "./service.ts";
import type { ResourceTags } from "./tags.ts";

const read = { permission: "resources:read" } as const;
const write = { permission: "resources:write" } as const;
const gone = { 204: Type.Null(), ...errorAnswers };

export interface EquipmentParts {
  readonly types: EquipmentTypes;
  readonly making: Making;
  readonly notes: ResourceNotes;
  readonly tags: ResourceTags;
  readonly service: ResourceService;
}

/** Adds the routes, and the schemas they name. */
export function registerEquipmentRoutes(app: App, { types, making, notes, tags: tagsOfAll, service }: EquipmentParts): void {
  app.addSchema(EquipmentType).addSchema(ResourceNote).addSchema(TagUse);
  registerTypeRoutes(app, types);
  registerNoteRoutes(app, notes);
  const tags = ["resources"];

  app.get(
    "/api/v1/resource-tags",
    {
      config: read,
      schema: {
        operationId: "listResourceTags",
        tags,
        querystring: tagQuery,
        response: { 200: Type.Object({ items: Type.Array(ref(TagUse)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await tagsOfAll.list(callerOf(request), request.query.q ?? "") }),
  );

  app.post(
    "/api/v1/resources",
    {
      config: write,
      schema: { operationId: "createResource", tags, body: createResourceBody, response: { 201: ref(Resource), ...errorAnswers } },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      return reply.code(201).send(withETag(reply, await service.get(caller, await making.create(caller, request.body))));
    },
  );

  app.post(
    "/api/v1/resources/:id/restore",
    {
      config: write,
      schema: { operationId: "restoreResource", tags, params: IdParams, response: { 200: ref(Resource), ...errorAnswers } },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      await making.restore(caller, request.params.id);
      return withETag(reply, await service.get(caller, request.params.id));
    },
  );
}

function registerTypeRoutes(app: App, types: EquipmentTypes): void {
  const tags = ["equipment types"];
  const manage = { permission: "organization:admin" } as const;

  app.get(
    "/api/v1/equipment-types",
    {
      config: read,
      schema: {
        operationId: "listEquipmentTypes",
        tags,
        response: { 200: Type.Object({ items: Type.Array(ref(EquipmentType)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await types.list(callerOf(request)) }),
  );

  app.post(
    "/api/v1/equipment-types",
    {
      config: manage,
      schema: { operationId: "createEquipmentType", tags, body: createTypeBody, response: { 201: ref(EquipmentType), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await types.create(callerOf(request), request.body))),
  );

  app.patch(
    "/api/v1/equipment-types/:id",
    {
      config: manage,
      schema: {
        operationId: "updateEquipmentType",
        tags,
        params: IdParams,
        body: updateTypeBody,
        response: { 200: ref(EquipmentType), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await types.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/equipment-types/:id",
    { config: manage, schema: { operationId: "deleteEquipmentType", tags, params: IdParams, response: gone } },
    async (request, reply) => {
      await types.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}

function registerNoteRoutes(app: App, notes: ResourceNotes): void {
  const tags = ["resource notes"];

  app.get(
    "/api/v1/resources/:id/notes",
    {
      config: read,
      schema: {
        operationId: "listResourceNotes",
        tags,
        params: IdParams,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(ResourceNote)), ...errorAnswers },
      },
    },
    (request) => notes.list(callerOf(request), request.params.id, request.query),
  );

  app.post(
    "/api/v1/resources/:id/notes",
    {
      config: write,
      schema: {
        operationId: "createResourceNote",
        tags,
        params: IdParams,
        body: noteBody,
        response: { 201: ref(ResourceNote), ...errorAnswers },
      },
    },
    async (request, reply) =>
      reply.code(201).send(withETag(reply, await notes.add(callerOf(request), request.params.id, request.body.text))),
  );

  app.patch(
    "/api/v1/resources/:id/notes/:noteId",
    {
      config: write,
      schema: {
        operationId: "updateResourceNote",
        tags,
        params: NoteParams,
        body: noteBody,
        response: { 200: ref(ResourceNote), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await notes.change(callerOf(request), request.params, ifMatch(request), request.body.text)),
  );

  app.delete(
    "/api/v1/resources/:id/notes/:noteId",
    { config: write, schema: { operationId: "deleteResourceNote", tags, params: NoteParams, response: gone } },
    async (request, reply) => {
      await notes.remove(callerOf(request), request.params, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
