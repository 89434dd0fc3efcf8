import { CollectorState, type HostFacts, type Metrics, type Settings } from "@vigia/protocol";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFixtureHost } from "../host/fixture-host.ts";
import type { Log } from "../log.ts";
import type { Collector, MetricsPart } from "./collector.ts";
import { createMeasuring, type MeasuringOutput, type MeasuringParts } from "./schedule.ts";

const START = 1_700_000_000_000;
const stop = new AbortController();
beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined, child: () => log };
const collector = (name: string, collect: () => Promise<MetricsPart>, intervalMs = 0): Collector<MetricsPart> => ({
  name,
  intervalMs,
  collect,
});
const load = collector("cpu", async () => ({ cpu: { busy: 0.5 } }));
const uptime = collector("uptime", async () => ({ uptimeSeconds: 7 }));

function setUp(collectors: readonly Collector<MetricsPart>[], over: Partial<MeasuringParts> = {}) {
  const reports: { seconds: number; report: Metrics }[] = [];
  const states: { key: string; body: Parameters<MeasuringOutput["state"]>[1] }[] = [];
  const measuring = createMeasuring({
    host: createFixtureHost({ files: { "/proc/stat": "btime 1600000000\n" }, os: { hostname: "one" } }),
    clock: { now: () => Date.now(), monotonic: () => Date.now() },
    log,
    random: () => 0.999_999,
    emit: {
      metrics: (report, atMs) => void reports.push({ seconds: (atMs - START) / 1000, report }),
      state: (key, body) => void states.push({ key, body }),
    },
    settings: {},
    agentVersion: "1.2.3",
    collectors,
    ...over,
  });
  const seconds = () => reports.map((each) => Math.round(each.seconds));
  return { measuring, reports, states, seconds };
}

describe("reports", () => {
  test("the first comes a second after start with all parts and one time; then one each half minute", async () => {
    const { measuring, reports, seconds } = setUp([load, uptime]);
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(62_000);
    expect(seconds()).toEqual([1, 31, 61]);
    expect(reports[0]?.report).toEqual({ cpu: { busy: 0.5 }, uptimeSeconds: 7 });
    await measuring.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("agents that started together part within the first interval", async () => {
    const { measuring, seconds } = setUp([load], { random: () => 0 });
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(50_000);
    expect(seconds()).toEqual([1, 16, 46]);
    await measuring.stop();
  });

  test("a collector that fails leaves its part out, the others go on", async () => {
    const { measuring, reports, states } = setUp([collector("cpu", () => Promise.reject(new Error("broken"))), uptime]);
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(reports.map(({ report }) => report)).toEqual([{ uptimeSeconds: 7 }, { uptimeSeconds: 7 }]);
    const told = Object.fromEntries(
      states.flatMap(({ key, body }) => ("collectorStatus" in body ? [[key, body.collectorStatus.state]] : [])),
    );
    expect(told).toEqual({
      "collector:host-facts": CollectorState.COLLECTOR_STATE_OK,
      "collector:uptime": CollectorState.COLLECTOR_STATE_OK,
      "collector:cpu": CollectorState.COLLECTOR_STATE_FAILED,
    });
    expect(states.filter(({ key }) => key !== "host")).toHaveLength(3);
    await measuring.stop();
  });

  test("a collector that hangs delays the first report by its time alone, and later ones not at all", async () => {
    const { measuring, reports, seconds } = setUp([collector("disk", () => new Promise(() => undefined)), uptime]);
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(72_000);
    expect(seconds()).toEqual([11, 41, 71]);
    expect(reports[0]?.report).toEqual({ uptimeSeconds: 7 });
    await measuring.stop();
  });

  test("nothing measured sends no empty report", async () => {
    const { measuring, reports } = setUp([collector("cpu", async () => ({}))]);
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(reports).toEqual([]);
    await measuring.stop();
  });

  test("a collector with an interval of its own is asked that often", async () => {
    let asked = 0;
    const rare = collector("rare", async () => ({ uptimeSeconds: ++asked }), 60_000);
    const { measuring, reports } = setUp([load, rare]);
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(125_000);
    expect(reports).toHaveLength(5);
    expect(asked).toBe(3);
    await measuring.stop();
  });

  test("a report that cannot be handed over does not end the measuring", async () => {
    let calls = 0;
    const metrics = () => {
      calls++;
      throw new Error("no room");
    };
    const { measuring } = setUp([load], { emit: { metrics, state: () => undefined } });
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(calls).toBe(2);
    await measuring.stop();
  });
});

describe("how often", () => {
  test.each<[string, Settings, number | undefined, number]>([
    ["the server's wish", { metricsIntervalSeconds: 60 }, undefined, 60],
    ["zero means the default", { metricsIntervalSeconds: 0 }, undefined, 30],
    ["never below five seconds", { metricsIntervalSeconds: 1 }, undefined, 5],
    ["never above an hour", { metricsIntervalSeconds: 90_000 }, undefined, 3_600],
    ["the machine's own wish is stronger", { metricsIntervalSeconds: 60 }, 10, 10],
  ])("%s", async (_case, settings, metricsIntervalSeconds, expected) => {
    const { measuring, seconds } = setUp([load], { settings, metricsIntervalSeconds });
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync((expected + 1.5) * 1000);
    expect(seconds()).toEqual([1, 1 + expected]);
    await measuring.stop();
  });

  test("a new wish counts from the last report, so none is lost", async () => {
    const { measuring, seconds } = setUp([load], { settings: { metricsIntervalSeconds: 3_600 } });
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(20_000);
    measuring.apply({ metricsIntervalSeconds: 5 });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(seconds()).toEqual([1, 21, 26]);
    await measuring.stop();
  });
});

describe("what the machine is", () => {
  const facts = (states: readonly { body: Parameters<MeasuringOutput["state"]>[1] }[]): HostFacts[] =>
    states.flatMap(({ body }) => ("hostFacts" in body ? [body.hostFacts] : []));

  test("is told at start, and again only when it changed", async () => {
    const files: Record<string, string> = { "/proc/stat": "btime 1600000000\n", "/etc/os-release": 'PRETTY_NAME="One"\n' };
    const { measuring, states } = setUp([], { host: createFixtureHost({ files }), settings: { factsIntervalSeconds: 60 } });
    await measuring.start(stop.signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(facts(states).map((each) => [each.osName, each.agentVersion])).toEqual([["One", "1.2.3"]]);
    files["/proc/stat"] = "btime 1600000004\n";
    await vi.advanceTimersByTimeAsync(180_000);
    expect(facts(states)).toHaveLength(1);
    files["/etc/os-release"] = 'PRETTY_NAME="Two"\n';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(facts(states).map(({ osName }) => osName)).toEqual(["One", "Two"]);
    await measuring.stop();
  });
});

test("stop ends it, and when it is started again the first report comes a second later", async () => {
  const { measuring, seconds } = setUp([uptime]);
  await measuring.start(stop.signal);
  await vi.advanceTimersByTimeAsync(2_000);
  await measuring.stop();
  await vi.advanceTimersByTimeAsync(100_000);
  await measuring.start(stop.signal);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seconds()).toEqual([1, 103]);
  await measuring.stop();
});

test("stop does not wait for a collector that never answers", async () => {
  const { measuring } = setUp([collector("disk", () => new Promise(() => undefined))]);
  await measuring.start(stop.signal);
  await measuring.stop();
  expect(vi.getTimerCount()).toBe(0);
});
