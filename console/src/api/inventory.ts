// What machines are: one machine's inventory, what changed about it, the programs of all machines, and the fleet's questions.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { type Page, paged } from "./pages.ts";

export type Inventory = Schemas["Inventory"];
export type InventorySections = Schemas["InventorySections"];
export type SectionName = keyof InventorySections;
export type InstalledProgram = Schemas["InstalledProgram"];
export type ResourceChange = Schemas["ResourceChange"];
export type SoftwareRow = Schemas["SoftwareRow"];
export type SoftwareHolder = Schemas["SoftwareHolder"];
export type FleetQuestions = Schemas["FleetQuestions"];

export const inventoryKeys = {
  /** Everything about one machine. */
  one: (id: string) => ["inventory", id] as const,
};

export const inventoryQuery = (id: string) =>
  queryOptions({
    queryKey: [...inventoryKeys.one(id), "sections"],
    queryFn: ({ signal }) => call<Inventory>("GET", `/api/v1/resources/${id}/inventory`, { signal }),
  });

/** Has the machine send its whole inventory now. Throws ApiError CONFLICT when it is not connected. */
export const requestInventory = (id: string): Promise<null> => call("POST", `/api/v1/resources/${id}/inventory/request`);

export const programsQuery = (id: string, search: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...inventoryKeys.one(id), "programs", search],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<InstalledProgram>>("GET", `/api/v1/resources/${id}/software`, {
        query: { limit: 100, cursor: pageParam, search: search === "" ? undefined : search },
        signal,
      }),
  });

export const changesQuery = (id: string, section: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...inventoryKeys.one(id), "changes", section],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<ResourceChange>>("GET", `/api/v1/resources/${id}/changes`, {
        query: { limit: 50, cursor: pageParam, section: section === "" ? undefined : section },
        signal,
      }),
  });

interface SoftwareFilter {
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
}

export const softwareQuery = (filter: SoftwareFilter) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["software", "list", filter],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<SoftwareRow>>("GET", "/api/v1/software", { query: { ...filter, limit: 100, cursor: pageParam }, signal }),
  });

/** Who is asked for: those with this version, with any version, or without the program. */
export type Holding = "this" | "any" | "none";

export const holdersQuery = (softwareId: string, holding: Holding) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["software", "holders", softwareId, holding],
    queryFn: ({ pageParam, signal }) =>
      call<Page<SoftwareHolder>>("GET", `/api/v1/software/${softwareId}/resources`, {
        query: {
          limit: 100,
          cursor: pageParam,
          lacking: holding === "none" ? "true" : "false",
          anyVersion: holding === "this" ? "false" : "true",
        },
        signal,
      }),
  });

export const fleetQuery = queryOptions({
  queryKey: ["fleet"],
  refetchInterval: 60_000,
  queryFn: ({ signal }) => call<FleetQuestions>("GET", "/api/v1/fleet", { signal }),
});
