// What no API token may ever do, whatever its scopes and its creator's rights: administer accounts, credentials, keys and secrets.
// A stolen token must not be able to make itself a better credential.
import type { FastifyContextConfig } from "fastify";
import { PERMISSIONS, type Permission, type Rights } from "./principal.ts";
import { NOWHERE } from "./reach.ts";

const NEVER: ReadonlySet<Permission> = new Set<Permission>([
  "accounts:read",
  "accounts:manage",
  "tokens:manage",
  "sso:manage",
  "installation:keys",
  "organization:admin",
  "vault:reveal",
]);

/** The permissions that may be a token's scope. */
export const TOKEN_SCOPES: readonly Permission[] = PERMISSIONS.filter((permission) => !NEVER.has(permission));

/** Whether a route answers tokens with FORBIDDEN: it is about the signed-in person, asks for a fresh proof, or is never for tokens. */
export function isClosedToTokens(config: Pick<FastifyContextConfig, "permission" | "stepUp">): boolean {
  const demand = config.permission;
  if (demand === undefined || demand === "session" || config.stepUp === true) return true;
  return demand !== "public" && NEVER.has(demand);
}

/** A token's rights at this moment: its creator's, cut to its scopes, in permission and in reach. */
export function cutToScopes(creator: Rights, scopes: readonly string[]): Rights {
  const kept = new Set(TOKEN_SCOPES.filter((permission) => scopes.includes(permission) && creator.permissions.has(permission)));
  return {
    permissions: kept,
    reach: (permission) => (kept.has(permission) ? creator.reach(permission) : NOWHERE),
    isAdministrator: false,
  };
}
