// HTTP face of what stands around resources: groups, the overview and the search of the console's palette.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import { principalOf } from "../../http/principal.ts";
import { errorAnswers, Id, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import {
  Busiest,
  createGroupBody,
  FullestVolume,
  Overview,
  RecentEvent,
  ResourceGroup,
  SearchAnswer,
  SearchItem,
  updateGroupBody,
} from "./board-schemas.ts";
import type { ResourceGroups } from "./groups.ts";
import type { Overviews, OverviewViewer } from "./overview.ts";
import type { Search } from "./search.ts";

/** Adds /api/v1/resource-groups, /api/v1/overview and /api/v1/search. */
export function registerBoardRoutes(app: App, parts: { groups: ResourceGroups; overview: Overviews; search: Search }): void {
  for (const schema of [ResourceGroup, Busiest, FullestVolume, RecentEvent, Overview, SearchItem, SearchAnswer]) app.addSchema(schema);
  registerGroupRoutes(app, parts.groups);

  app.get(
    "/api/v1/overview",
    {
      config: { permission: "resources:read" },
      schema: { operationId: "getOverview", tags: ["overview"], response: { 200: ref(Overview), ...errorAnswers } },
    },
    (request) => parts.overview.get(viewerOf(request)),
  );

  app.get(
    "/api/v1/search",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "search",
        tags: ["overview"],
        querystring: Type.Object({ q: Type.Optional(Type.String({ maxLength: 200, default: "" })) }),
        response: { 200: ref(SearchAnswer), ...errorAnswers },
      },
    },
    async (request) => ({ items: await parts.search.find(viewerOf(request), request.query.q ?? "") }),
  );
}

function viewerOf(request: FastifyRequest): OverviewViewer {
  const { organizationId, reach } = principalOf(request);
  return { organizationId, resources: reach("resources:read"), clients: reach("clients:read") };
}

function registerGroupRoutes(app: App, groups: ResourceGroups): void {
  const tags = ["resource groups"];

  app.get(
    "/api/v1/resource-groups",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "listResourceGroups",
        tags,
        querystring: Type.Object({ ...pageQuery, clientId: Type.Optional(Id), q: Type.Optional(Type.String({ maxLength: 200 })) }),
        response: { 200: pageOf(ref(ResourceGroup)), ...errorAnswers },
      },
    },
    (request) => groups.list(callerOf(request), request.query),
  );

  app.post(
    "/api/v1/resource-groups",
    {
      config: { permission: "resources:write" },
      schema: { operationId: "createResourceGroup", tags, body: createGroupBody, response: { 201: ref(ResourceGroup), ...errorAnswers } },
    },
    async (request, reply) => reply.code(201).send(withETag(reply, await groups.create(callerOf(request), request.body))),
  );

  app.patch(
    "/api/v1/resource-groups/:id",
    {
      config: { permission: "resources:write" },
      schema: {
        operationId: "updateResourceGroup",
        tags,
        params: IdParams,
        body: updateGroupBody,
        response: { 200: ref(ResourceGroup), ...errorAnswers },
      },
    },
    async (request, reply) => withETag(reply, await groups.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/resource-groups/:id",
    {
      config: { permission: "resources:write" },
      schema: { operationId: "deleteResourceGroup", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await groups.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
