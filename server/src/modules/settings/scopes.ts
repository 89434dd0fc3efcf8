// The scopes a setting can be made at, widest first. A narrower one wins.
import type { Tx } from "../../database/index.ts";
import type { Target } from "../../http/reach.ts";

export const SCOPES = ["organization", "client", "site", "group", "resource"] as const;
export type Scope = (typeof SCOPES)[number];

/** One scope on the way down to a thing. */
export interface ScopeLink {
  readonly scope: Scope;
  readonly id: string;
}

export interface NamedScopeLink extends ScopeLink {
  readonly name: string;
}

/** Who knows what stands above what: modules right of this one, joined by app.ts. */
export interface SettingsScopes {
  /** From the organization down to this thing, itself last; undefined when there is no such thing in the organization. */
  chain(tx: Tx, organizationId: string, scope: Scope, id: string): Promise<readonly NamedScopeLink[] | undefined>;
}

/** What a chain leads to, as rights are asked about it. */
export function targetOf(chain: readonly ScopeLink[]): Target {
  const of = (scope: Scope) => chain.find((link) => link.scope === scope)?.id;
  const [clientId, siteId, last] = [of("client"), of("site"), chain.at(-1)];
  if (last === undefined || clientId === undefined) return { kind: "organization" };
  if (last.scope === "resource" && siteId !== undefined) return { kind: "resource", clientId, siteId, groupId: of("group") ?? null };
  if (last.scope === "site" || last.scope === "group") return { kind: last.scope, id: last.id, clientId };
  return last.scope === "client" ? { kind: "client", id: clientId } : { kind: "organization" };
}
