// Resources that people make by hand, and deleted ones that come back.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { RESOURCE_PLACE, within } from "../../http/reach.ts";
import { newId } from "../../ids.ts";
import { writeValues } from "../fields/index.ts";
import { equipmentOf } from "./equipment.ts";
import type { CreateResource } from "./equipment-schemas.ts";
import { placeIn } from "./moves.ts";
import { markOf, type Needs } from "./needs.ts";
import { refusingTaken } from "./taken.ts";
import { showable } from "./text.ts";

type Parts = Pick<Needs, "database" | "clock" | "marks">;

export interface Making {
  /**
   * Makes a resource without an agent and answers its id. The site is the client's first when none is named, the group too.
   * Throws NOT_FOUND for a place or type that is not there or out of reach, INVALID_INPUT, ALREADY_EXISTS for an external key.
   * With values of custom fields it throws as writeValues() does.
   */
  create(caller: Caller, body: CreateResource): Promise<string>;
  /** Brings a deleted resource back where it stood. Throws NOT_FOUND, CONFLICT when its place is gone or it was never deleted. */
  restore(caller: Caller, id: string): Promise<void>;
}

export const unlessKeyTaken = refusingTaken("another resource has this external key", "externalKey");

/** A resource's name as it is kept. Throws INVALID_INPUT when there is nothing to see. */
export function resourceName(text: string): string {
  const name = showable(text, 255);
  if (name !== "") return name;
  throw new AppError("INVALID_INPUT", "a name needs something to see", { details: { fields: [{ field: "name", problem: "blank" }] } });
}

/** Adds the rows and their marks inside the caller's transaction; answers the id. */
export async function addResource(
  tx: Tx,
  { clock, marks }: Omit<Parts, "database">,
  caller: Caller,
  body: CreateResource,
): Promise<string> {
  const { organizationId, userId } = caller;
  const { name: given, clientId, siteId, groupId, notes = "", fields, ...said } = body;
  const name = resourceName(given);
  const place = await placeIn(tx, caller.reach, { clientId, siteId, groupId });
  const equipment = await equipmentOf(tx, { agentId: null, acquisitionDate: null, warrantyDate: null }, said);
  const [id, at] = [newId(), new Date(clock.now())];
  const row = { id, organizationId, ...place, name, notes, ...equipment, createdBy: userId, createdAt: at, updatedAt: at };
  await unlessKeyTaken(tx.resource.create({ data: row }));
  if (fields !== undefined) await writeValues(tx, organizationId, "resource", id, fields);
  await marks.audit(tx, organizationId, {
    ...markOf(caller),
    action: "resource.created",
    subject: { kind: "resource", id },
    details: { name, ...place, ...said, ...(fields !== undefined && { fields }) },
  });
  await marks.publish(tx, organizationId, "resource.created", { resourceId: id });
  return id;
}

/** Builds the service. */
export function createMaking({ database, clock, marks }: Parts): Making {
  return {
    create: (caller, body) => database.withTenant(caller.organizationId, (tx) => addResource(tx, { clock, marks }, caller, body)),

    restore: (caller, id) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const [row] = await tx.$queryRaw<{ name: string; deleted: boolean; placed: boolean; groupId: string | null }[]>`
          select r.name, r.deleted_at is not null as deleted, c.deleted_at is null and s.deleted_at is null as placed,
            (select g.id from resource_groups g where g.organization_id = r.organization_id and g.id = r.group_id and g.deleted_at is null) as "groupId"
          from resources r join clients c on c.organization_id = r.organization_id and c.id = r.client_id
            join sites s on s.organization_id = r.organization_id and s.id = r.site_id
          where r.id = ${id}::uuid and ${within(caller.reach, RESOURCE_PLACE)} for update of r for key share of c, s`;
        if (row === undefined) throw new AppError("NOT_FOUND", "no such resource");
        if (!row.deleted) throw new AppError("CONFLICT", "it is not deleted");
        if (!row.placed) throw new AppError("CONFLICT", "its client or site is deleted");
        // A group that was deleted meanwhile is left.
        const data = { deletedAt: null, groupId: row.groupId, updatedAt: new Date(clock.now()), version: { increment: 1 } };
        await unlessKeyTaken(tx.resource.updateMany({ where: { id }, data }));
        await marks.audit(tx, caller.organizationId, {
          ...markOf(caller),
          action: "resource.restored",
          subject: { kind: "resource", id },
          details: { name: row.name },
        });
        await marks.publish(tx, caller.organizationId, "resource.restored", { resourceId: id });
      }),
  };
}
