import { CollectorState, type CollectorStatus } from "@vigia/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFixtureHost } from "../host/fixture-host.ts";
import type { Log } from "../log.ts";
import { type Collector, Incomplete, type MetricsPart, Unsupported } from "./collector.ts";
import { ANSWER_MS, createTask, type Task, withinTime } from "./task.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new AbortController().signal;
const run = (task: Task<MetricsPart>, signal = never) => withinTime(signal, (limit) => task.run(limit));

function setUp(collect: Collector<MetricsPart>["collect"]) {
  const told: CollectorStatus[] = [];
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const log: Log = { debug: note, info: note, warn: note, error: note, child: () => log };
  const task = createTask({
    collector: { name: "thing", intervalMs: 0, collect },
    host: createFixtureHost({}),
    log,
    changed: (status) => void told.push(status),
  });
  return { task, told, logged };
}

test("the first answer tells that it measures, the next ones nothing", async () => {
  const { task, told } = setUp(async () => ({ uptimeSeconds: 1 }));
  expect(await run(task)).toEqual({ uptimeSeconds: 1 });
  await run(task);
  expect(told).toEqual([{ collector: "thing", state: CollectorState.COLLECTOR_STATE_OK, reason: "" }]);
});

test("failures are told and logged once per change, with the reason", async () => {
  let calls = 0;
  const { task, told, logged } = setUp(async () => {
    if (++calls <= 3) throw new Error("no such file");
    return {};
  });
  for (let count = 0; count < 3; count++) expect(await run(task)).toBeUndefined();
  for (let count = 0; count < 3; count++) await run(task);
  expect(told.map(({ state, reason }) => [state, reason])).toEqual([
    [CollectorState.COLLECTOR_STATE_FAILED, "no such file"],
    [CollectorState.COLLECTOR_STATE_OK, ""],
  ]);
  expect(logged).toHaveLength(2);
});

test("what does not exist here is unsupported, not failed", async () => {
  const { task, told } = setUp(() => Promise.reject(new Unsupported("Not on this system.")));
  await run(task);
  expect(told).toEqual([{ collector: "thing", state: CollectorState.COLLECTOR_STATE_UNSUPPORTED, reason: "Not on this system." }]);
});

test("an incomplete answer is told as failed and its part is passed on", async () => {
  const { task, told } = setUp(() => Promise.reject(new Incomplete("/srv does not answer", { volumes: [] })));
  expect(await run(task)).toEqual({ volumes: [] });
  expect(told[0]).toMatchObject({ state: CollectorState.COLLECTOR_STATE_FAILED, reason: "/srv does not answer" });
});

test("a collector that hangs is given up after its time, is told to stop, and is not asked again until it answers", async () => {
  let calls = 0;
  let signal = never;
  let release: () => void = () => undefined;
  const { task, told } = setUp((_host, given) => {
    calls++;
    signal = given;
    return calls > 1 ? Promise.resolve({}) : new Promise((resolve) => (release = () => resolve({})));
  });
  const first = run(task);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(await first).toBeUndefined();
  expect(signal.aborted).toBe(true);
  expect(told[0]?.reason).toContain("10 seconds");
  expect(await run(task)).toBeUndefined();
  expect(calls).toBe(1);
  release();
  await vi.advanceTimersByTimeAsync(0);
  expect(await run(task)).toEqual({});
  expect(told.map(({ state }) => state)).toEqual([CollectorState.COLLECTOR_STATE_FAILED, CollectorState.COLLECTOR_STATE_OK]);
});

test("a stopping agent waits for no answer and blames no collector", async () => {
  const { task, told } = setUp(() => new Promise(() => undefined));
  const stop = new AbortController();
  const running = run(task, stop.signal);
  stop.abort();
  expect(await running).toBeUndefined();
  expect(told).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
