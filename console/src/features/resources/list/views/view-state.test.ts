import { describe, expect, test } from "vitest";
import type { SavedView } from "../../../../api/views.ts";
import { firstView, isChanged, openView, searchOf, stateOf } from "./view-state.ts";

const id = "01a2004b-f00b-76a8-b1aa-56781eb3ca8b";
const view = (state: SavedView["state"], isDefault = false): SavedView => ({
  id,
  name: "Old systems",
  shared: false,
  mine: true,
  isDefault,
  state,
  version: 1,
});

describe("a view and an address", () => {
  const state = { filter: "os.supported:no", sort: "-lastSeenAt", columns: ["os", "warranty"], density: "compact" } as const;

  test("say the same", () => {
    const search = searchOf(view({ ...state, columns: [...state.columns] }));
    expect(search).toEqual({ filter: "os.supported:no", sort: "-lastSeenAt", columns: "os,warranty", density: "compact", view: id });
    expect(stateOf(search)).toEqual(state);
  });

  test("differ as soon as anything is another, and no more when it is back", () => {
    const kept = view({ filter: "os.supported:no", columns: ["os"] });
    const search = searchOf(kept);
    expect(isChanged(kept, search)).toBe(false);
    expect(isChanged(kept, { ...search, columns: "os,cpu" })).toBe(true);
    expect(isChanged(kept, { ...search, q: "x" })).toBe(true);
    expect(isChanged(kept, { columns: "os", view: id, filter: "os.supported:no" })).toBe(false);
  });
});

test("a bare address begins with the default view, one that says anything does not", () => {
  const views = [view({}, true)];
  expect(firstView(views, {})).toBe(views[0]);
  expect(firstView(views, { view: "all" })).toBeUndefined();
  expect(firstView([view({})], {})).toBeUndefined();
  expect(openView(views, { view: id })).toBe(views[0]);
  expect(openView(views, {})).toBeUndefined();
});
