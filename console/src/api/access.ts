// People, what they may do, where, and why.

import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { BodyOf, Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";
import { ifMatch } from "./client.ts";
import { type Page, paged } from "./pages.ts";

export type Person = Schemas["User"];
export type PermissionGroup = Schemas["PermissionGroup"];
export type Scope = Schemas["Scope"];
export type AttendantGroup = Schemas["AttendantGroup"];
export type Grant = Schemas["Grant"];
export const REASON_CODES = ["granted", "no_grant", "out_of_scope", "needs_all", "not_operator", "user_disabled", "not_a_member"] as const;
/** What a reason's words are filled with; the document leaves it open. */
export interface ReasonParams {
  readonly permissionGroup?: { readonly name: string };
  readonly attendantGroup?: { readonly name: string };
  readonly scopes?: readonly Scope[];
}
export type Reason = Explanation["reasons"][number];
export type Explanation = Schemas["AccessExplanation"];

/** People by a part of their name or address, page by page. */
export const peopleQuery = (q: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["access", "users", q],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<Person>>("GET", "/api/v1/users", { query: { limit: 100, cursor: pageParam, ...(q === "" ? {} : { q }) }, signal }),
  });
/** The first people that match, for a picker. */
export const peopleOptionsQuery = (q: string) =>
  queryOptions({
    queryKey: ["access", "people-options", q],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => listOf<Person>("/api/v1/users", signal, { limit: 50, ...(q === "" ? {} : { q }) }),
  });
export const personQuery = (id: string) =>
  queryOptions({ queryKey: ["access", "user", id], queryFn: ({ signal }) => call<Person>("GET", `/api/v1/users/${id}`, { signal }) });
export const permissionGroupsQuery = queryOptions({
  queryKey: ["access", "permission-groups"],
  queryFn: ({ signal }) => listOf<PermissionGroup>("/api/v1/permission-groups", signal),
});
export const attendantGroupsQuery = queryOptions({
  queryKey: ["access", "attendant-groups"],
  queryFn: ({ signal }) => listOf<AttendantGroup>("/api/v1/attendant-groups", signal),
});
export const grantsQuery = (userId: string) =>
  queryOptions({
    queryKey: ["access", "grants", userId],
    queryFn: ({ signal }) => listOf<Grant>("/api/v1/grants", signal, { userId }),
  });

const PLACE_ROUTES = { client: "/api/v1/clients", site: "/api/v1/sites", resource: "/api/v1/resources" } as const;
/** The name of a place of which only the address is known. */
export const placeNameQuery = (kind: keyof typeof PLACE_ROUTES, id: string) =>
  queryOptions({
    queryKey: ["access", "place-name", kind, id],
    queryFn: async ({ signal }) => (await call<{ readonly name: string }>("GET", `${PLACE_ROUTES[kind]}/${id}`, { signal })).name,
  });

export interface Question {
  readonly userId: string;
  readonly permission: string;
  readonly kind: "organization" | "client" | "site" | "resource";
  readonly id?: string;
}
export const explanationQuery = (question: Question) =>
  queryOptions({
    queryKey: ["access", "explain", question],
    staleTime: 0,
    queryFn: ({ signal }) => call<Explanation>("GET", "/api/v1/access/explain", { query: { ...question }, signal }),
  });

export const addPerson = (body: { name: string; email: string; locale: string }) =>
  call<Schemas["NewUser"]>("POST", "/api/v1/users", { body });
export const renamePerson = ({ id, version, name }: { id: string; version: number; name: string }) =>
  call<Person>("PATCH", `/api/v1/users/${id}`, { body: { name }, headers: ifMatch(version) });
export const actOnPerson = ({ id, act }: { id: string; act: "disable" | "enable" | "sign-out" | "factor-reset" | "erase" }) =>
  call("POST", `/api/v1/users/${id}/${act}`);
export const deletePerson = (person: Person) => call("DELETE", `/api/v1/users/${person.id}`, { headers: ifMatch(person.version) });

export type PermissionGroupForm = BodyOf<"/api/v1/permission-groups", "post">;
export const savePermissionGroup = ({ group, form }: { group: PermissionGroup | undefined; form: PermissionGroupForm }) =>
  group === undefined
    ? call<PermissionGroup>("POST", "/api/v1/permission-groups", { body: form })
    : call<PermissionGroup>("PATCH", `/api/v1/permission-groups/${group.id}`, { body: form, headers: ifMatch(group.version) });
export const deletePermissionGroup = (group: PermissionGroup) =>
  call("DELETE", `/api/v1/permission-groups/${group.id}`, { headers: ifMatch(group.version) });

export interface AttendantGroupForm {
  readonly name: string;
  readonly scopes: readonly Scope[];
}
export const saveAttendantGroup = ({ group, form }: { group: AttendantGroup | undefined; form: AttendantGroupForm }) => {
  const body = { name: form.name, scopes: form.scopes.map(({ kind, id }) => ({ kind, id })) };
  return group === undefined
    ? call<AttendantGroup>("POST", "/api/v1/attendant-groups", { body })
    : call<AttendantGroup>("PATCH", `/api/v1/attendant-groups/${group.id}`, { body, headers: ifMatch(group.version) });
};
export const deleteAttendantGroup = (group: AttendantGroup) =>
  call("DELETE", `/api/v1/attendant-groups/${group.id}`, { headers: ifMatch(group.version) });

export const addGrant = (body: { userId: string; permissionGroupId: string; attendantGroupId: string }) =>
  call<Grant>("POST", "/api/v1/grants", { body });
export const removeGrant = (id: string) => call("DELETE", `/api/v1/grants/${id}`);
