// Custom fields: the containers an organization made, and what one resource has in them.
import { queryOptions } from "@tanstack/react-query";
import type { BodyOf, Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";
import { ifMatch } from "./client.ts";
import { resourceKeys } from "./resources.ts";

export type CustomField = Schemas["CustomField"];
export type FieldContainer = Schemas["FieldContainer"];
export type FieldType = CustomField["type"];
export type FieldValue = Schemas["FieldValue"];
export type FieldValueInput = BodyOf<"/api/v1/resources/{id}/fields", "put">["values"][number];
export type NewField = BodyOf<"/api/v1/field-containers/{id}/fields", "post">;
export type FieldChange = BodyOf<"/api/v1/custom-fields/{id}", "patch">;

/** The containers of resources with their fields, in their order. */
export const fieldContainersQuery = queryOptions({
  queryKey: ["field-containers"],
  queryFn: ({ signal }) => listOf<FieldContainer>("/api/v1/field-containers", signal, { target: "resource" }),
});

export const resourceFieldsQuery = (id: string) =>
  queryOptions({
    queryKey: [...resourceKeys.one(id), "fields"],
    queryFn: ({ signal }) => listOf<FieldValue>(`/api/v1/resources/${id}/fields`, signal),
  });

export const setResourceFields = (id: string, values: readonly FieldValueInput[]): Promise<{ items: FieldValue[] }> =>
  call("PUT", `/api/v1/resources/${id}/fields`, { body: { values } });

export const createContainer = (body: { name: string; position: number }): Promise<FieldContainer> =>
  call("POST", "/api/v1/field-containers", { body: { target: "resource", ...body } });
export const updateContainer = ({ id, version }: FieldContainer, change: { name?: string; position?: number }): Promise<FieldContainer> =>
  call("PATCH", `/api/v1/field-containers/${id}`, { body: change, headers: ifMatch(version) });
export const deleteContainer = ({ id, version }: FieldContainer): Promise<unknown> =>
  call("DELETE", `/api/v1/field-containers/${id}`, { headers: ifMatch(version) });

export const createField = (containerId: string, body: NewField): Promise<CustomField> =>
  call("POST", `/api/v1/field-containers/${containerId}/fields`, { body });
export const updateField = ({ id, version }: CustomField, change: FieldChange): Promise<CustomField> =>
  call("PATCH", `/api/v1/custom-fields/${id}`, { body: change, headers: ifMatch(version) });
export const deleteField = ({ id, version }: CustomField): Promise<unknown> =>
  call("DELETE", `/api/v1/custom-fields/${id}`, { headers: ifMatch(version) });
