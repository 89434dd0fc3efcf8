import { describe, expect, test } from "vitest";
import { AddressCount, KeyedBuckets, TokenBucket, TokenRate } from "./limits.ts";
import { Sessions } from "./sessions.ts";

const clockAt = (now: number) => ({
  now: () => now,
  advance(milliseconds: number) {
    now += milliseconds;
  },
});

describe("a token bucket", () => {
  test("gives its burst, then as much as comes back", () => {
    const clock = clockAt(0);
    const bucket = new TokenBucket(new TokenRate(clock, 50, 500));
    expect(Array.from({ length: 600 }, () => bucket.take()).filter(Boolean)).toHaveLength(500);
    clock.advance(1_000);
    expect(Array.from({ length: 600 }, () => bucket.take()).filter(Boolean)).toHaveLength(50);
  });

  test("does not give more because the clock was set back", () => {
    const clock = clockAt(10_000);
    const bucket = new TokenBucket(new TokenRate(clock, 1, 1));
    bucket.take();
    clock.advance(-5_000);
    expect(bucket.take()).toBe(false);
  });
});

test("buckets by key do not touch each other, and there are never more than the limit", () => {
  const clock = clockAt(0);
  const buckets = new KeyedBuckets(new TokenRate(clock, 1, 2), 100);
  expect([buckets.take("a"), buckets.take("a"), buckets.take("a"), buckets.take("b")]).toEqual([true, true, false, true]);
  for (let index = 0; index < 1_000; index++) buckets.take(`key ${index}`);
  expect(buckets.take("new")).toBe(true);
});

test("an address that left has its place back", () => {
  const count = new AddressCount(2, 100);
  count.enter("a");
  count.enter("a");
  expect(count.hasRoom("a")).toBe(false);
  count.leave("a");
  expect(count.total).toBe(1);
  expect(count.hasRoom("a")).toBe(true);
  count.enter("a");
  expect(count.hasRoom("a")).toBe(false);
});

test("a whole IPv6 network counts as one address, and all addresses together have a limit", () => {
  const count = new AddressCount(2, 3);
  count.enter("2001:db8:1:2::1");
  count.enter("2001:db8:1:2:ffff::9");
  expect(count.hasRoom("2001:db8:1:2::3")).toBe(false);
  count.enter("192.0.2.1");
  expect(count.hasRoom("192.0.2.2")).toBe(false);
  count.leave("192.0.2.1");
  expect(count.hasRoom("192.0.2.2")).toBe(true);
});

describe("boots of one agent", () => {
  const boot = (value: number) => new Uint8Array(16).fill(value);

  test("a machine that reboots in a loop is no clone", () => {
    const clock = clockAt(0);
    const sessions = new Sessions(clock);
    const told = Array.from({ length: 30 }, (_, index) => {
      clock.advance(10_000);
      return sessions.looksCloned("a", boot(index + 1));
    });
    expect(told).not.toContain(true);
  });

  test("two boots taking turns quickly are, told once", () => {
    const clock = clockAt(0);
    const sessions = new Sessions(clock);
    const told = Array.from({ length: 30 }, (_, index) => {
      clock.advance(10_000);
      return sessions.looksCloned("a", boot(index % 2));
    });
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(told.indexOf(true)).toBe(6);
  });

  test("a machine with two systems, started in turn over days, is none", () => {
    const clock = clockAt(0);
    const sessions = new Sessions(clock);
    const told = Array.from({ length: 30 }, (_, index) => {
      clock.advance(8 * 3_600_000);
      return sessions.looksCloned("a", boot(index % 2));
    });
    expect(told).not.toContain(true);
  });
});
