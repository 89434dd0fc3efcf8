import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterOf, isFiltered, nextSort, readResourceSearch, readResourcesSearch } from "./search.ts";

const id = "01a2004b-f00b-76a8-b1aa-56781eb3ca8b";

describe("the address of the list", () => {
  test("keeps what it knows", () =>
    expect(readResourcesSearch({ q: "fin", sort: "-cpu", presence: "offline,online", clientId: id, platform: "linux" })).toEqual({
      q: "fin",
      sort: "-cpu",
      presence: "online,offline",
      clientId: id,
      platform: "linux",
    }));
  test("drops what it does not know, piece by piece", () =>
    expect(
      readResourcesSearch({ q: " ", sort: "password", presence: "offline,dead", clientId: "1 or 1=1", platform: "beos", extra: 1 }),
    ).toEqual({ presence: "offline" }));
  test("takes a number typed as a query for text", () => expect(readResourcesSearch({ q: 42 })).toEqual({ q: "42" }));
  test("keeps how the list looks, without columns that cannot be", () =>
    expect(readResourcesSearch({ columns: `os,warranty,os,x y,field.${id}`, density: "compact", view: id, sort: "-warranty" })).toEqual({
      columns: `os,warranty,field.${id}`,
      density: "compact",
      view: id,
      sort: "-warranty",
    }));
  test("does not repeat the default sort", () => expect(readResourcesSearch({ sort: "name" })).toEqual({}));
  test("reads the same again, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("q", "sort", "presence", "clientId", "siteId", "platform", "x"), fc.anything()),
        (search) => {
          const once = readResourcesSearch(search);
          expect(readResourcesSearch({ ...once })).toEqual(once);
        },
      ),
    );
  });
});

test("a sort alone leaves nobody out", () => {
  expect(isFiltered({ sort: "-cpu" })).toBe(false);
  expect(isFiltered({ presence: "offline" })).toBe(true);
  expect(isFiltered({ columns: "os", density: "compact", view: id })).toBe(false);
  expect(filterOf({})).toEqual({ sort: "name" });
  expect(filterOf({ columns: "os", density: "compact", view: id })).toEqual({ sort: "name", columns: "os" });
});

test("a column sorts up, then down, then gives way to the default", () => {
  expect(nextSort(undefined, "cpu")).toBe("cpu");
  expect(nextSort("cpu", "cpu")).toBe("-cpu");
  expect(nextSort("-cpu", "cpu")).toBeUndefined();
  expect(nextSort(undefined, "name")).toBe("-name");
  expect(nextSort("-name", "name")).toBe("name");
});

test("the address of a machine knows its tabs and ranges", () => {
  expect(readResourceSearch({ tab: "performance", range: "7d" })).toEqual({ tab: "performance", range: "7d" });
  expect(readResourceSearch({ tab: "overview", range: "1h" })).toEqual({});
  expect(readResourceSearch({ tab: "../x", range: "constructor" })).toEqual({});
});
