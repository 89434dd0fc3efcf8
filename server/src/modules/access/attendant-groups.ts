// Attendant groups: named sets of scopes, where grants hold. "All" stays as it is.
import type { Clock } from "../../clock.ts";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import type { Scope } from "./allowed.ts";
import { mustCover, takeTurn, targetOfScope } from "./guard.ts";
import { findGrants } from "./rights.ts";
import type { AttendantGroup } from "./schemas.ts";
import type { Tell } from "./tell.ts";

interface GroupContent {
  readonly name: string;
  readonly scopes: readonly Scope[];
}

export type AttendantGroups = ReturnType<typeof createAttendantGroups>;

/** Builds the service. */
export function createAttendantGroups({ database, clock, tell }: { database: Database; clock: Clock; tell: Tell }) {
  // Names of clients, sites and resource groups are read here for people to recognise; the tables are their modules' own.
  const read = (tx: Tx, id: string | null) => tx.$queryRaw<AttendantGroup[]>`
    select a.id, a.name, a.predefined, a.version,
      (select count(*)::int from grants g where g.organization_id = a.organization_id and g.attendant_group_id = a.id and g.deleted_at is null) as grants,
      coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'id', s.target_id, 'name', coalesce(c.name, t.name, r.name))
          order by s.kind, coalesce(c.name, t.name, r.name))
        from attendant_group_scopes s
          left join clients c on c.organization_id = s.organization_id and c.id = s.client_id
          left join sites t on t.organization_id = s.organization_id and t.id = s.site_id
          left join resource_groups r on r.organization_id = s.organization_id and r.id = s.resource_group_id
        where s.organization_id = a.organization_id and s.attendant_group_id = a.id), '[]') as scopes
    from attendant_groups a where ${ofTenant("a")} and a.deleted_at is null and (${id}::uuid is null or a.id = ${id}::uuid)
    order by a.predefined is null, a.id`;

  async function existing(tx: Tx, id: string): Promise<AttendantGroup> {
    const [row] = await read(tx, id);
    if (row === undefined) throw new AppError("NOT_FOUND", "no such attendant group");
    return row;
  }

  async function refuseTaken(tx: Tx, name: string, but: string): Promise<void> {
    const rows = await tx.$queryRaw<unknown[]>`
      select from attendant_groups where ${ofTenant("attendant_groups")} and lower(name) = lower(${name}) and deleted_at is null and id <> ${but}::uuid`;
    if (rows.length > 0) throw new AppError("ALREADY_EXISTS", "an attendant group has this name", { details: { field: "name" } });
  }

  async function writeScopes(tx: Tx, organizationId: string, attendantGroupId: string, scopes: readonly Scope[]): Promise<void> {
    await tx.attendantGroupScope.deleteMany({ where: { attendantGroupId } });
    const data = scopes.map(({ kind, id }) => ({ id: newId(), organizationId, attendantGroupId, kind, targetId: id }));
    await tx.attendantGroupScope.createMany({ data, skipDuplicates: true });
  }

  return {
    list: (organizationId: string): Promise<AttendantGroup[]> => database.withTenant(organizationId, (tx) => read(tx, null)),

    /** Throws NOT_FOUND for a scope that is not there, ALREADY_EXISTS for a name that is taken. */
    create: (caller: Caller, { name, scopes }: GroupContent): Promise<AttendantGroup> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        await refuseMissing(tx, scopes);
        const row = { id: newId(), organizationId: caller.organizationId, name: name.trim() };
        await refuseTaken(tx, row.name, row.id);
        await tx.attendantGroup.create({ data: { ...row, createdBy: caller.userId } });
        await writeScopes(tx, caller.organizationId, row.id, scopes);
        const details = { name: row.name, scopes };
        await tell(tx, caller, { action: "attendant_group.created", kind: "attendant_group", id: row.id, details });
        return existing(tx, row.id);
      }),

    /** Throws NOT_FOUND, VERSION_MISMATCH, CONFLICT for "All", FORBIDDEN when its grants go beyond the caller's own rights. */
    update: (caller: Caller, id: string, version: number, change: Partial<GroupContent>): Promise<AttendantGroup> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const before = await existing(tx, id);
        if (before.predefined !== null) throw new AppError("CONFLICT", "this group stays as it is");
        if (before.version !== version) throw versionMismatch();
        const name = change.name?.trim() ?? before.name;
        await refuseTaken(tx, name, id);
        const grants = await findGrants(tx, { attendantGroupId: id });
        if (change.scopes !== undefined) {
          const { scopes } = change;
          await refuseMissing(tx, scopes);
          await mustCover(tx, caller.userId, [...grants, ...grants.map((grant) => ({ ...grant, scopes }))]);
          await writeScopes(tx, caller.organizationId, id, scopes);
        }
        const data = { name, updatedAt: new Date(clock.now()), version: { increment: 1 } };
        await tx.attendantGroup.updateMany({ where: { id }, data });
        const after = await existing(tx, id);
        await tell(tx, caller, {
          action: "attendant_group.changed",
          kind: "attendant_group",
          id,
          details: { before: { name: before.name, scopes: before.scopes }, after: { name, scopes: after.scopes } },
          userIds: grants.map(({ userId }) => userId),
        });
        return after;
      }),

    /** Throws NOT_FOUND, VERSION_MISMATCH, CONFLICT for "All", or IN_USE { grants }. */
    remove: (caller: Caller, id: string, version: number): Promise<void> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await takeTurn(tx);
        const group = await existing(tx, id);
        if (group.predefined !== null) throw new AppError("CONFLICT", "this group stays");
        if (group.version !== version) throw versionMismatch();
        if (group.grants > 0) throw new AppError("IN_USE", "grants hold there", { details: { grants: group.grants } });
        await tx.attendantGroup.updateMany({ where: { id }, data: { deletedAt: new Date(clock.now()), version: { increment: 1 } } });
        await tell(tx, caller, { action: "attendant_group.deleted", kind: "attendant_group", id, details: { name: group.name } });
      }),
  };
}

/** Throws INVALID_INPUT for a scope that is none, NOT_FOUND for one whose thing is not there. */
async function refuseMissing(tx: Tx, scopes: readonly Scope[]): Promise<void> {
  for (const scope of scopes) {
    if ((scope.kind === "all") !== (scope.id === null))
      throw new AppError("INVALID_INPUT", "a scope names what it is, and only All names nothing", {
        details: { fields: [{ field: "scopes", problem: "invalid" }] },
      });
    await targetOfScope(tx, scope);
  }
}
