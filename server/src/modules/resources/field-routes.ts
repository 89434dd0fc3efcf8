// What custom fields say of a resource: read and written under the resource's own reach.

import type { App } from "../../http/app.ts";
import { callerOf } from "../../http/caller.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { FieldValues, readValues, valuesBody } from "../fields/index.ts";
import { changeFields, mustExist } from "./field-values.ts";
import type { Needs } from "./needs.ts";

/** Adds /api/v1/resources/:id/fields. */
export function registerResourceFieldRoutes(app: App, { database, clock, marks }: Pick<Needs, "database" | "clock" | "marks">): void {
  const tags = ["custom fields"];
  const answer = { 200: ref(FieldValues), ...errorAnswers };

  app.get(
    "/api/v1/resources/:id/fields",
    {
      config: { permission: "resources:read" },
      schema: { operationId: "getResourceFields", tags, params: IdParams, response: answer },
    },
    async (request) => {
      const viewer = callerOf(request);
      return database.withTenant(viewer.organizationId, async (tx) => {
        await mustExist(tx, viewer, request.params.id);
        return { items: await readValues(tx, "resource", request.params.id) };
      });
    },
  );

  app.put(
    "/api/v1/resources/:id/fields",
    {
      config: { permission: "resources:write" },
      schema: { operationId: "setResourceFields", tags, params: IdParams, body: valuesBody, response: answer },
    },
    async (request) => {
      const caller = callerOf(request);
      const items = await database.withTenant(caller.organizationId, (tx) =>
        changeFields(tx, { clock, marks }, caller, request.params.id, request.body.values),
      );
      return { items };
    },
  );
}
