// Clients and their sites.
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ifMatch, once, unwrap } from "./client.ts";
import { paged } from "./pages.ts";
import type { Client, Site } from "./types.ts";

export interface ClientFilter {
  readonly q?: string;
  readonly sort?: string;
}

const KEY = ["clients"] as const;

export const clientsQuery = (filter: ClientFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...KEY, "list", filter],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/v1/clients", {
          params: { query: { ...filter, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) } as never },
          signal,
        }),
      ),
  });

/** The first clients that match, for a picker. */
export const clientOptionsQuery = (q: string) =>
  queryOptions({
    queryKey: [...KEY, "options", q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Client[]> =>
      (await unwrap(api.GET("/api/v1/clients", { params: { query: { limit: 50, sort: "name", ...(q === "" ? {} : { q }) } }, signal })))
        .items,
  });

export const clientQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, "one", id],
    queryFn: ({ signal }): Promise<Client> => unwrap(api.GET("/api/v1/clients/{id}", { params: { path: { id } }, signal })),
  });

/** All sites of a client (at most 200 are offered). */
export const sitesQuery = (clientId: string) =>
  queryOptions({
    queryKey: [...KEY, "sites", clientId],
    enabled: clientId !== "",
    queryFn: async ({ signal }): Promise<Site[]> =>
      (await unwrap(api.GET("/api/v1/sites", { params: { query: { clientId, limit: 200 } }, signal }))).items,
  });

export interface ClientForm {
  readonly name: string;
  readonly legalName: string;
  readonly notes: string;
}

const legalName = (form: ClientForm) => (form.legalName === "" ? {} : { legalName: form.legalName });

export const createClient = (form: ClientForm, key: string): Promise<Client> =>
  unwrap(api.POST("/api/v1/clients", { body: { name: form.name, notes: form.notes, ...legalName(form) }, headers: once(key) }));

export const updateClient = (client: Client, form: ClientForm): Promise<Client> =>
  unwrap(
    api.PATCH("/api/v1/clients/{id}", {
      params: { path: { id: client.id } },
      body: { name: form.name, notes: form.notes, legalName: form.legalName === "" ? null : form.legalName },
      headers: ifMatch(client.version),
    }),
  );

export const deleteClient = (client: Client): Promise<unknown> =>
  unwrap(api.DELETE("/api/v1/clients/{id}", { params: { path: { id: client.id } }, headers: ifMatch(client.version) }));

export interface SiteForm {
  readonly name: string;
  readonly timeZone: string;
}

export const createSite = (clientId: string, form: SiteForm, key: string): Promise<Site> =>
  unwrap(
    api.POST("/api/v1/sites", {
      body: { clientId, name: form.name, ...(form.timeZone === "" ? {} : { timeZone: form.timeZone }) },
      headers: once(key),
    }),
  );

export const updateSite = (site: Site, form: SiteForm): Promise<Site> =>
  unwrap(
    api.PATCH("/api/v1/sites/{id}", {
      params: { path: { id: site.id } },
      body: { name: form.name, timeZone: form.timeZone === "" ? null : form.timeZone },
      headers: ifMatch(site.version),
    }),
  );

export const deleteSite = (site: Site): Promise<unknown> =>
  unwrap(api.DELETE("/api/v1/sites/{id}", { params: { path: { id: site.id } }, headers: ifMatch(site.version) }));

/** Runs a change of clients or sites and refreshes whatever shows them. */
export function useClientChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      void queries.invalidateQueries({ queryKey: ["overview"] });
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
}
