import { expect, it } from "vitest";
import { createBackoff } from "./backoff.ts";

it("doubles its range up to five minutes and begins anew after a reset", () => {
  const backoff = createBackoff(() => 0.5);
  const waits = Array.from({ length: 11 }, () => backoff.next());
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 150_000, 150_000]);
  backoff.reset();
  expect(backoff.next()).toBe(500);
});

it("may wait any part of its range", () => {
  expect(createBackoff(() => 0).next()).toBe(0);
  expect(createBackoff(() => 0.999).next()).toBeCloseTo(999);
});
