// HTTP face of files that hang on something. A file comes as the raw body (application/octet-stream) with its name in the query.
import type { Readable } from "node:stream";
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { pageQuery } from "../../http/pagination.ts";
import type { Permission } from "../../http/principal.ts";
import { withRawBodies } from "../../http/raw-bodies.ts";
import { errorAnswers, IdParams, pageOf, ref } from "../../http/schemas.ts";
import { Attachment, AttachmentParams, uploadQuery } from "./attachment-schemas.ts";
import type { Attachments } from "./attachments.ts";
import { downloadHeaders } from "./names.ts";

export interface AttachmentRoutes {
  /** E.g. "/api/v1/tickets": the routes are below its `/:id/attachments`. */
  readonly holders: string;
  readonly tag: string;
  /** The noun in the operations' names; "" for resources. */
  readonly noun: string;
  readonly read: Permission;
  readonly write: Permission;
}

/** Adds the routes, and the schema of an attachment where it is not there yet. */
export function registerAttachmentRoutes(app: App, { holders, tag, noun, ...may }: AttachmentRoutes, attachments: Attachments): void {
  const url = `${holders}/:id/attachments`;
  const one = `${url}/:fileId`;
  const tags = [tag];
  const read = { permission: may.read } as const;
  const write = { permission: may.write } as const;
  if (app.getSchema("Attachment") === undefined) app.addSchema(Attachment);

  app.get(
    url,
    {
      config: read,
      schema: {
        operationId: `list${noun}Attachments`,
        tags,
        params: IdParams,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(ref(Attachment)), ...errorAnswers },
      },
    },
    (request) => attachments.list(callerOf(request), request.params.id, request.query),
  );

  app.get(
    one,
    {
      config: read,
      exposeHeadRoute: false,
      schema: {
        operationId: `download${noun}Attachment`,
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
    one,
    {
      config: write,
      schema: { operationId: `delete${noun}Attachment`, tags, params: AttachmentParams, response: { 204: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await attachments.remove(callerOf(request), request.params);
      return reply.code(204).send(null);
    },
  );

  withRawBodies(app, (scope) =>
    scope.post(
      url,
      {
        config: write,
        schema: {
          operationId: `create${noun}Attachment`,
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
    ),
  );
}
