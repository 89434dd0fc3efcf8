// Resources: lists, one resource, its metrics and events, and what can be done to it.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { BodyOf, Schemas } from "./answers.ts";
import { api, ifMatch, unwrap } from "./client.ts";
import { paged } from "./pages.ts";
import type { Resource, ResourceRow } from "./types.ts";

export interface ResourceFilter {
  readonly q?: string;
  readonly sort?: string;
  readonly presence?: string;
  readonly clientId?: string;
  readonly siteId?: string;
  readonly platform?: string;
  readonly filter?: string;
  /** With commas. Without it a row has everything but cells. */
  readonly columns?: string;
}

/** A row of the list with the cells of the columns that were asked for. */
export type ListedRow = ResourceRow & Pick<Schemas["ListedResource"], "cells">;

const UNNAMED = { id: "", name: "" };
/** What a row has where it was not asked for. */
const NOT_ASKED = {
  hostname: "",
  client: UNNAMED,
  site: UNNAMED,
  group: null,
  platform: "unknown",
  osName: "",
  agent: null,
  presenceSince: null,
  lastSeenAt: null,
  cpu: null,
  memory: null,
  worstVolume: null,
  uptimeSeconds: null,
  createdAt: "",
} as const satisfies Partial<ResourceRow>;

const filledIn = (row: Schemas["ListedResource"]): ListedRow => ({ ...NOT_ASKED, cpuSpark: [], ...row });

const PAGE = 100;

export const resourceKeys = {
  lists: ["resources", "list"] as const,
  one: (id: string) => ["resources", "one", id] as const,
  metrics: (id: string) => ["resources", "metrics", id] as const,
  events: (id: string) => ["resources", "events", id] as const,
};

export const resourcesQuery = (filter: ResourceFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...resourceKeys.lists, filter],
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const page = await unwrap(
        api.GET("/api/v1/resources", {
          params: { query: { ...filter, limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) } as never },
          signal,
        }),
      );
      return { ...page, items: page.items.map(filledIn) };
    },
  });

export const getResource = (id: string, signal?: AbortSignal): Promise<Resource> =>
  unwrap(api.GET("/api/v1/resources/{id}", { params: { path: { id } }, ...(signal === undefined ? {} : { signal }) }));

export const resourceQuery = (id: string) =>
  queryOptions({ queryKey: resourceKeys.one(id), queryFn: ({ signal }) => getResource(id, signal) });

export const metricsQuery = (id: string, spanSeconds: number, now: () => number) =>
  queryOptions({
    queryKey: [...resourceKeys.metrics(id), spanSeconds],
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    queryFn: ({ signal }) => {
      const to = now();
      const range = { from: new Date(to - spanSeconds * 1000).toISOString(), to: new Date(to).toISOString() };
      return unwrap(api.GET("/api/v1/resources/{id}/metrics", { params: { path: { id }, query: range }, signal }));
    },
  });

export const eventsQuery = (id: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: resourceKeys.events(id),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/resources/{id}/events", {
          params: { path: { id }, query: { limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
  });

export type ResourceChanges = BodyOf<"/api/v1/resources/{id}", "patch">;

export const updateResource = (id: string, version: number, changes: ResourceChanges): Promise<Resource> =>
  unwrap(api.PATCH("/api/v1/resources/{id}", { params: { path: { id } }, body: changes, headers: ifMatch(version) }));

export const deleteResource = (id: string, version: number): Promise<unknown> =>
  unwrap(api.DELETE("/api/v1/resources/{id}", { params: { path: { id } }, headers: ifMatch(version) }));

export type AgentAct = "approve" | "refuse" | "revoke";

export const actOnAgent = (id: string, act: AgentAct): Promise<Resource> =>
  unwrap(api.POST(`/api/v1/resources/{id}/${act}`, { params: { path: { id } } }));

/** Runs a change of one resource and shows its result at once wherever the resource is shown. */
export function useResourceChange<Input>(change: (input: Input) => Promise<Resource>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (resource) => {
      queries.setQueryData(resourceKeys.one(resource.id), resource);
      void queries.invalidateQueries({ queryKey: ["overview"] });
      void queries.invalidateQueries({ queryKey: resourceKeys.lists });
    },
  });
}

/** The resource that exists longest, or null while there is none: what the set-up waits for. */
export const firstResourceQuery = queryOptions({
  queryKey: ["resources", "first"],
  queryFn: async ({ signal }) => {
    const [first] = (await unwrap(api.GET("/api/v1/resources", { params: { query: { limit: 1 } }, signal }))).items;
    return first === undefined ? null : filledIn(first);
  },
});
