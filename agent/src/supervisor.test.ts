import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { quiet } from "./link/testing/agent-parts.ts";
import { supervise } from "./supervisor.ts";

const care = { log: quiet, random: () => 0.5, stopMs: 1_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A service that fails its first starts and crashes on demand. */
function fragile(failures: number) {
  const seen = { starts: 0, stops: 0, crash: (_error: unknown) => {} };
  const service = {
    name: "fragile",
    start: async () => {
      seen.starts++;
      if (seen.starts <= failures) throw new Error("not yet");
    },
    stop: async () => {
      seen.stops++;
    },
    onCrash: (listener: (error: unknown) => void) => {
      seen.crash = listener;
    },
  };
  return { service, seen };
}

it("tries to start until the service runs", async () => {
  const { service, seen } = fragile(3);
  const started = supervise(service, care).start(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(10_000);
  await started;
  expect(seen.starts).toBe(4);
});

it("starts a crashed service again, after stopping what is left of it", async () => {
  const { service, seen } = fragile(0);
  const watched = supervise(service, care);
  await watched.start(new AbortController().signal);
  seen.crash(new Error("boom"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toMatchObject({ starts: 2, stops: 1 });
  await watched.stop();
  seen.crash(new Error("late"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toMatchObject({ starts: 2, stops: 2 });
});

it("gives up starting when the agent stops", async () => {
  const { service } = fragile(Number.POSITIVE_INFINITY);
  const stop = new AbortController();
  const started = supervise(service, care).start(stop.signal);
  await vi.advanceTimersByTimeAsync(5_000);
  stop.abort();
  await started;
});

it("leaves a service behind that does not stop in time", async () => {
  const watched = supervise({ name: "stuck", start: async () => undefined, stop: () => new Promise(() => undefined) }, care);
  await watched.start(new AbortController().signal);
  const stopped = watched.stop();
  await vi.advanceTimersByTimeAsync(1_001);
  await stopped;
});
