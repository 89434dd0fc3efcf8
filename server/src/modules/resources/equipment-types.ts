// Equipment types: what sorts of things an organization has, in its own words.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { difference } from "../audit/index.ts";
import { EQUIPMENT_KINDS, type EquipmentKind, type EquipmentType } from "./equipment-schemas.ts";
import { markOf, type Needs } from "./needs.ts";
import { refusingTaken } from "./taken.ts";
import { showable } from "./text.ts";

/** What each kind is called until the organization says otherwise. Migration 0012 gave the same to organizations that were there before. */
const FIRST_NAMES: Readonly<Record<EquipmentKind, string>> = {
  computer: "Computer",
  notebook: "Notebook",
  server: "Server",
  printer: "Printer",
  switch: "Switch",
  router: "Router",
  firewall: "Firewall",
  access_point: "Access point",
  phone: "Phone",
  tablet: "Tablet",
  monitor: "Monitor",
  ups: "UPS",
  camera: "Camera",
  other: "Other",
};

/** Most types of one organization: they are chosen from one list. */
const MOST_TYPES = 200;

export interface EquipmentTypes {
  /** All of them by name. */
  list(viewer: Pick<Viewer, "organizationId">): Promise<EquipmentType[]>;
  /** Throws ALREADY_EXISTS for a name that is taken, CONFLICT beyond 200. */
  create(caller: Caller, type: { name: string; kind: EquipmentKind }): Promise<EquipmentType>;
  /** Throws NOT_FOUND, VERSION_MISMATCH, ALREADY_EXISTS. */
  update(caller: Caller, id: string, version: number, change: { name?: string; kind?: EquipmentKind }): Promise<EquipmentType>;
  /** Throws NOT_FOUND, VERSION_MISMATCH, IN_USE { resources } while resources are of it. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
}

/** What a new organization begins with. Inside the caller's transaction. */
export async function addFirstTypes(tx: Tx, organizationId: string): Promise<void> {
  await tx.equipmentType.createMany({
    data: EQUIPMENT_KINDS.map((kind) => ({ id: newId(), organizationId, name: FIRST_NAMES[kind], kind })),
  });
}

const read = (tx: Tx, which: Prisma.Sql): Promise<EquipmentType[]> => tx.$queryRaw`
  select y.id, y.name, y.kind, y.version, (select count(*)::int from resources r
    where r.organization_id = y.organization_id and r.type_id = y.id and r.deleted_at is null) as resources
  from equipment_types y where ${ofTenant("y")} and y.deleted_at is null and ${which} order by lower(y.name), y.id`;

async function existing(tx: Tx, id: string): Promise<EquipmentType> {
  const [row] = await read(tx, Prisma.sql`y.id = ${id}::uuid`);
  if (row === undefined) throw new AppError("NOT_FOUND", "no such equipment type");
  return row;
}

function named(text: string): string {
  const name = showable(text, 200);
  if (name !== "") return name;
  throw new AppError("INVALID_INPUT", "a name needs something to see", { details: { fields: [{ field: "name", problem: "blank" }] } });
}

const unlessTaken = refusingTaken("an equipment type has this name", "name");

/** Builds the service. */
export function createEquipmentTypes({ database, clock, marks }: Pick<Needs, "database" | "clock" | "marks">): EquipmentTypes {
  const tell = (tx: Tx, caller: Caller, action: string, id: string, details: Readonly<Record<string, unknown>>): Promise<void> =>
    marks.audit(tx, caller.organizationId, { ...markOf(caller), action, subject: { kind: "equipment_type", id }, details });

  async function write(tx: Tx, id: string, version: number, data: Prisma.EquipmentTypeUpdateManyMutationInput): Promise<void> {
    const where = { id, version, deletedAt: null };
    const { count } = await unlessTaken(
      tx.equipmentType.updateMany({ where, data: { ...data, updatedAt: new Date(clock.now()), version: { increment: 1 } } }),
    );
    if (count === 0) throw versionMismatch();
  }

  return {
    list: ({ organizationId }) => database.withTenant(organizationId, (tx) => read(tx, Prisma.sql`true`)),

    create: (caller, { name, kind }) =>
      database.withTenant(caller.organizationId, async (tx) => {
        if ((await tx.equipmentType.count({ where: { deletedAt: null } })) >= MOST_TYPES)
          throw new AppError("CONFLICT", `an organization has at most ${MOST_TYPES} equipment types`, { details: { most: MOST_TYPES } });
        const row = { id: newId(), organizationId: caller.organizationId, name: named(name), kind, createdBy: caller.userId };
        await unlessTaken(tx.equipmentType.create({ data: row }));
        await tell(tx, caller, "equipment_type.created", row.id, { name: row.name, kind });
        return existing(tx, row.id);
      }),

    update: (caller, id, version, change) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await existing(tx, id);
        const said = { ...change, ...(change.name !== undefined && { name: named(change.name) }) };
        await write(tx, id, version, said);
        await tell(tx, caller, "equipment_type.changed", id, difference(before, said));
        return existing(tx, id);
      }),

    remove: (caller, id, version) =>
      database.withTenant(caller.organizationId, async (tx) => {
        // Held before it is counted: no resource becomes of this type meanwhile.
        await tx.$queryRaw`select from equipment_types y where ${ofTenant("y")} and y.id = ${id}::uuid for update`;
        const { name, resources } = await existing(tx, id);
        if (resources > 0) throw new AppError("IN_USE", "resources are of this type", { details: { resources } });
        await write(tx, id, version, { deletedAt: new Date(clock.now()) });
        await tell(tx, caller, "equipment_type.deleted", id, { name });
      }),
  };
}
