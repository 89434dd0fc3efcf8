// The list of resources as a table: the same filter, order and columns, everything that matches.
import { Type } from "typebox";
import { type Database, ofTenant } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers } from "../../http/schemas.ts";
import { type Cell, everyItem, tableAnswer, tableDownload, tableOf, tableQuery } from "../../spreadsheet/index.ts";
import { columnHeading } from "./export-words.ts";
import { type Marks, markOf } from "./needs.ts";
import { type ListedResource, listQuery } from "./schemas.ts";
import type { ResourceService } from "./service.ts";

/** What an import understands, and a little of what the machines say. */
const USUAL = "name,client,site,group,type,manufacturer,model,serial,assetTag,acquired,warranty,tags,externalKey,os,presence,lastSeenAt";

const { limit: _, cursor: __, ...filterProperties } = listQuery.properties;
const percent = (share: number | null | undefined): Cell => (share === null || share === undefined ? null : Math.round(share * 1000) / 10);

/** One cell of a row, by its column. */
function cellOf(row: ListedResource, column: string): Cell {
  switch (column) {
    case "client":
    case "site":
    case "group":
      return row[column]?.name ?? null;
    case "os":
      return row.osName ?? null;
    case "cpu":
      return percent(row.cpu);
    case "memory":
      return row.memory == null || row.memory.totalBytes === 0 ? null : percent(row.memory.usedBytes / row.memory.totalBytes);
    case "worstVolume":
      return percent(row.worstVolume?.usedShare);
    case "uptime":
      return row.uptimeSeconds ?? null;
    case "agentVersion":
      return row.agent?.version ?? null;
    case "name":
    case "presence":
    case "hostname":
    case "platform":
    case "lastSeenAt":
      return row[column] ?? null;
    default: {
      const cell = row.cells?.[column] ?? null;
      return Array.isArray(cell) ? cell.join("; ") : cell;
    }
  }
}

/** Adds GET /api/v1/resources/export. */
export function registerResourceExport(
  app: App,
  { service, database, audit }: { service: ResourceService; database: Database; audit: Marks["audit"] },
): void {
  /** The labels of the organization's own fields, a table of modules/fields. */
  const labelsOf = (organizationId: string): Promise<Map<string, string>> =>
    database.withTenant(organizationId, async (tx) => {
      const rows = await tx.$queryRaw<{ id: string; label: string }[]>`select f.id, f.label from custom_fields f where ${ofTenant("f")}`;
      return new Map(rows.map(({ id, label }) => [id, label]));
    });

  app.get(
    "/api/v1/resources/export",
    {
      config: { permission: "resources:read", stepUp: true },
      exposeHeadRoute: false,
      schema: {
        operationId: "exportResources",
        tags: ["resources"],
        querystring: Type.Object({ ...filterProperties, ...tableQuery }),
        response: { 200: tableAnswer, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const { format, language = "en", columns = USUAL, ...filter } = request.query;
      const page = (cursor?: string) => service.list(caller, { ...filter, columns, limit: 200, ...(cursor !== undefined && { cursor }) });
      const first = await page();
      const { organizationId } = caller;
      await database.withTenant(organizationId, (tx) =>
        audit(tx, organizationId, {
          ...markOf(caller),
          action: "resource.exported",
          details: { ...filter, columns, format, rows: first.total },
        }),
      );
      // As in the list, every row begins with its name unless the columns place it.
      const [asked, labels] = [columns.split(","), await labelsOf(organizationId)];
      const names = asked.includes("name") ? asked : ["name", ...asked];
      const heading: Cell[] = names.map((name) => columnHeading(name, language, labels));
      const rows = tableOf(heading, everyItem(first, page), (row) => names.map((name) => cellOf(row, name)));
      const { headers, content } = tableDownload(rows, { format, language, name: "vigia-resources" });
      return reply.headers(headers).send(content);
    },
  );
}
