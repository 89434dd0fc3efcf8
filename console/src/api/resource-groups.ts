// Groups of one client's machines.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { api, once, unwrap } from "./client.ts";

export type ResourceGroup = Schemas["ResourceGroup"];

/** The first groups whose names match, for a picker. */
export const resourceGroupOptionsQuery = (q: string) =>
  queryOptions({
    queryKey: ["resource-groups", "options", q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/v1/resource-groups", { params: { query: { q, limit: 20 } }, signal }))).items,
  });

/** The groups of a client (at most 200 are offered). */
export const groupsOfClientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ["resource-groups", "of", clientId],
    enabled: clientId !== "",
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/v1/resource-groups", { params: { query: { clientId, limit: 200 } }, signal }))).items,
  });

export const createGroup = (clientId: string, name: string, key: string): Promise<ResourceGroup> =>
  call("POST", "/api/v1/resource-groups", { body: { clientId, name }, headers: once(key) });
