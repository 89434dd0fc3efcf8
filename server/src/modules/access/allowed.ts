// The one model of who may do what: a grant joins permissions to scopes; rights are the union of all grants; without one there is nothing.
import type { Permission } from "../../http/principal.ts";
import { type Reach, reaches, type Target } from "../../http/reach.ts";

export type ScopeKind = "all" | "client" | "site" | "resource_group";

/** Where a grant holds; `id` is null for "all" alone. */
export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string | null;
}

export interface Grant {
  readonly permissions: readonly Permission[];
  readonly scopes: readonly Scope[];
}

/** About the organization as a whole: these hold only where they are granted everywhere. */
const WHOLE_ORGANIZATION: ReadonlySet<Permission> = new Set<Permission>([
  "audit:read",
  "organization:admin",
  "installation:keys",
  "accounts:read",
  "accounts:manage",
  "access:explain",
  "notify:manage",
  "tokens:manage",
  "sso:manage",
  "views:share",
  "desks:manage",
]);

/** Whether a permission is about the organization as a whole. */
export const isOrganizationWide = (permission: Permission): boolean => WHOLE_ORGANIZATION.has(permission);

/** Whether any grant gives the permission on the target. */
export const allowed = (grants: readonly Grant[], permission: Permission, target: Target): boolean =>
  reaches(reachOf(grants, permission), target);

/** How far the grants together carry a permission. */
export function reachOf(grants: readonly Grant[], permission: Permission): Reach {
  const scopes = grants.filter((grant) => grant.permissions.includes(permission)).flatMap((grant) => grant.scopes);
  if (scopes.some(({ kind }) => kind === "all")) return "all";
  const ids = (kind: ScopeKind) => [...new Set(scopes.flatMap((scope) => (scope.kind === kind && scope.id !== null ? [scope.id] : [])))];
  if (isOrganizationWide(permission)) return { clients: [], sites: [], groups: [] };
  return { clients: ids("client"), sites: ids("site"), groups: ids("resource_group") };
}

/** Whether nothing at all lies within. */
export const isNowhere = (reach: Reach): boolean =>
  reach !== "all" && reach.clients.length + reach.sites.length + reach.groups.length === 0;
