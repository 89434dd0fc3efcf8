// Equipment: what people say of a resource, its types and tags, resources made by hand and those that were deleted.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { BodyOf, Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";
import { ifMatch, once } from "./client.ts";
import { type Page, paged } from "./pages.ts";
import { resourceKeys } from "./resources.ts";
import type { Resource, ResourceRow } from "./types.ts";

export type EquipmentType = Schemas["EquipmentType"];
export type EquipmentKind = EquipmentType["kind"];
export type NewResource = BodyOf<"/api/v1/resources", "post">;

export const equipmentTypesQuery = queryOptions({
  queryKey: ["equipment-types"],
  staleTime: 60_000,
  queryFn: ({ signal }) => listOf<EquipmentType>("/api/v1/equipment-types", signal),
});

/** Tags in use that contain the text, the most used first. */
export const tagsQuery = (q: string) =>
  queryOptions({
    queryKey: ["resource-tags", q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => listOf<Schemas["TagUse"]>("/api/v1/resource-tags", signal, q === "" ? {} : { q }),
  });

/** Makes a resource without an agent. @param key makes it happen once however often it is sent */
export const createResource = (body: NewResource, key: string): Promise<Resource> =>
  call<Resource>("POST", "/api/v1/resources", { body, headers: once(key) });

export const deletedResourcesQuery = infiniteQueryOptions({
  ...paged,
  queryKey: [...resourceKeys.lists, "deleted"],
  queryFn: ({ pageParam, signal }) =>
    call<Page<ResourceRow>>("GET", "/api/v1/resources", { query: { deleted: "true", limit: 100, cursor: pageParam }, signal }),
});

export const restoreResource = (id: string): Promise<Resource> => call<Resource>("POST", `/api/v1/resources/${id}/restore`);

export interface TypeForm {
  readonly name: string;
  readonly kind: EquipmentKind;
}

export const createType = (form: TypeForm): Promise<EquipmentType> => call("POST", "/api/v1/equipment-types", { body: form });
export const updateType = ({ id, version }: EquipmentType, form: TypeForm): Promise<EquipmentType> =>
  call("PATCH", `/api/v1/equipment-types/${id}`, { body: form, headers: ifMatch(version) });
export const deleteType = ({ id, version }: EquipmentType): Promise<unknown> =>
  call("DELETE", `/api/v1/equipment-types/${id}`, { headers: ifMatch(version) });
