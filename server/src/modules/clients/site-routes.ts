// HTTP face of sites.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { ifMatch, withETag } from "../../http/versioning.ts";
import { createSiteBody, Site, siteQuery, updateSiteBody } from "./schemas.ts";
import type { Sites } from "./sites.ts";

const tags = ["sites"];
const read = { permission: "clients:read" } as const;
const write = { permission: "clients:write" } as const;

/** Adds /api/v1/sites. */
export function registerSiteRoutes(app: App, sites: Sites): void {
  app.addSchema(Site);
  const one = { 200: ref(Site), ...errorAnswers };

  app.get(
    "/api/v1/sites",
    {
      config: read,
      schema: { operationId: "listSites", tags, querystring: siteQuery, response: { 200: pageOf(ref(Site)), ...errorAnswers } },
    },
    (request) => sites.list(callerOf(request), request.query),
  );

  app.post(
    "/api/v1/sites",
    { config: write, schema: { operationId: "createSite", tags, body: createSiteBody, response: { 201: ref(Site), ...errorAnswers } } },
    async (request, reply) => reply.code(201).send(withETag(reply, await sites.create(callerOf(request), request.body))),
  );

  app.get(
    "/api/v1/sites/:id",
    { config: read, schema: { operationId: "getSite", tags, params: IdParams, response: one } },
    async (request, reply) => withETag(reply, await sites.get(callerOf(request), request.params.id)),
  );

  app.patch(
    "/api/v1/sites/:id",
    { config: write, schema: { operationId: "updateSite", tags, params: IdParams, body: updateSiteBody, response: one } },
    async (request, reply) => withETag(reply, await sites.update(callerOf(request), request.params.id, ifMatch(request), request.body)),
  );

  app.delete(
    "/api/v1/sites/:id",
    {
      config: write,
      schema: { operationId: "deleteSite", tags, params: IdParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await sites.remove(callerOf(request), request.params.id, ifMatch(request));
      return reply.code(204).send(null);
    },
  );
}
