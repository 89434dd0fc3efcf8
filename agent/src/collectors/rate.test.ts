import { expect, test } from "vitest";
import { growth, restarted, secondsBetween } from "./rate.ts";

test("a counter that rose has grown by the difference", () => {
  expect(growth(10, 25)).toBe(15);
  expect(growth(2 ** 40, 2 ** 40 + 7)).toBe(7);
});

test("a counter that wrapped at 32 bits has grown over the edge", () => {
  expect(growth(2 ** 32 - 10, 5)).toBe(15);
});

test("a counter that fell a little has not wrapped: no peak of four thousand millions", () => {
  expect(growth(1_000_000, 999_999)).toBeUndefined();
  expect(growth(2 ** 40, 5)).toBeUndefined();
});

test("counters of events that fell began anew", () => {
  expect(restarted([5, 5], [6, 4])).toBe(true);
  expect(restarted([5, 5], [5, 9])).toBe(false);
});

test("two readings at one moment, or one alone, carry no rate", () => {
  const at = (ms: number) => ({ at: ms, counters: new Map() });
  expect(secondsBetween(undefined, at(1000))).toBeUndefined();
  expect(secondsBetween(at(1000), at(1050))).toBeUndefined();
  expect(secondsBetween(at(1000), at(3500))).toBe(2.5);
});
