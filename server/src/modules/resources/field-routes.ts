// What custom fields say of a resource: read and written under the resource's own reach.

import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { type Caller, callerOf, type Viewer } from "../../http/caller.ts";
import { errorAnswers, IdParams, ref } from "../../http/schemas.ts";
import { FieldValues, readValues, type ValuesInput, valuesBody, writeValues } from "../fields/index.ts";
import { markOf, type Needs } from "./needs.ts";
import { findExisting } from "./queries.ts";
import { leaveTrail } from "./trail.ts";

type Items = FieldValues["items"];
const byLabel = (items: Items): Record<string, string | null> => Object.fromEntries(items.map(({ field, value }) => [field.label, value]));

async function mustExist(tx: Tx, { reach }: Viewer, id: string): Promise<void> {
  if (!(await findExisting(tx, reach, [id])).has(id)) throw new AppError("NOT_FOUND", "no such resource");
}

/** Adds /api/v1/resources/:id/fields. */
export function registerResourceFieldRoutes(app: App, { database, clock, marks }: Pick<Needs, "database" | "clock" | "marks">): void {
  const tags = ["custom fields"];
  const answer = { 200: ref(FieldValues), ...errorAnswers };

  async function write(tx: Tx, caller: Caller, resourceId: string, values: ValuesInput): Promise<Items> {
    await mustExist(tx, caller, resourceId);
    const { organizationId, userId: actorId } = caller;
    const [was, items] = [
      await readValues(tx, "resource", resourceId),
      await writeValues(tx, organizationId, "resource", resourceId, values),
    ];
    const [before, after] = [byLabel(was), byLabel(items)];
    await leaveTrail(tx, { organizationId, resourceId, actorId, at: new Date(clock.now()), section: "fields", before, after });
    const changed = Object.keys(after).filter((label) => before[label] !== after[label]);
    if (changed.length === 0) return items;
    const changes = Object.fromEntries(changed.map((label) => [label, { before: before[label] ?? null, after: after[label] ?? null }]));
    await marks.audit(tx, organizationId, {
      ...markOf(caller),
      action: "resource.changed",
      subject: { kind: "resource", id: resourceId },
      details: { changes },
    });
    await marks.publish(tx, organizationId, "resource.changed", { resourceId });
    return items;
  }

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
      const items = await database.withTenant(caller.organizationId, (tx) => write(tx, caller, request.params.id, request.body.values));
      return { items };
    },
  );
}
