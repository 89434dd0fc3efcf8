// Groups of one client's machines.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client.ts";

/** The first groups whose names match, for a picker. */
export const resourceGroupOptionsQuery = (q: string) =>
  queryOptions({
    queryKey: ["resource-groups", "options", q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/api/v1/resource-groups", { params: { query: { q, limit: 20 } }, signal }))).items,
  });
