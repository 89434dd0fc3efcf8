// Tables that leave: the software report, and who has a program or lacks it. Each is told in the log.
import { Type } from "typebox";
import type { Database } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import { actorOf, type Caller, callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams } from "../../http/schemas.ts";
import { everyItem, type Language, tableAnswer, tableDownload, tableOf, tableQuery } from "../../spreadsheet/index.ts";
import type { Marks } from "../resources/index.ts";
import { holdersQuery, softwareQuery } from "./schemas.ts";
import type { InventoryService } from "./service.ts";

/** Says in the log what left, and how it was asked for. */
export type TellExport = (caller: Caller, action: string, details: Readonly<Record<string, unknown>>) => Promise<void>;

/** Builds it. */
export const createTellExport =
  ({ database, audit }: { database: Database; audit: Marks["audit"] }): TellExport =>
  (caller, action, details) =>
    database.withTenant(caller.organizationId, (tx) =>
      audit(tx, caller.organizationId, { actor: actorOf(caller), address: caller.address, action, details }),
    );

const SOFTWARE: Readonly<Record<Language, readonly string[]>> = {
  en: ["Program", "Version", "Vendor", "Machines"],
  "pt-BR": ["Programa", "Versão", "Fabricante", "Máquinas"],
};
const HOLDERS: Readonly<Record<Language, readonly string[]>> = {
  en: ["Machine", "Client", "Site", "Version"],
  "pt-BR": ["Máquina", "Cliente", "Local", "Versão"],
};

const tags = ["inventory"];
const options = { config: { permission: "resources:read", stepUp: true }, exposeHeadRoute: false } as const;
/** Without the page: everything leaves. */
const without = <Properties extends { limit: unknown; cursor: unknown }>({ limit: _, cursor: __, ...rest }: Properties) => rest;

/** Adds the routes. */
export function registerInventoryExports(app: App, inventory: InventoryService, tellExport: TellExport): void {
  app.get(
    "/api/v1/software/export",
    {
      ...options,
      schema: {
        operationId: "exportSoftware",
        tags,
        querystring: Type.Object({ ...without(softwareQuery.properties), ...tableQuery }),
        response: { 200: tableAnswer, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { format, language = "en", ...filter } = request.query;
      const page = (cursor?: string) => inventory.software(caller, { ...filter, limit: 200, ...(cursor !== undefined && { cursor }) });
      const first = await page();
      await tellExport(caller, "software.exported", { ...filter, format, rows: first.total });
      const rows = tableOf(SOFTWARE[language], everyItem(first, page), (row): (string | number)[] => [
        row.name,
        row.version,
        row.vendor,
        row.installs,
      ]);
      const { headers, content } = tableDownload(rows, { format, language, name: "vigia-software" });
      return reply.headers(headers).send(content);
    },
  );
  app.get(
    "/api/v1/software/:id/resources/export",
    {
      ...options,
      schema: {
        operationId: "exportSoftwareResources",
        tags,
        params: IdParams,
        querystring: Type.Object({ ...without(holdersQuery.properties), ...tableQuery }),
        response: { 200: tableAnswer, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { format, language = "en", ...filter } = request.query;
      const { id } = request.params;
      const page = (cursor?: string) => inventory.holders(caller, id, { ...filter, limit: 200, ...(cursor !== undefined && { cursor }) });
      const first = await page();
      await tellExport(caller, "software.exported", { softwareId: id, ...filter, format, rows: first.total });
      const rows = tableOf(HOLDERS[language], everyItem(first, page), ({ name, client, site, version }) => [
        name,
        client.name,
        site.name,
        version,
      ]);
      const { headers, content } = tableDownload(rows, { format, language, name: "vigia-machines" });
      return reply.headers(headers).send(content);
    },
  );
}
