import fs from "node:fs";
import { expect, test } from "vitest";
import { FIELDS } from "./fields.ts";
import { parseFilter } from "./parse.ts";

const page = fs.readFileSync(new URL("../../../../../docs/filters.md", import.meta.url), "utf8");
const examples = (kind: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\\n([^]*?)\`\`\`$`, "gm"))].flatMap(([, text = ""]) => text.trim().split("\n"));
const OWN = new Map([
  ["cost centre", "number" as const],
  ["handed over", "date" as const],
]);

test.each([...examples("filter"), ...examples("filter-own")])("docs/filters.md: %s is understood", (text) => {
  expect(parseFilter(text, OWN)).toBeDefined();
});

test("docs/filters.md names every field and no other", () => {
  const named = [...page.slice(page.indexOf("## All fields")).matchAll(/^\| `([a-z.]+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(FIELDS));
});
