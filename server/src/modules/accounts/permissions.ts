// What each role may do. One table, so that a role's rights are read in one place.
import { PERMISSIONS, type Permission, type Role } from "../../http/principal.ts";

const reads = ["resources:read", "clients:read", "settings:read", "audit:read", "live:read"] as const;

const RIGHTS: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: PERMISSIONS,
  technician: [...reads, "resources:write", "agents:approve", "enrollment:manage", "clients:write"],
  viewer: reads,
};

/**
 * The permissions of a role in an organization. The server's own keys belong to the organization that set it up,
 * so elsewhere even an administrator does not have them.
 */
export function permissionsOf(role: Role, isOperator: boolean): ReadonlySet<Permission> {
  return new Set(RIGHTS[role].filter((permission) => isOperator || permission !== "installation:keys"));
}
