/** What a return from the organization's provider led to, as the address says it. */
export const SSO_RETURNS = ["linked", "unavailable", "expired", "refused", "not_linked", "disabled", "taken", "session_over"] as const;
export type SsoReturn = (typeof SSO_RETURNS)[number];

/** undefined for anything that is none of them. */
export const ssoReturnOf = (value: unknown): SsoReturn | undefined => SSO_RETURNS.find((each) => each === value);
