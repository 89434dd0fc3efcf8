// What else opens the organization's door: API tokens, single sign-on, and the rule about second factors.
import { queryOptions } from "@tanstack/react-query";
import { call, listOf } from "./call.ts";

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly cidrs: readonly string[];
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly state: "active" | "expired" | "revoked";
  readonly lastUsedAt: string | null;
  readonly lastUsedAddress: string | null;
}
export interface ApiTokenForm {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly cidrs: readonly string[];
  readonly expiresAt: string;
}
export interface Sso {
  readonly issuer: string | null;
  readonly clientId: string | null;
  readonly hasClientSecret: boolean;
  readonly enabled: boolean;
  readonly allowNewUsers: boolean;
}
export interface SsoForm {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly enabled: boolean;
  readonly allowNewUsers: boolean;
}
export type SsoProblem = "not_configured" | "unreachable" | "issuer" | "algorithm" | "keys";
export type FactorRule = "none" | "any" | "passkey";
export interface FactorReset {
  readonly id: string;
  readonly userId: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
}

export const apiTokensQuery = queryOptions({
  queryKey: ["api-tokens"],
  queryFn: ({ signal }) => listOf<ApiToken>("/api/v1/api-tokens", signal),
});
export const createApiToken = (body: ApiTokenForm) => call<ApiToken & { token: string }>("POST", "/api/v1/api-tokens", { body });
export const revokeApiToken = (id: string) => call("POST", `/api/v1/api-tokens/${id}/revoke`);

export const ssoQuery = queryOptions({
  queryKey: ["sso"],
  queryFn: ({ signal }) => call<Sso>("GET", "/api/v1/sso", { signal }),
});
export const putSso = (body: SsoForm) => call<Sso>("PUT", "/api/v1/sso", { body });
export const testSso = () => call<{ ok: boolean; problem: SsoProblem | null }>("POST", "/api/v1/sso/test");

export const securityPolicyQuery = queryOptions({
  queryKey: ["security-policy"],
  queryFn: ({ signal }) => call<{ requireFactor: FactorRule }>("GET", "/api/v1/security-policy", { signal }),
});
export const putSecurityPolicy = (requireFactor: FactorRule) => call("PUT", "/api/v1/security-policy", { body: { requireFactor } });

export const factorResetsQuery = queryOptions({
  queryKey: ["factor-resets"],
  queryFn: ({ signal }) => listOf<FactorReset>("/api/v1/factor-resets", signal),
});
export const approveFactorReset = (id: string) => call("POST", `/api/v1/factor-resets/${id}/approve`);
