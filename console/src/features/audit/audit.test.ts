import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readDetails, written } from "./changes.ts";
import { AUDIT_AREAS, filterOf, readAuditSearch } from "./search.ts";
import { knownAction } from "./use-words.ts";
import { words } from "./words.en.ts";

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

/** The codes the server says it writes, from its API document. */
function serverCodes() {
  const document = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "../../api/openapi.json"), "utf8"));
  const { actor, action, subjectKind } = document.components.schemas.AuditEntry.properties;
  return {
    actions: action.enum as string[],
    subjects: (subjectKind.enum as (string | null)[]).filter((kind) => kind !== null),
    actors: actor.properties.kind.enum as string[],
  };
}

test("every action, kind of thing and kind of actor that the server can write has words", () => {
  const { actions, subjects, actors } = serverCodes();
  expect(actions.length).toBeGreaterThan(50);
  expect(actions.filter((code) => !knownAction(code))).toEqual([]);
  expect(Object.keys(words.subject)).toEqual(expect.arrayContaining(subjects));
  expect(Object.keys(words.actor)).toEqual(expect.arrayContaining(actors));
});

test("every area that can be chosen has entries the server writes", () => {
  const { actions } = serverCodes();
  for (const area of AUDIT_AREAS)
    expect(
      actions.some((code) => code.startsWith(`${area}.`)),
      area,
    ).toBe(true);
});
