import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTicker, type TickerParts } from "./ticker.ts";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** A ticker of 30 s whose beats are noted in seconds of its clock. `skip` lets the clock run on while the machine sleeps. */
function setUp(over: Partial<TickerParts> = {}) {
  let slept = 0;
  const clock = { now: () => Date.now() + slept, monotonic: () => Date.now() + slept };
  const beats: number[] = [];
  const stop = new AbortController();
  const ticker = createTicker({
    clock,
    intervalMs: 30_000,
    firstAfterMs: 1_000,
    phase: 1,
    work: async () => void beats.push(clock.monotonic() / 1000),
    ...over,
  });
  const skip = (ms: number) => {
    slept += ms;
  };
  const ended = ticker.run(stop.signal);
  return { ticker, beats, stop, ended, skip };
}

test("beats after the first delay and then once per interval, without drift", async () => {
  const { beats } = setUp();
  await vi.advanceTimersByTimeAsync(91_000);
  expect(beats).toEqual([1, 31, 61, 91]);
});

test("the phase moves the whole grid after the first beat", async () => {
  const { beats } = setUp({ phase: 0.5 });
  await vi.advanceTimersByTimeAsync(80_000);
  expect(beats).toEqual([1, 16, 46, 76]);
});

test("a machine that slept for minutes gets one beat, not a burst, and the grid stays", async () => {
  const { beats, skip } = setUp();
  await vi.advanceTimersByTimeAsync(40_000);
  skip(600_000);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(beats.slice(0, 2)).toEqual([1, 31]);
  expect(beats.slice(2)).toEqual([661]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(beats.slice(3)).toEqual([691]);
});

test("work that takes longer than the interval skips beats", async () => {
  const starts: number[] = [];
  setUp({
    work: async () => {
      starts.push(Date.now() / 1000);
      await new Promise((resolve) => setTimeout(resolve, 70_000));
    },
  });
  await vi.advanceTimersByTimeAsync(200_000);
  expect(starts).toEqual([1, 71, 141]);
});

test("a shorter interval counts from the last beat, and what is overdue comes at the next point of that grid", async () => {
  const { ticker, beats } = setUp({ intervalMs: 3_600_000 });
  await vi.advanceTimersByTimeAsync(41_000);
  ticker.setInterval(30_000);
  await vi.advanceTimersByTimeAsync(25_000);
  expect(beats).toEqual([1, 61]);
  ticker.setInterval(60_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(beats).toEqual([1, 61, 121]);
});

test("it ends when told to, and leaves no timer", async () => {
  const { ended, stop, beats } = setUp();
  await vi.advanceTimersByTimeAsync(2_000);
  stop.abort();
  await ended;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(beats).toEqual([1]);
  expect(vi.getTimerCount()).toBe(0);
});
