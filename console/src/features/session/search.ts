import type { FactorMethod, FactorWanted } from "../../api/session.ts";
import { type SsoReturn, ssoReturnOf } from "../../ui/sso-return.ts";

export interface SignInSearch {
  /** Where to go afterwards: an address of this console. */
  readonly to?: string;
  /** Whose provider is offered, where the server has several organizations. */
  readonly organization?: string;
  /** Why the way over the provider led nowhere. */
  readonly sso?: SsoReturn;
}

/** Only a path of our own is kept: an address elsewhere would make the sign-in page send people away. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { to, organization } = search;
  const sso = ssoReturnOf(search["sso"]);
  return {
    ...(typeof to === "string" && /^\/(?![/\\])/.test(to) ? { to } : {}),
    ...(typeof organization === "string" && /^[0-9a-f-]{36}$/.test(organization) ? { organization } : {}),
    ...(sso === undefined ? {} : { sso }),
  };
}

const METHODS: readonly FactorMethod[] = ["totp", "passkey", "recovery_code"];

/** What a return from the provider still owes: it stands behind the hash, where no server sees it. */
export function readTicket(hash: string): FactorWanted | undefined {
  const said = new URLSearchParams(hash);
  const ticket = said.get("ticket") ?? "";
  const methods = METHODS.filter((method) => said.get("methods")?.split(",").includes(method));
  return ticket === "" || methods.length === 0 ? undefined : { status: "factor_required", ticket, methods };
}
