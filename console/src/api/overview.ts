import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, unwrap } from "./client.ts";

/** What is true now, over all machines the person may see. */
export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  refetchInterval: 60_000,
  queryFn: ({ signal }) => unwrap(api.GET("/api/v1/overview", { signal })),
});

/** Machines, clients and sites by name; the recently used first when `q` is empty. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    staleTime: 20_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await unwrap(api.GET("/api/v1/search", { params: { query: { q } }, signal }))).items,
  });
