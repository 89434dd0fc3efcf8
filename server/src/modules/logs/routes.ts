// HTTP face of machines' logs.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { LogRequest } from "./schemas.ts";
import type { LogService } from "./service.ts";

const tags = ["resources"];

/** Adds the routes under /api/v1/resources/:id/log-requests. */
export function registerLogRoutes(app: App, logs: LogService): void {
  app.addSchema(LogRequest);

  app.get(
    "/api/v1/resources/:id/log-requests",
    {
      config: { permission: "resources:read" },
      schema: {
        operationId: "listLogRequests",
        summary: "The last times somebody asked for this machine's logs, newest first",
        tags,
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(ref(LogRequest)) }), ...errorAnswers },
      },
    },
    async (request) => ({ items: await logs.list(callerOf(request), request.params.id) }),
  );

  app.post(
    "/api/v1/resources/:id/log-requests",
    {
      config: { permission: "resources:write" },
      schema: {
        operationId: "createLogRequest",
        summary: "Asks the machine for its logs; they come as an attachment",
        tags,
        params: IdParams,
        response: { 201: ref(LogRequest), ...errorAnswers },
      },
    },
    async (request, reply) => reply.code(201).send(await logs.ask(callerOf(request), request.params.id)),
  );
}
