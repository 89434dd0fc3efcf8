import fc from "fast-check";
import { expect, test } from "vitest";
import { behind, moved } from "./order.ts";

const thing = (id: string, position: number) => ({ id, position });

test("a move changes only the two that swap when the others are in order", () => {
  const [a, b, c] = [thing("a", 0), thing("b", 1), thing("c", 2)];
  expect(moved([a, b, c], 2, -1)).toEqual([
    { thing: c, position: 1 },
    { thing: b, position: 2 },
  ]);
  expect(moved([a, b, c], 0, -1)).toEqual([]);
  expect(moved([a, b, c], 2, 1)).toEqual([]);
});
test("whatever the positions were, afterwards the things stand as they were seen, one moved", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { minLength: 2, maxLength: 8 }),
      fc.nat(7),
      fc.constantFrom(-1 as const, 1 as const),
      (positions, at, by) => {
        const things = positions.toSorted((a, b) => a - b).map((position, index) => thing(String(index), position));
        const index = at % things.length;
        const changes = new Map(moved(things, index, by).map((change) => [change.thing.id, change.position]));
        const after = things
          .map((one) => thing(one.id, changes.get(one.id) ?? one.position))
          .toSorted((a, b) => a.position - b.position)
          .map(({ id }) => id);
        const target = index + by;
        const wanted = things.map(({ id }) => id);
        if (target >= 0 && target < things.length) wanted.splice(target, 0, ...wanted.splice(index, 1));
        expect(after).toEqual(wanted);
      },
    ),
  );
});
test("a new thing stands behind all others", () => {
  expect(behind([])).toBe(0);
  expect(behind([thing("a", 7), thing("b", 3)])).toBe(8);
});
