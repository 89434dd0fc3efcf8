// HTTP face of licences.
import { Type } from "typebox";
import type { App } from "../../../http/app.ts";
import { callerOf } from "../../../http/caller.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../../http/schemas.ts";
import { everyItem, tableAnswer, tableDownload, tableOf, tableQuery } from "../../../spreadsheet/index.ts";
import type { TellExport } from "../exports.ts";
import { Licence, LicenceGroup, licenceFilter, licenceQuery, removeLicenceBody } from "./schemas.ts";
import type { Licences } from "./service.ts";
import { LICENCE_HEADINGS, stateWord } from "./words.ts";

const tags = ["licences"];
const config = { permission: "resources:read" } as const;

/** Adds the routes under /api/v1/licences and the one that takes a licence off a machine, and the schemas they name. */
export function registerLicenceRoutes(app: App, licences: Licences, tellExport: TellExport): void {
  app.addSchema(LicenceGroup).addSchema(Licence);

  app.get(
    "/api/v1/licences/products",
    {
      config,
      schema: {
        operationId: "listLicenceProducts",
        summary: "Windows and Office licences by product, channel and status, with how many machines have them",
        tags,
        querystring: licenceQuery,
        response: { 200: pageOf(ref(LicenceGroup)), ...errorAnswers },
      },
    },
    (request) => licences.groups(callerOf(request), request.query),
  );
  app.get(
    "/api/v1/licences",
    {
      config,
      schema: { operationId: "listLicences", tags, querystring: licenceQuery, response: { 200: pageOf(ref(Licence)), ...errorAnswers } },
    },
    (request) => licences.list(callerOf(request), request.query),
  );
  app.get(
    "/api/v1/licences/export",
    {
      config: { ...config, stepUp: true },
      exposeHeadRoute: false,
      schema: {
        operationId: "exportLicences",
        tags,
        querystring: Type.Object({ ...licenceFilter.properties, ...tableQuery }),
        response: { 200: tableAnswer, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { format, language = "en", ...filter } = request.query;
      const page = (cursor?: string) => licences.list(caller, { ...filter, limit: 200, ...(cursor !== undefined && { cursor }) });
      const first = await page();
      await tellExport(caller, "licence.exported", { ...filter, format, rows: first.total });
      const rows = tableOf(
        LICENCE_HEADINGS[language],
        everyItem(first, page),
        ({ product, channel, status, lastFive, resource, client, site }) => [
          product,
          channel,
          stateWord(status, language),
          lastFive,
          resource.name,
          client.name,
          site.name,
        ],
      );
      const { headers, content } = tableDownload(rows, { format, language, name: "vigia-licences" });
      return reply.headers(headers).send(content);
    },
  );
  app.post(
    "/api/v1/resources/:id/licences/remove",
    {
      config: { permission: "resources:write" },
      schema: {
        operationId: "removeResourceLicence",
        summary: "Hides an obsolete licence until the machine reports another one of the product",
        tags,
        params: IdParams,
        body: removeLicenceBody,
        response: { 204: Type.Null(), ...errorAnswers },
      },
    },
    async (request, reply) => {
      await licences.remove(callerOf(request), request.params.id, request.body);
      return reply.code(204).send(null);
    },
  );
}
