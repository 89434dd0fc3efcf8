// Permission groups: named sets of permissions. Administrators stay as they are; the other predefined ones stay, whatever is in them.
import type { Clock } from "../../clock.ts";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { PERMISSIONS } from "../../http/principal.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { mustCover, takeTurn } from "./guard.ts";
import { findGrants } from "./rights.ts";
import type { PermissionGroup } from "./schemas.ts";
import type { Tell } from "./tell.ts";

interface GroupContent {
  readonly name: string;
  readonly description?: string;
  readonly permissions: readonly string[];
}

export type PermissionGroups = ReturnType<typeof createPermissionGroups>;

/** Builds the service. */
export function createPermissionGroups({ database, clock, tell }: { database: Database; clock: Clock; tell: Tell }) {
  const read = (tx: Tx, id: string | null) => tx.$queryRaw<PermissionGroup[]>`
    select p.id, p.name, p.description, p.permissions, p.predefined, p.version,
      (select count(*)::int from grants g where g.organization_id = p.organization_id and g.permission_group_id = p.id and g.deleted_at is null) as grants
    from permission_groups p where ${ofTenant("p")} and p.deleted_at is null and (${id}::uuid is null or p.id = ${id}::uuid)
    order by p.predefined is null, p.id`;

  async function existing(tx: Tx, id: string): Promise<PermissionGroup> {
    const [row] = await read(tx, id);
    if (row === undefined) throw new AppError("NOT_FOUND", "no such permission group");
    return present(row);
  }

  async function refuseTaken(tx: Tx, name: string, but: string): Promise<void> {
    const rows = await tx.$queryRaw<unknown[]>`
      select from permission_groups where ${ofTenant("permission_groups")} and lower(name) = lower(${name}) and deleted_at is null and id <> ${but}::uuid`;
    if (rows.length > 0) throw new AppError("ALREADY_EXISTS", "a permission group has this name", { details: { field: "name" } });
  }

  return {
    list: (organizationId: string): Promise<PermissionGroup[]> =>
      database.withTenant(organizationId, async (tx) => (await read(tx, null)).map(present)),

    /** Throws ALREADY_EXISTS for a name that is taken. */
    create: (caller: Caller, { name, description = "", permissions }: GroupContent): Promise<PermissionGroup> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const row = { id: newId(), organizationId: caller.organizationId, name: name.trim(), description, permissions: [...permissions] };
        await refuseTaken(tx, row.name, row.id);
        await tx.permissionGroup.create({ data: { ...row, createdBy: caller.userId } });
        const details = { name: row.name, permissions: row.permissions };
        await tell(tx, caller, { action: "permission_group.created", kind: "permission_group", id: row.id, details });
        return existing(tx, row.id);
      }),

    /** Throws NOT_FOUND, VERSION_MISMATCH, CONFLICT for Administrators, FORBIDDEN when its grants go beyond the caller's own rights. */
    update: (caller: Caller, id: string, version: number, change: Partial<GroupContent>): Promise<PermissionGroup> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const before = await existing(tx, id);
        if (before.predefined === "administrators") throw new AppError("CONFLICT", "Administrators stay as they are");
        if (before.version !== version) throw versionMismatch();
        const name = change.name?.trim() ?? before.name;
        await refuseTaken(tx, name, id);
        const grants = await findGrants(tx, { permissionGroupId: id });
        const permissions = [...(change.permissions ?? before.permissions)];
        await mustCover(tx, caller.userId, [...grants, ...grants.map((grant) => ({ ...grant, permissions }))]);
        const description = change.description ?? before.description;
        const data = { name, description, permissions, updatedAt: new Date(clock.now()), version: { increment: 1 } };
        await tx.permissionGroup.updateMany({ where: { id }, data });
        await tell(tx, caller, {
          action: "permission_group.changed",
          kind: "permission_group",
          id,
          details: {
            before: { name: before.name, description: before.description, permissions: before.permissions },
            after: { name, description, permissions },
          },
          userIds: grants.map(({ userId }) => userId),
        });
        return existing(tx, id);
      }),

    /** Throws NOT_FOUND, VERSION_MISMATCH, CONFLICT for a predefined one, or IN_USE { grants }. */
    remove: (caller: Caller, id: string, version: number): Promise<void> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const group = await existing(tx, id);
        if (group.predefined !== null) throw new AppError("CONFLICT", "a predefined group stays");
        if (group.version !== version) throw versionMismatch();
        if (group.grants > 0) throw new AppError("IN_USE", "people have grants of it", { details: { grants: group.grants } });
        await tx.permissionGroup.updateMany({ where: { id }, data: { deletedAt: new Date(clock.now()), version: { increment: 1 } } });
        await tell(tx, caller, { action: "permission_group.deleted", kind: "permission_group", id, details: { name: group.name } });
      }),
  };
}

/** Administrators have everything; a permission that this version does not know is not shown. */
function present(row: PermissionGroup): PermissionGroup {
  const isAll = row.predefined === "administrators";
  return { ...row, permissions: PERMISSIONS.filter((permission) => isAll || row.permissions.includes(permission)) };
}
