// HTTP face of saved views.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import { createViewBody, defaultViewBody, SavedView, updateViewBody, ViewState } from "./schemas.ts";
import type { SavedViews, ViewCaller } from "./service.ts";

const tags = ["views"];
const config = { permission: "resources:read" } as const;

const viewCallerOf = (request: FastifyRequest): ViewCaller => ({
  ...callerOf(request),
  mayShare: principalOf(request).reach("views:share") === "all",
});

/** Adds /api/v1/views. */
export function registerViewRoutes(app: App, views: SavedViews): void {
  for (const schema of [ViewState, SavedView]) app.addSchema(schema);

  app.get(
    "/api/v1/views",
    {
      config,
      schema: {
        operationId: "listViews",
        summary: "The asker's own views of the list of resources and the shared ones, by name",
        tags,
        response: { 200: Type.Object({ items: Type.Array(ref(SavedView)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await views.list(callerOf(request)) }),
  );
  app.post(
    "/api/v1/views",
    { config, schema: { operationId: "createView", tags, body: createViewBody, response: { 201: ref(SavedView), ...errorAnswers } } },
    async (request, reply) => reply.code(201).send(withETag(reply, await views.create(viewCallerOf(request), request.body))),
  );
  app.put(
    "/api/v1/views/default",
    {
      config,
      schema: {
        operationId: "chooseDefaultView",
        summary: "Which view the asker's list begins with; null for none",
        tags,
        body: defaultViewBody,
        response: { 204: Type.Null(), ...errorAnswers },
      },
    },
    async (request, reply) => {
      await views.choose(callerOf(request), request.body.viewId);
      return reply.code(204).send(null);
    },
  );
  app.patch(
    "/api/v1/views/:id",
    {
      config,
      schema: {
        operationId: "updateView",
        tags,
        params: IdParams,
        body: updateViewBody,
        response: { 200: ref(SavedView), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await views.update(viewCallerOf(request), request.params.id, ifMatch(request), request.body)),
  );
  app.delete(
    "/api/v1/views/:id",
    { config, schema: { operationId: "deleteView", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } } },
    async (request, reply) => {
      await views.remove(viewCallerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
