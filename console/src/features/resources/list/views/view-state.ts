// A list's address and the view that is kept of it. Pure.
import type { SavedView, ViewState } from "../../../../api/views.ts";
import { ALL, type ResourcesSearch, readResourcesSearch } from "../../search.ts";

/** What is kept of an address. */
export function stateOf({ view: _, columns, ...search }: ResourcesSearch): ViewState {
  return { ...search, ...(columns === undefined ? {} : { columns: columns.split(",") }) } as ViewState;
}

/** The address that opens a view. */
export function searchOf({ id, state }: Pick<SavedView, "id" | "state">): ResourcesSearch {
  const { columns, ...rest } = state;
  return readResourcesSearch({ ...rest, ...(columns === undefined ? {} : { columns: columns.join(",") }), view: id });
}

/** Whether the list is another than the view that it began as. */
export function isChanged(view: Pick<SavedView, "id" | "state">, search: ResourcesSearch): boolean {
  const written = (one: ResourcesSearch) => JSON.stringify(Object.entries({ ...one, view: "" }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return written(searchOf(view)) !== written(search);
}

/** The view that the address names; undefined for the list of everything and for a view that is gone. */
export const openView = (views: readonly SavedView[], { view }: ResourcesSearch): SavedView | undefined =>
  views.find(({ id }) => id === view);

/** The view that a bare address begins with; undefined when there is none, and for any other address. */
export const firstView = (views: readonly SavedView[], search: ResourcesSearch): SavedView | undefined =>
  Object.keys(search).length === 0 ? views.find(({ isDefault }) => isDefault) : undefined;

export const EVERYTHING: ResourcesSearch = { view: ALL };
