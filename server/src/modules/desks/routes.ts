// HTTP face of desks. Each part has a version of its own, which its change names in If-Match.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { ifMatch } from "../../http/versioning.ts";
import { Desk, Priority, PriorityParams, renameBody, Stage, StageParams, StatusParams, stageBody, TicketStatus } from "./schemas.ts";
import type { Desks } from "./service.ts";

const tags = ["desks"];
const read = { permission: "tickets:read" } as const;
const manage = { permission: "desks:manage" } as const;
const url = "/api/v1/desks";

/** Adds /api/v1/desks. */
export function registerDeskRoutes(app: App, desks: Desks): void {
  for (const schema of [Stage, TicketStatus, Priority, Desk]) app.addSchema(schema);
  const one = { 200: ref(Desk), ...errorAnswers };
  app.get(
    url,
    {
      config: read,
      schema: { operationId: "listDesks", tags, response: { 200: Type.Object({ items: Type.Array(ref(Desk)) }), ...errorAnswers } },
    },
    async (request) => ({ items: await desks.list(callerOf(request)) }),
  );
  app.patch(
    `${url}/:id`,
    { config: manage, schema: { operationId: "updateDesk", tags, params: IdParams, body: renameBody, response: one } },
    (request) => desks.rename(callerOf(request), request.params.id, ifMatch(request), request.body),
  );
  app.patch(
    `${url}/:id/stages/:stageId`,
    { config: manage, schema: { operationId: "updateStage", tags, params: StageParams, body: stageBody, response: one } },
    (request) => desks.changeStage(callerOf(request), request.params, ifMatch(request), request.body),
  );
  app.patch(
    `${url}/:id/statuses/:statusId`,
    { config: manage, schema: { operationId: "updateTicketStatus", tags, params: StatusParams, body: renameBody, response: one } },
    (request) => desks.renameStatus(callerOf(request), request.params, ifMatch(request), request.body),
  );
  app.patch(
    `${url}/:id/priorities/:priorityId`,
    { config: manage, schema: { operationId: "updatePriority", tags, params: PriorityParams, body: renameBody, response: one } },
    (request) => desks.renamePriority(callerOf(request), request.params, ifMatch(request), request.body),
  );
}
