// Grants: this person, these permissions, there.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { newId } from "../../ids.ts";
import { memberState } from "../accounts/index.ts";
import type { ScopeKind } from "./allowed.ts";
import { mustCover, mustKeepAdministrator, takeTurn } from "./guard.ts";
import { findGrants, type GrantFilter, type GrantRow } from "./rights.ts";
import type { GrantItem } from "./schemas.ts";
import type { Tell } from "./tell.ts";

interface NewGrant {
  readonly userId: string;
  readonly permissionGroupId: string;
  readonly attendantGroupId: string;
}

export type Grants = ReturnType<typeof createGrants>;

/** Builds the service. */
export function createGrants({ database, clock, tell }: { database: Database; clock: Clock; tell: Tell }) {
  async function present(tx: Tx, rows: readonly GrantRow[]): Promise<GrantItem[]> {
    const people = await tx.user.findMany({ where: { id: { in: rows.map(({ userId }) => userId) } }, select: { id: true, name: true } });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      id: row.id,
      user: { id: row.userId, name: names.get(row.userId) ?? "" },
      permissionGroup: { id: row.permissionGroupId, name: row.permissionGroupName },
      attendantGroup: { id: row.attendantGroupId, name: row.attendantGroupName },
      createdAt: row.createdAt.toISOString(),
    }));
  }

  return {
    list: (organizationId: string, filter: GrantFilter): Promise<GrantItem[]> =>
      database.withTenant(organizationId, async (tx) => present(tx, await findGrants(tx, filter))),

    /**
     * Throws NOT_FOUND for a person or group that is not there, ALREADY_EXISTS, FORBIDDEN for more than the caller has there,
     * INVALID_INPUT for Administrators anywhere but everywhere.
     */
    create: (caller: Caller, grant: NewGrant): Promise<GrantItem> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const { isAll, ...given } = await mustExist(tx, grant);
        if (given.predefined === "administrators" && !isAll)
          throw new AppError("INVALID_INPUT", "administrators are so everywhere", {
            details: { fields: [{ field: "attendantGroupId", problem: "all" }] },
          });
        await mustCover(tx, caller.userId, [given]);
        if ((await findGrants(tx, grant)).length > 0) throw new AppError("ALREADY_EXISTS", "this grant is there already");
        const id = newId();
        await tx.grant.create({ data: { id, organizationId: caller.organizationId, ...grant, createdBy: caller.userId } });
        const made = await findGrants(tx, grant);
        const details = { permissionGroup: made[0]?.permissionGroupName, attendantGroup: made[0]?.attendantGroupName };
        await tell(tx, caller, { action: "grant.created", kind: "grant", id, details: { ...details, ...grant }, userIds: [grant.userId] });
        const [item] = await present(tx, made);
        if (item === undefined) throw new Error("a grant just made is there");
        return item;
      }),

    /** Throws NOT_FOUND, FORBIDDEN for more than the caller has there, CONFLICT for the last administrator's. */
    remove: (caller: Caller, id: string): Promise<void> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const held = await tx.grant.findFirst({ where: { id, deletedAt: null } });
        if (held === null) throw new AppError("NOT_FOUND", "no such grant");
        const { userId, permissionGroupId, attendantGroupId } = held;
        const rows = await findGrants(tx, { userId, permissionGroupId, attendantGroupId });
        await mustCover(tx, caller.userId, rows);
        await tx.grant.updateMany({ where: { id }, data: { deletedAt: new Date(clock.now()) } });
        await mustKeepAdministrator(tx);
        const details = { userId, permissionGroup: rows[0]?.permissionGroupName, attendantGroup: rows[0]?.attendantGroupName };
        await tell(tx, caller, { action: "grant.deleted", kind: "grant", id, details, userIds: [userId] });
      }),
  };
}

/** What the grant would give. Throws NOT_FOUND for a person or group that is not there. */
async function mustExist(tx: Tx, grant: NewGrant): Promise<Pick<GrantRow, "predefined" | "permissions" | "scopes"> & { isAll: boolean }> {
  const state = await memberState(tx, grant.userId);
  if (state === undefined || state === "gone") throw new AppError("NOT_FOUND", "no such user");
  const permissionGroup = await tx.permissionGroup.findFirst({ where: { id: grant.permissionGroupId, deletedAt: null } });
  if (permissionGroup === null) throw new AppError("NOT_FOUND", "no such permission group");
  const attendantGroup = await tx.attendantGroup.findFirst({ where: { id: grant.attendantGroupId, deletedAt: null } });
  if (attendantGroup === null) throw new AppError("NOT_FOUND", "no such attendant group");
  const scopes = await tx.attendantGroupScope.findMany({ where: { attendantGroupId: attendantGroup.id } });
  return {
    predefined: permissionGroup.predefined,
    permissions: permissionGroup.permissions,
    scopes: scopes.map(({ kind, targetId }) => ({ kind: kind as ScopeKind, id: targetId })),
    isAll: attendantGroup.predefined === "all",
  };
}
