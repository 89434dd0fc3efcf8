// Enrolment tokens: what lets a new machine in.
import { queryOptions } from "@tanstack/react-query";
import { api, once, unwrap } from "./client.ts";
import type { EnrollmentToken } from "./types.ts";

export const tokensQuery = queryOptions({
  queryKey: ["enrollment-tokens"],
  queryFn: async ({ signal }): Promise<EnrollmentToken[]> =>
    (await unwrap(api.GET("/api/v1/enrollment-tokens", { params: { query: { limit: 200 } }, signal }))).items,
});

export interface TokenForm {
  readonly clientId: string;
  readonly siteId: string;
  readonly approval: "manual" | "automatic";
}

/** A new token; its secret is in this answer and nowhere else afterwards. */
export const createToken = (form: TokenForm, key: string) =>
  unwrap(api.POST("/api/v1/enrollment-tokens", { body: form, headers: once(key) }));

export const revokeToken = (id: string): Promise<EnrollmentToken> =>
  unwrap(api.POST("/api/v1/enrollment-tokens/{id}/revoke", { params: { path: { id } } }));
