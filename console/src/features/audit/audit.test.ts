import { expect, test } from "vitest";
import { readDetails, written } from "./changes.ts";
import { filterOf, readAuditSearch } from "./search.ts";

test("a change shows each field before and after, and what did not change is left out", () => {
  expect(readDetails({ changes: { name: { before: "A", after: "B" } }, reason: "typo" })).toEqual({
    changes: [{ name: "name", before: "A", after: "B" }],
    others: [{ name: "reason", value: "typo" }],
  });
  expect(readDetails({ before: { rule: "none", same: 1 }, after: { rule: "any", same: 1 } }).changes).toEqual([
    { name: "rule", before: "none", after: "any" },
  ]);
});

test("lists, objects and nothing are written so that they can be read", () => {
  expect(written(["a", "b"])).toBe("a, b");
  expect(written({ a: 1 })).toBe('{"a":1}');
  expect(written(null)).toBe("");
});

test("an address with nonsense in it filters by what makes sense", () => {
  expect(readAuditSearch({ q: "ana", area: "nonsense", actorId: "x", from: "2026-02-31x", to: "2026-02-03" })).toEqual({
    q: "ana",
    to: "2026-02-03",
  });
});

test("a day reaches from its first instant to its last", () => {
  const { from, to } = filterOf({ from: "2026-02-03", to: "2026-02-03" });
  expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000 - 1);
});
