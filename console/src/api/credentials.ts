// What else opens the organization's door: API tokens, single sign-on, and the rule about second factors.
import { queryOptions } from "@tanstack/react-query";
import type { AnswerOf, BodyOf, ItemOf, Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";

export type ApiToken = Schemas["ApiToken"];
export type ApiTokenForm = BodyOf<"/api/v1/api-tokens", "post">;
export type Sso = Schemas["SsoSettings"];
export type SsoForm = BodyOf<"/api/v1/sso", "put">;
export type FactorRule = AnswerOf<"/api/v1/security-policy", "get">["requireFactor"];
export type FactorReset = ItemOf<"/api/v1/factor-resets">;

export const apiTokensQuery = queryOptions({
  queryKey: ["api-tokens"],
  queryFn: ({ signal }) => listOf<ApiToken>("/api/v1/api-tokens", signal),
});
export const createApiToken = (body: ApiTokenForm) => call<Schemas["NewApiToken"]>("POST", "/api/v1/api-tokens", { body });
export const revokeApiToken = (id: string) => call("POST", `/api/v1/api-tokens/${id}/revoke`);

export const ssoQuery = queryOptions({
  queryKey: ["sso"],
  queryFn: ({ signal }) => call<Sso>("GET", "/api/v1/sso", { signal }),
});
export const putSso = (body: SsoForm) => call<Sso>("PUT", "/api/v1/sso", { body });
export const testSso = () => call<Schemas["SsoTest"]>("POST", "/api/v1/sso/test");

export const securityPolicyQuery = queryOptions({
  queryKey: ["security-policy"],
  queryFn: ({ signal }) => call<AnswerOf<"/api/v1/security-policy", "get">>("GET", "/api/v1/security-policy", { signal }),
});
export const putSecurityPolicy = (requireFactor: FactorRule) => call("PUT", "/api/v1/security-policy", { body: { requireFactor } });

export const factorResetsQuery = queryOptions({
  queryKey: ["factor-resets"],
  queryFn: ({ signal }) => listOf<FactorReset>("/api/v1/factor-resets", signal),
});
export const approveFactorReset = (id: string) => call("POST", `/api/v1/factor-resets/${id}/approve`);
