// What a person may do, read from their grants.
import { ofTenant, type Tx } from "../../database/index.ts";
import { PERMISSIONS, type Permission, type Rights } from "../../http/principal.ts";
import type { Reach } from "../../http/reach.ts";
import { type Grant, isNowhere, reachOf, type Scope } from "./allowed.ts";

export interface GrantRow {
  readonly id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly permissionGroupId: string;
  readonly permissionGroupName: string;
  readonly predefined: string | null;
  readonly permissions: readonly string[];
  readonly attendantGroupId: string;
  readonly attendantGroupName: string;
  readonly scopes: readonly Scope[];
}

export interface GrantFilter {
  readonly userId?: string | undefined;
  readonly permissionGroupId?: string | undefined;
  readonly attendantGroupId?: string | undefined;
}

/** Grants that hold, oldest first, with what they are made of. */
export async function findGrants(tx: Tx, filter: GrantFilter): Promise<GrantRow[]> {
  const { userId = null, permissionGroupId = null, attendantGroupId = null } = filter;
  return tx.$queryRaw<GrantRow[]>`
    select g.id, g.user_id as "userId", g.created_at as "createdAt", p.id as "permissionGroupId", p.name as "permissionGroupName",
      p.predefined, p.permissions, a.id as "attendantGroupId", a.name as "attendantGroupName",
      coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'id', s.target_id) order by s.kind, s.target_id)
        from attendant_group_scopes s where s.organization_id = a.organization_id and s.attendant_group_id = a.id), '[]') as scopes
    from grants g
      join permission_groups p on p.organization_id = g.organization_id and p.id = g.permission_group_id and p.deleted_at is null
      join attendant_groups a on a.organization_id = g.organization_id and a.id = g.attendant_group_id and a.deleted_at is null
    where ${ofTenant("g")} and g.deleted_at is null
      and (${userId}::uuid is null or g.user_id = ${userId}::uuid)
      and (${permissionGroupId}::uuid is null or g.permission_group_id = ${permissionGroupId}::uuid)
      and (${attendantGroupId}::uuid is null or g.attendant_group_id = ${attendantGroupId}::uuid)
    order by g.created_at, g.id`;
}

/**
 * What a grant gives. Administrators have every permission everywhere. The server's own keys belong to the organization
 * that set it up, so elsewhere even an administrator does not have them.
 */
export function grantOf(row: Pick<GrantRow, "predefined" | "permissions" | "scopes">, isOperator: boolean): Grant {
  const isAdministrator = row.predefined === "administrators";
  const given = PERMISSIONS.filter((permission) => isAdministrator || row.permissions.includes(permission));
  return {
    permissions: given.filter((permission) => isOperator || permission !== "installation:keys"),
    scopes: isAdministrator ? [{ kind: "all", id: null }] : row.scopes,
  };
}

/** The rights that grants add up to. */
function rightsFrom(rows: readonly GrantRow[], isOperator: boolean): Rights {
  const grants = rows.map((row) => grantOf(row, isOperator));
  const reach = new Map<Permission, Reach>(PERMISSIONS.map((permission) => [permission, reachOf(grants, permission)]));
  return {
    permissions: new Set(PERMISSIONS.filter((permission) => !isNowhere(reach.get(permission) ?? "all"))),
    reach: (permission) => reach.get(permission) ?? { clients: [], sites: [], groups: [] },
    isAdministrator: rows.some(({ predefined }) => predefined === "administrators"),
  };
}

/** A person's rights now, in the transaction's organization. */
export async function readRights(tx: Tx, userId: string): Promise<Rights> {
  return rightsFrom(await findGrants(tx, { userId }), await isOperator(tx));
}

/** Whether the transaction's organization is the one that set the server up. */
export async function isOperator(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ operator: boolean }[]>`
    select exists (select from installation where organization_id_of_operator = current_setting('vigia.organization')::uuid) as operator`;
  return row?.operator === true;
}

/** The names of the permission groups a person has a grant of. */
export async function findGroupNames(tx: Tx, userId: string): Promise<string[]> {
  return [...new Set((await findGrants(tx, { userId })).map((row) => row.permissionGroupName))];
}
