// HTTP face of field containers and fields. Values are asked of the things that have them.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import type { FieldContainers } from "./containers.ts";
import {
  CustomField,
  containerQuery,
  createContainerBody,
  createFieldBody,
  FieldContainer,
  FieldValue,
  FieldValues,
  updateContainerBody,
  updateFieldBody,
} from "./schemas.ts";

const tags = ["custom fields"];
const manage = { permission: "organization:admin" } as const;
const gone = { 204: Type.Null(), ...errorAnswers };

/** Adds /api/v1/field-containers and /api/v1/custom-fields, and the schemas of values. */
export function registerFieldRoutes(app: App, containers: FieldContainers): void {
  for (const schema of [CustomField, FieldContainer, FieldValue, FieldValues]) app.addSchema(schema);
  const one = { ...errorAnswers, 200: ref(FieldContainer) };
  const field = { ...errorAnswers, 200: ref(CustomField) };

  app.get(
    "/api/v1/field-containers",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "listFieldContainers",
        tags,
        querystring: containerQuery,
        response: { 200: Type.Object({ items: Type.Array(ref(FieldContainer)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await containers.list(callerOf(request), request.query.target) }),
  );

  app.post(
    "/api/v1/field-containers",
    {
      config: manage,
      schema: {
        operationId: "createFieldContainer",
        tags,
        body: createContainerBody,
        response: { 201: ref(FieldContainer), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await containers.create(callerOf(request), request.body))),
  );

  app.patch(
    "/api/v1/field-containers/:id",
    { config: manage, schema: { operationId: "updateFieldContainer", tags, params: IdParams, body: updateContainerBody, response: one } },
    async (request, reply) =>
      withETag(reply, await containers.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/field-containers/:id",
    { config: manage, schema: { operationId: "deleteFieldContainer", tags, params: IdParams, response: gone } },
    async (request, reply) => {
      await containers.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/api/v1/field-containers/:id/fields",
    {
      config: manage,
      schema: {
        operationId: "createCustomField",
        tags,
        params: IdParams,
        body: createFieldBody,
        response: { 201: ref(CustomField), ...errorAnswers },
      },
    },
    async (request, reply) =>
      reply.code(201).send(withETag(reply, await containers.addField(callerOf(request), request.params.id, request.body))),
  );

  app.patch(
    "/api/v1/custom-fields/:id",
    { config: manage, schema: { operationId: "updateCustomField", tags, params: IdParams, body: updateFieldBody, response: field } },
    async (request, reply) =>
      withETag(reply, await containers.updateField(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/custom-fields/:id",
    { config: manage, schema: { operationId: "deleteCustomField", tags, params: IdParams, response: gone } },
    async (request, reply) => {
      await containers.removeField(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
