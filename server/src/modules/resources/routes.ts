// HTTP face of resources: one machine and lists of them.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import { ResourceEvent } from "./board-schemas.ts";
import { Equipment } from "./equipment-schemas.ts";
import {
  AgentSummary,
  CollectorState,
  HostFacts,
  LatestMetrics,
  ListedResource,
  listQuery,
  MemoryUse,
  Resource,
  ResourceRow,
  ResourceTraits,
  updateBody,
  WorstVolume,
} from "./schemas.ts";
import type { ResourceService } from "./service.ts";

const tags = ["resources"];

/** Adds the routes under /api/v1/resources, and the schemas they name. */
export function registerResourceRoutes(app: App, resources: ResourceService): void {
  for (const schema of [
    AgentSummary,
    MemoryUse,
    WorstVolume,
    ResourceTraits,
    Equipment,
    ResourceRow,
    ListedResource,
    HostFacts,
    LatestMetrics,
    CollectorState,
    Resource,
    ResourceEvent,
  ])
    app.addSchema(schema);

  app.get(
    "/api/v1/resources",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "listResources",
        tags,
        querystring: listQuery,
        response: { 200: pageOf(ref(ListedResource)), ...errorAnswers },
      },
    },
    (request) => resources.list(callerOf(request), request.query),
  );

  app.get(
    "/api/v1/resources/:id",
    {
      config: { permission: "resources:read" },
      schema: { operationId: "getResource", tags, params: IdParams, response: { 200: ref(Resource), ...errorAnswers } },
    },
    async (request, reply) => withETag(reply, await resources.get(callerOf(request), request.params.id)),
  );

  app.patch(
    "/api/v1/resources/:id",
    {
      config: { permission: "resources:write" },
      schema: {
        operationId: "updateResource",
        tags,
        params: IdParams,
        body: updateBody,
        response: { 200: ref(Resource), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await resources.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/resources/:id",
    {
      config: { permission: "resources:write" },
      schema: { operationId: "deleteResource", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await resources.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );

  for (const decision of ["approve", "refuse", "revoke"] as const)
    app.post(
      `/api/v1/resources/:id/${decision}`,
      {
        config: { permission: "agents:approve" },
        schema: { operationId: `${decision}Resource`, tags, params: IdParams, response: { 200: ref(Resource), ...errorAnswers } },
      },
      async (request, reply) => withETag(reply, await resources.decide(callerOf(request), request.params.id, decision)),
    );

  app.get(
    "/api/v1/resources/:id/events",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "listResourceEvents",
        tags,
        params: IdParams,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(ResourceEvent)), ...errorAnswers },
      },
    },
    (request) => resources.events(callerOf(request), request.params.id, request.query),
  );
}
