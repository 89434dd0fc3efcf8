import { describe, expect, test } from "vitest";
import { createFixtureHost } from "../../host/fixture-host.ts";
import { cpuBetween, createCpu } from "./index.ts";
import { parseLoadavg, parseStat } from "./linux.ts";

const root = new URL("fixtures/linux/", import.meta.url);
const never = new AbortController().signal;

describe("/proc/stat", () => {
  test("a capture gives the ticks of all processors", async () => {
    const text = await createFixtureHost({ root }).readFile("/proc/stat");
    const columns = (text.split("\n")[0] ?? "").split(/ +/).slice(1).map(Number);
    const { busy, idle, ioWait } = parseStat(text);
    expect(busy + idle + (ioWait ?? 0)).toBe(columns.reduce((sum, value) => sum + value, 0));
    expect(idle).toBe(columns[3]);
  });

  test("guest time is not counted twice and stolen time is busy", () => {
    expect(parseStat("cpu  100 10 20 500 30 1 2 7 90 9\ncpu0 1 1 1 1\n")).toEqual({ busy: 140, idle: 500, ioWait: 30 });
  });

  test("a kernel with four columns is understood", () => {
    expect(parseStat("cpu 5 1 4 90\n")).toEqual({ busy: 10, idle: 90, ioWait: 0 });
  });

  test("a file without the line is an error, not a zero", () => {
    expect(() => parseStat("intr 1 2 3\n")).toThrow("no line for all processors");
    expect(() => parseStat("cpu  a b c d\n")).toThrow("numbers");
  });
});

test("the load is that of one minute", () => {
  expect(parseLoadavg("0.12 0.11 0.08 2/89 5413\n")).toBe(0.12);
  expect(() => parseLoadavg("")).toThrow();
});

describe("shares between two readings", () => {
  test("busy and waiting are shares of the time that passed", () => {
    const part = cpuBetween({ busy: 100, idle: 1000, ioWait: 50 }, { busy: 130, idle: 1060, ioWait: 60, load1: 1.5 });
    expect(part).toEqual({ busy: 0.3, ioWait: 0.1, load1: 1.5 });
  });

  test("idle or waiting time that falls a little counts as no time", () => {
    expect(cpuBetween({ busy: 100, idle: 1000, ioWait: 50 }, { busy: 110, idle: 1090, ioWait: 48 })).toEqual({ busy: 0.1, ioWait: 0 });
    expect(cpuBetween({ busy: 100, idle: 1000, ioWait: 50 }, { busy: 110, idle: 900, ioWait: 50 })?.busy).toBe(1);
  });

  test("counters that began anew give no share", () => {
    expect(cpuBetween({ busy: 5000, idle: 1000 }, { busy: 10, idle: 2000 })).toBeUndefined();
  });

  test("no time between gives no share", () => {
    expect(cpuBetween({ busy: 5, idle: 5 }, { busy: 5, idle: 5 })).toBeUndefined();
  });
});

describe("the collector", () => {
  test("the first reading says nothing, the second the share since then", async () => {
    const files: Record<string, string> = { "/proc/stat": "cpu 100 0 0 900 0\n", "/proc/loadavg": "0.50 0 0 1/1 1\n" };
    const host = createFixtureHost({ files });
    const cpu = createCpu();
    expect(await cpu.collect(host, never)).toEqual({});
    files["/proc/stat"] = "cpu 150 0 0 950 0\n";
    expect(await cpu.collect(host, never)).toEqual({ cpu: { busy: 0.5, ioWait: 0, load1: 0.5 } });
  });

  test.each([
    ["win32", { busy: 0.25 }],
    ["darwin", { busy: 0.25, load1: 2 }],
  ] as const)("%s counts by what the runtime tells", async (platform, expected) => {
    const times = (user: number, idle: number) => ({ model: "m", times: { user, nice: 0, sys: 0, idle, irq: 0 } });
    const cpu = createCpu();
    const host = (...cpus: ReturnType<typeof times>[]) => createFixtureHost({ platform, os: { cpus, loadAverage: [2, 1, 1] } });
    await cpu.collect(host(times(100, 100), times(100, 100)), never);
    expect(await cpu.collect(host(times(150, 150), times(100, 200)), never)).toEqual({ cpu: expected });
  });
});
