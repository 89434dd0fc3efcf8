// Guard rails of access itself: nobody gives, takes or shapes rights that they do not have themselves at that place,
// and an organization never loses its last administrator.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Permission, Rights } from "../../http/principal.ts";
import { reaches, type Target } from "../../http/reach.ts";
import { isOrganizationWide, type Scope } from "./allowed.ts";
import { type GrantRow, grantOf, isOperator, readRights } from "./rights.ts";

type Given = Pick<GrantRow, "predefined" | "permissions" | "scopes">;

/** Throws FORBIDDEN unless the person has everything that these grants give, wherever they give it; NOT_FOUND for a scope that is not there. */
export async function mustCover(tx: Tx, userId: string, grants: readonly Given[]): Promise<void> {
  const [rights, operator] = [await readRights(tx, userId), await isOperator(tx)];
  for (const row of grants) {
    if (row.predefined === "administrators" && !rights.isAdministrator)
      throw new AppError("FORBIDDEN", "only administrators decide about administrators");
    const { permissions, scopes } = grantOf(row, operator);
    for (const scope of scopes) refuseBeyond(rights, permissions, scope.kind === "all", await targetOfScope(tx, scope));
  }
}

function refuseBeyond(rights: Rights, permissions: readonly Permission[], isEverywhere: boolean, target: Target): void {
  // What is about the whole organization gives nothing at a smaller place, so there it needs nothing.
  const missing = permissions.find(
    (permission) => (isEverywhere || !isOrganizationWide(permission)) && !reaches(rights.reach(permission), target),
  );
  if (missing !== undefined)
    throw new AppError("FORBIDDEN", "you do not have this yourself at that place", { details: { permission: missing } });
}

/** A scope as the thing it stands for. Throws NOT_FOUND when that is not there. */
export async function targetOfScope(tx: Tx, { kind, id }: Scope): Promise<Target> {
  if (kind === "all" || id === null) return { kind: "organization" };
  const where = { id, deletedAt: null };
  if (kind === "client" && (await tx.client.count({ where })) > 0) return { kind, id };
  const select = { clientId: true };
  if (kind === "site") {
    const site = await tx.site.findFirst({ where, select });
    if (site !== null) return { kind, id, clientId: site.clientId };
  }
  if (kind === "resource_group") {
    const group = await tx.resourceGroup.findFirst({ where, select });
    if (group !== null) return { kind: "group", id, clientId: group.clientId };
  }
  throw new AppError("NOT_FOUND", `no such ${kind}`);
}

/** Lets one change of access happen after the other, so that two cannot take the last two administrators at once. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.$queryRaw`select id from permission_groups where ${ofTenant("permission_groups")} and predefined = 'administrators' for update`;
}

/** Throws CONFLICT when, as the transaction stands, nobody can sign in as an administrator. */
export async function mustKeepAdministrator(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from grants g
      join permission_groups p on p.organization_id = g.organization_id and p.id = g.permission_group_id and p.predefined = 'administrators'
      join memberships m on m.organization_id = g.organization_id and m.user_id = g.user_id and m.deleted_at is null and m.disabled_at is null
      join users u on u.id = g.user_id and u.disabled_at is null
    where ${ofTenant("g")} and g.deleted_at is null limit 1`;
  if (rows.length === 0)
    throw new AppError("CONFLICT", "the organization would be without an administrator", { details: { reason: "last_administrator" } });
}
