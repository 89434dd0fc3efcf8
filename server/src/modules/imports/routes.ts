// HTTP face of imports. A file comes as the raw body (application/octet-stream) with its name in the query.
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { principalOf } from "../../http/principal.ts";
import { withRawBodies } from "../../http/raw-bodies.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { TABLE_LIMITS, tableAnswer, tableDownload, tableQuery } from "../../spreadsheet/index.ts";
import { Import, ImportRow, rowsQuery, settingsBody, TARGETS, uploadQuery } from "./schemas.ts";
import type { Importer, Imports } from "./service.ts";
import { HEADINGS } from "./words.ts";

const tags = ["imports"];
const config = { permission: "resources:write" } as const;
const answer = { 200: ref(Import), ...errorAnswers };

const importerOf = (request: FastifyRequest): Importer => ({
  ...callerOf(request),
  mayMakeClients: principalOf(request).reach("clients:write") === "all",
});

/** Adds the routes under /api/v1/imports, and the schemas they name. */
export function registerImportRoutes(app: App, imports: Imports): void {
  app.addSchema(Import).addSchema(ImportRow);
  registerUpload(app, imports);
  registerTables(app, imports);

  app.get("/api/v1/imports/:id", { config, schema: { operationId: "getImport", tags, params: IdParams, response: answer } }, (request) =>
    imports.get(importerOf(request), request.params.id),
  );
  app.get(
    "/api/v1/imports/:id/rows",
    {
      config,
      schema: {
        operationId: "listImportRows",
        tags,
        params: IdParams,
        querystring: rowsQuery,
        response: { 200: pageOf(ref(ImportRow)), ...errorAnswers },
      },
    },
    (request) => imports.rows(importerOf(request), request.params.id, request.query),
  );
  app.put(
    "/api/v1/imports/:id/settings",
    {
      config,
      schema: {
        operationId: "setImportSettings",
        summary: "Says what the columns are and checks every row anew; nothing is written",
        tags,
        params: IdParams,
        body: settingsBody,
        response: answer,
      },
    },
    (request) => imports.settle(importerOf(request), request.params.id, request.body),
  );
  app.post(
    "/api/v1/imports/:id/run",
    {
      config,
      schema: {
        operationId: "runImport",
        summary: "Writes the rows without problems; ask for the import to see how far it is",
        tags,
        params: IdParams,
        response: { 202: ref(Import), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(202).send(await imports.run(importerOf(request), request.params.id)),
  );
}

function registerTables(app: App, imports: Imports): void {
  const read = { config, exposeHeadRoute: false };
  app.get(
    "/api/v1/imports/:id/report",
    {
      ...read,
      schema: {
        operationId: "downloadImportReport",
        tags,
        params: IdParams,
        querystring: Type.Object(tableQuery),
        response: { 200: tableAnswer, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const rows = await imports.report(importerOf(request), request.params.id, request.query.language ?? "en");
      const { headers, content } = tableDownload(rows, { ...request.query, name: "vigia-import" });
      return reply.headers(headers).send(content);
    },
  );
  app.get(
    "/api/v1/imports/template",
    {
      ...read,
      schema: {
        operationId: "downloadImportTemplate",
        summary: "An empty table with every column that an import understands",
        tags,
        querystring: Type.Object(tableQuery),
        response: { 200: tableAnswer, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const language = request.query.language ?? "en";
      const fields = await imports.fields(importerOf(request));
      const heading = [...TARGETS.map((target) => HEADINGS[target][language]), ...fields.map(({ label }) => label)];
      const { headers, content } = tableDownload(only(heading), { ...request.query, name: "vigia-template" });
      // It says nothing of anybody, so that it is no download that the log tells of.
      const { "content-disposition": _, ...plain } = headers;
      return reply.headers(plain).send(content);
    },
  );
}

async function* only(row: readonly string[]): AsyncGenerator<readonly string[]> {
  yield row;
}

function registerUpload(app: App, imports: Imports): void {
  const upload = (scope: App) =>
    scope.post(
      "/api/v1/imports",
      {
        config,
        schema: {
          operationId: "createImport",
          summary: "Takes a CSV or XLSX of equipment and says what would become of it; nothing is written",
          tags,
          consumes: ["application/octet-stream"],
          querystring: uploadQuery,
          response: { 201: ref(Import), ...errorAnswers },
        },
      },
      async (request, reply) => {
        const { name, dateOrder = "dmy" } = request.query;
        return reply.code(201).send(await imports.upload(importerOf(request), { name, dateOrder, stream: request.raw }));
      },
    );
  withRawBodies(app, upload, TABLE_LIMITS.bytes);
}
