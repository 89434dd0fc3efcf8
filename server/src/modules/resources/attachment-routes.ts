// HTTP face of attachments. A file comes as the raw body (application/octet-stream) with its name in the query.
import type { Readable } from "node:stream";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { allowLongBody } from "../../http/body-patience.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { downloadHeaders } from "../files/index.ts";
import { Attachment, AttachmentParams, uploadQuery } from "./attachment-schemas.ts";
import type { Attachments } from "./attachments.ts";

const tags = ["attachments"];
const read = { permission: "resources:read" } as const;
const write = { permission: "resources:write" } as const;

/** Adds the routes under /api/v1/resources/:id/attachments. */
export function registerAttachmentRoutes(app: App, attachments: Attachments): void {
  app.addSchema(Attachment);
  registerUpload(app, attachments);

  app.get(
    "/api/v1/resources/:id/attachments",
    {
      config: read,
      schema: {
        operationId: "listAttachments",
        tags,
        params: IdParams,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(Attachment)), ...errorAnswers },
      },
    },
    (request) => attachments.list(callerOf(request), request.params.id, request.query),
  );

  app.get(
    "/api/v1/resources/:id/attachments/:fileId",
    {
      config: read,
      exposeHeadRoute: false,
      schema: {
        operationId: "downloadAttachment",
        tags,
        params: AttachmentParams,
        response: {
          200: {
            description: "The content",
            content: { "application/octet-stream": { schema: Type.Unsafe<Readable>({ type: "string", format: "binary" }) } },
          },
          ...errorAnswers,
        },
      },
    },
    async (request, reply) => {
      const { file, content } = await attachments.open(callerOf(request), request.params);
      return reply.headers(downloadHeaders(file.name, file.mediaType, file.size)).send(content);
    },
  );

  app.delete(
    "/api/v1/resources/:id/attachments/:fileId",
    {
      config: write,
      schema: { operationId: "deleteAttachment", tags, params: AttachmentParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await attachments.remove(callerOf(request), request.params);
      return reply.code(204).send(null);
    },
  );
}

/** In a scope of its own: here alone the body is left on the socket for the service to read. */
function registerUpload(app: App, attachments: Attachments): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", (_request, _payload, done) => done(null));
    (scope as unknown as App).post(
      "/api/v1/resources/:id/attachments",
      {
        config: write,
        schema: {
          operationId: "createAttachment",
          tags,
          consumes: ["application/octet-stream"],
          params: IdParams,
          querystring: uploadQuery,
          response: { 201: ref(Attachment), ...errorAnswers },
        },
      },
      async (request, reply) => {
        allowLongBody(request.raw);
        const length = request.headers["content-length"];
        const declared = length === undefined ? undefined : Number(length);
        const upload = { name: request.query.name, stream: request.raw, declared };
        return reply.code(201).send(await attachments.add(callerOf(request), request.params.id, upload));
      },
    );
  });
}
