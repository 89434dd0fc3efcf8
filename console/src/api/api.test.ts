import { describe, expect, test } from "vitest";
import { errorOf } from "./errors.ts";
import { flatten } from "./pages.ts";

describe("a refusal", () => {
  test("keeps its code and parameters", () =>
    expect(errorOf(409, { code: "IN_USE", message: "x", details: { resources: 3 } })).toMatchObject({
      code: "IN_USE",
      status: 409,
      details: { resources: 3 },
    }));
  test("from something that is not the server is still an error", () => {
    expect(errorOf(502, "<html>").code).toBe("NETWORK");
    expect(errorOf(418, undefined).code).toBe("HTTP_418");
  });
});

test("an item that slid to the next page while loading appears once", () => {
  const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id })), nextCursor: null, total: 3 });
  expect(flatten({ pages: [page("a", "b"), page("b", "c")], pageParams: [undefined, "x"] }).map((item) => item.id)).toEqual([
    "a",
    "b",
    "c",
  ]);
});
