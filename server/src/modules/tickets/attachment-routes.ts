// HTTP face of files on tickets. A file comes as the raw body (application/octet-stream) with its name in the query.
import type { Readable } from "node:stream";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { downloadHeaders } from "../files/index.ts";
import { Attachment, AttachmentParams, uploadQuery } from "../resources/index.ts";
import type { TicketAttachments } from "./attachments.ts";
import { pages } from "./schemas.ts";

const tags = ["tickets"];
const read = { permission: "tickets:read" } as const;
const write = { permission: "tickets:write" } as const;
const url = "/api/v1/tickets/:id/attachments";

/** Adds the routes under /api/v1/tickets/:id/attachments; the schema of an attachment is there already. */
export function registerTicketAttachmentRoutes(app: App, attachments: TicketAttachments): void {
  registerUpload(app, attachments);

  app.get(
    url,
    {
      config: read,
      schema: {
        operationId: "listTicketAttachments",
        tags,
        params: IdParams,
        querystring: pages,
        response: { 200: pageOf(ref(Attachment)), ...errorAnswers },
      },
    },
    (request) => attachments.list(callerOf(request), request.params.id, request.query),
  );
  app.get(
    `${url}/:fileId`,
    {
      config: read,
      exposeHeadRoute: false,
      schema: {
        operationId: "downloadTicketAttachment",
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
    `${url}/:fileId`,
    {
      config: write,
      schema: { operationId: "deleteTicketAttachment", tags, params: AttachmentParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await attachments.remove(callerOf(request), request.params);
      return reply.code(204).send(null);
    },
  );
}

/** In a scope of its own: here alone the body is left on the socket for the service to read. */
function registerUpload(app: App, attachments: TicketAttachments): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/octet-stream", (_request, _payload, done) => done(null));
    (scope as unknown as App).post(
      url,
      {
        config: write,
        schema: {
          operationId: "createTicketAttachment",
          tags,
          consumes: ["application/octet-stream"],
          params: IdParams,
          querystring: uploadQuery,
          response: { 201: ref(Attachment), ...errorAnswers },
        },
      },
      async (request, reply) => {
        const length = request.headers["content-length"];
        const declared = length === undefined ? undefined : Number(length);
        const upload = { name: request.query.name, stream: request.raw, declared };
        return reply.code(201).send(await attachments.add(callerOf(request), request.params.id, upload));
      },
    );
  });
}
