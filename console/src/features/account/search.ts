import { type SsoReturn, ssoReturnOf } from "../../ui/sso-return.ts";

/** What the address of the account page can say: how linking to the organization's provider ended. */
export function readAccountSearch(search: Record<string, unknown>): { readonly sso?: SsoReturn } {
  const sso = ssoReturnOf(search["sso"]);
  return sso === undefined ? {} : { sso };
}
