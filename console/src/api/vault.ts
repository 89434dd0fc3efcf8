// Passwords that people look up, each with those who may see it.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";
import { ifMatch } from "./client.ts";
import { type Page, paged } from "./pages.ts";

export type Secret = Schemas["Secret"];
export interface SecretForm {
  readonly name: string;
  readonly username: string;
  readonly value: string;
  readonly notes: string;
  readonly clientId: string | null;
}
export type SecretVersion = Schemas["SecretVersion"];

export const secretsQuery = (q: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ["vault", "list", q],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<Secret>>("GET", "/api/v1/secrets", { query: { limit: 100, cursor: pageParam, ...(q === "" ? {} : { q }) }, signal }),
  });
export const secretQuery = (id: string) =>
  queryOptions({ queryKey: ["vault", "one", id], queryFn: ({ signal }) => call<Secret>("GET", `/api/v1/secrets/${id}`, { signal }) });
export const secretHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ["vault", "history", id],
    queryFn: ({ signal }) => listOf<SecretVersion>(`/api/v1/secrets/${id}/history`, signal),
  });

const optional = (form: Partial<SecretForm>) => ({
  ...(form.username === undefined || form.username === "" ? {} : { username: form.username }),
  ...(form.clientId === undefined || form.clientId === null ? {} : { clientId: form.clientId }),
});
export const createSecret = ({ name, value, notes, ...rest }: SecretForm) =>
  call<Secret>("POST", "/api/v1/secrets", { body: { name, value, notes, ...optional(rest) } });
export const updateSecret = ({ secret, form }: { secret: Secret; form: Omit<SecretForm, "clientId"> }) =>
  call<Secret>("PATCH", `/api/v1/secrets/${secret.id}`, {
    body: {
      name: form.name,
      notes: form.notes,
      username: form.username === "" ? null : form.username,
      ...(form.value === "" ? {} : { value: form.value }),
    },
    headers: ifMatch(secret.version),
  });
export const deleteSecret = (secret: Secret) => call("DELETE", `/api/v1/secrets/${secret.id}`, { headers: ifMatch(secret.version) });
/** The secret itself; the server writes down who saw it. */
export const revealSecret = (id: string) => call<Schemas["RevealedSecret"]>("POST", `/api/v1/secrets/${id}/reveal`);
export const setSecretAccess = ({ secret, userIds }: { secret: Secret; userIds: readonly string[] }) =>
  call("PUT", `/api/v1/secrets/${secret.id}/access`, { body: { userIds }, headers: ifMatch(secret.version) });
