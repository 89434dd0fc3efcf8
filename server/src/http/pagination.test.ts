import { describe, expect, test } from "vitest";
import { Prisma } from "../generated/prisma/client.ts";
import { keyset, toPage } from "./pagination.ts";

const ID = "018f0000-0000-7000-8000-00000000000a";
const sorts = {
  name: { expression: Prisma.sql`lower(name)`, type: "text" },
  size: { expression: Prisma.sql`size`, type: "double precision" },
  at: { expression: Prisma.sql`at`, type: "timestamptz" },
} as const;
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
const invalid = (field: string) => expect.objectContaining({ code: "INVALID_INPUT", details: { fields: [{ field, problem: "invalid" }] } });

describe("a page", () => {
  test("asks for one row more than it shows, and starts the next one behind its last", () => {
    const page = keyset(sorts, { limit: 2, sort: "name" });
    expect(page.take).toBe(3);
    const rows = ["a", "b", "c"].map((value) => ({ id: ID, cursorValue: value }));
    const first = toPage(page, rows, 3, (row) => row.cursorValue);
    expect(first).toMatchObject({ items: ["a", "b"], total: 3 });
    const next = keyset(sorts, { limit: 2, sort: "name", cursor: first.nextCursor ?? "" });
    expect(next.after.values).toEqual(["b", ID]);
  });

  test("that shows the last row has no next one", () => {
    const page = keyset(sorts, { limit: 2, sort: "name" });
    expect(toPage(page, [{ id: ID, cursorValue: "a" }], 1, (row) => row.id).nextCursor).toBeNull();
    expect(toPage(page, [], 0, (row: { id: string; cursorValue: string }) => row.id)).toEqual({ items: [], nextCursor: null, total: 0 });
  });

  test("turns around with the minus sign", () => {
    expect(keyset(sorts, { sort: "-size" }).orderBy.sql).toMatch(/desc.*desc/);
    expect(keyset(sorts, { sort: "-size", cursor: cursor("-size", "1.5", ID) }).after.sql).toContain("<");
    expect(keyset(sorts, { sort: "size", cursor: cursor("size", "1.5", ID) }).after.sql).toContain(">");
  });
});

test.each([
  "",
  "%%%",
  cursor(),
  cursor("name"),
  cursor("name", 5, ID),
  cursor("name", "a", "not an id"),
  cursor("size", "1", ID),
  cursor("name", "\0", ID),
])("the cursor %j is refused", (text) => {
  expect(() => keyset(sorts, { sort: "name", cursor: text })).toThrow(invalid("cursor"));
});

test.each([
  ["size", "NaN"],
  ["size", ""],
  ["size", "1; drop table clients"],
  ["at", "now"],
  ["at", "2026-02-31T00:00:00.000Z"],
  ["at", "infinity"],
] as const)("a cursor of %s at %j is refused", (sort, value) => {
  expect(() => keyset(sorts, { sort, cursor: cursor(sort, value, ID) })).toThrow(invalid("cursor"));
});

test.each(["constructor", "__proto__", "--name", "", "NAME"])("the sort %j is refused", (sort) => {
  expect(() => keyset(sorts, { sort: sort as "name" })).toThrow(invalid("sort"));
});
