// Permissions by area, in the order people think of them.
import type { ApiTokenForm } from "../../api/credentials.ts";

export const AREAS = {
  machines: ["resources:read", "live:read", "resources:write", "agents:approve", "enrollment:manage", "views:share"],
  clients: ["clients:read", "clients:write"],
  service: ["tickets:read", "tickets:write", "contracts:read", "contracts:manage", "contracts:values", "desks:manage"],
  settings: ["settings:read", "settings:write", "notify:manage"],
  people: ["accounts:read", "accounts:manage", "access:explain"],
  safety: ["audit:read", "vault:read", "vault:write", "vault:reveal", "tokens:manage", "sso:manage"],
  organization: ["organization:admin", "installation:keys"],
} as const;

export type Area = keyof typeof AREAS;
export type Permission = (typeof AREAS)[Area][number];
type KeyOf<Name extends string> = Name extends `${infer Noun}:${infer Verb}` ? `${Noun}_${Verb}` : never;

export const AREA_NAMES = Object.keys(AREAS) as readonly Area[];
export const ALL_PERMISSIONS: readonly Permission[] = AREA_NAMES.flatMap((area) => [...AREAS[area]]);
export const isPermission = (name: string): name is Permission => (ALL_PERMISSIONS as readonly string[]).includes(name);

/** The name of a permission's words: the catalogue keeps colons for its own use. */
export const permissionKey = <Name extends Permission>(name: Name): KeyOf<Name> => name.replace(":", "_") as KeyOf<Name>;

/** What no API token may ever do. */
const NEVER_BY_TOKEN = [
  "accounts:read",
  "accounts:manage",
  "tokens:manage",
  "sso:manage",
  "installation:keys",
  "organization:admin",
  "vault:reveal",
] as const satisfies readonly Exclude<Permission, TokenScope>[];
export type TokenScope = ApiTokenForm["scopes"][number];
export const TOKEN_SCOPES: readonly TokenScope[] = ALL_PERMISSIONS.filter(
  (name): name is TokenScope => !(NEVER_BY_TOKEN as readonly string[]).includes(name),
);
