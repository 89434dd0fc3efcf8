import fc from "fast-check";
import { expect, test } from "vitest";
import { COVERAGES, MODALITIES } from "../clients/index.ts";
import { type Candidate, chooseCover } from "./choose.ts";

const candidate = fc.record({
  number: fc.integer({ min: 1, max: 6 }),
  by: fc.constantFrom(...COVERAGES),
  startsOn: fc.constantFrom("2025-01-01", "2025-06-30", "2026-01-01"),
  modality: fc.constantFrom(...MODALITIES),
});
const candidates = fc
  .uniqueArray(candidate, { selector: ({ number }) => number, maxLength: 6 })
  .map((rows): Candidate[] => rows.map((row) => ({ ...row, id: `id ${row.number}`, name: `Contract ${row.number}`, type: "Type" })));

test("nothing covers what no contract holds for", () => expect(chooseCover([])).toBeUndefined());

test("one that lists it stands before one for its group, and that before one for all of the client, whenever they began", () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const chosen = chooseCover(all);
      const nearest = COVERAGES.find((by) => all.some((one) => one.by === by));
      expect(chosen?.by).toBe(nearest);
    }),
  );
});

test("among the nearest the newest start counts, then the lowest number; whoever else fits as well is said", () => {
  fc.assert(
    fc.property(candidates, (all) => {
      const chosen = chooseCover(all);
      const near = all.filter(({ by }) => by === chosen?.by);
      const newest = near.map(({ startsOn }) => startsOn).toSorted((one, other) => other.localeCompare(one))[0];
      const equal = near.filter(({ startsOn }) => startsOn === newest).map(({ number }) => number);
      expect([chosen?.number, ...(chosen?.ties.map(({ number }) => number) ?? [])].filter((one) => one !== undefined)).toEqual(
        equal.toSorted((one, other) => one - other),
      );
    }),
  );
});

test("the order they come in decides nothing", () => {
  fc.assert(
    fc.property(
      candidates.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(chooseCover(shuffled)).toEqual(chooseCover(all));
      },
    ),
  );
});
