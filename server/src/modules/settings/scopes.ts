// The scopes a setting can be made at, widest first. A narrower one wins.
import type { Tx } from "../../database/index.ts";

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
