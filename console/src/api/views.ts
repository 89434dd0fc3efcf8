// Saved views of the list of resources: a person's own and those that are everybody's.
import { queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";
import { ifMatch, once } from "./client.ts";

export type SavedView = Schemas["SavedView"];
export type ViewState = Schemas["ViewState"];

export const viewsQuery = queryOptions({
  queryKey: ["views"],
  staleTime: 60_000,
  queryFn: ({ signal }) => listOf<SavedView>("/api/v1/views", signal),
});

/** Keeps a view. @param key makes it happen once however often it is sent */
export const createView = (name: string, state: ViewState, key: string): Promise<SavedView> =>
  call("POST", "/api/v1/views", { body: { name, state }, headers: once(key) });

export interface ViewChange {
  readonly name?: string;
  readonly shared?: boolean;
  readonly state?: ViewState;
}

export const changeView = ({ id, version }: SavedView, change: ViewChange): Promise<SavedView> =>
  call("PATCH", `/api/v1/views/${id}`, { body: change, headers: ifMatch(version) });

export const deleteView = ({ id, version }: SavedView): Promise<unknown> =>
  call("DELETE", `/api/v1/views/${id}`, { headers: ifMatch(version) });

/** Which view one's list begins with; null for none. */
export const chooseView = (viewId: string | null): Promise<unknown> => call("PUT", "/api/v1/views/default", { body: { viewId } });
