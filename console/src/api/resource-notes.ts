// What people wrote about a resource, each note with its author.
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { ifMatch } from "./client.ts";
import { type Page, paged } from "./pages.ts";
import { resourceKeys } from "./resources.ts";

export type ResourceNote = Schemas["ResourceNote"];

export const notesKey = (resourceId: string) => [...resourceKeys.one(resourceId), "notes"] as const;
const at = (resourceId: string, note?: ResourceNote) => `/api/v1/resources/${resourceId}/notes${note === undefined ? "" : `/${note.id}`}`;

export const notesQuery = (resourceId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: notesKey(resourceId),
    queryFn: ({ pageParam, signal }) =>
      call<Page<ResourceNote>>("GET", at(resourceId), { query: { limit: 20, cursor: pageParam }, signal }),
  });

export const createNote = (resourceId: string, text: string): Promise<ResourceNote> => call("POST", at(resourceId), { body: { text } });
export const updateNote = (resourceId: string, note: ResourceNote, text: string): Promise<ResourceNote> =>
  call("PATCH", at(resourceId, note), { body: { text }, headers: ifMatch(note.version) });
export const deleteNote = (resourceId: string, note: ResourceNote): Promise<unknown> =>
  call("DELETE", at(resourceId, note), { headers: ifMatch(note.version) });
