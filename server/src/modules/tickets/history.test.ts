import fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "./history.ts";

const words = fc.dictionary(fc.constantFrom("title", "stage", "status", "responsible"), fc.option(fc.constantFrom("a", "b", "c")));

test("the differences of a change, applied to what was, give what is", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const found = differences(before, after);
      const applied = { ...before, ...Object.fromEntries(found.map(({ field, after: value }) => [field, value])) };
      for (const field of Object.keys(after)) expect(applied[field] ?? null).toBe(after[field] ?? null);
      for (const one of found) {
        expect(one.before).toBe(before[one.field] ?? null);
        expect(one.before).not.toBe(one.after);
      }
    }),
  );
});

test("nothing differs from itself", () => {
  fc.assert(
    fc.property(words, (same) => {
      expect(differences(same, same)).toEqual([]);
    }),
  );
});
