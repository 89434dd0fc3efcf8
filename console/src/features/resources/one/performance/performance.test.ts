import { describe, expect, test } from "vitest";
import type { Latest, MetricSeries, Metrics } from "../../../../api/types.ts";
import { appendLatest, valueIn } from "./append.ts";
import { chartsOf } from "./charts.ts";

const series = (kind: MetricSeries["kind"], object: string, metric: string, values: (number | null)[]): MetricSeries => ({
  kind,
  object,
  metric,
  unit: "ratio",
  avg: values,
  min: values,
  max: values,
  last: values,
});
const metrics = (...all: MetricSeries[]): Metrics => ({
  from: "",
  to: "",
  stepSeconds: 30,
  source: "raw",
  times: [0, 30, 60],
  series: all,
});
const latest = (seconds: number, busy: number): Latest => ({
  at: new Date(seconds * 1000).toISOString(),
  cpu: { busy, ioWait: null, load1: 0.5 },
  memory: { totalBytes: 100, usedBytes: 40, swapTotalBytes: 0, swapUsedBytes: 0 },
  volumes: [
    {
      mount: "/",
      filesystem: "ext4",
      totalBytes: 100,
      usedBytes: 10,
      freeBytes: 90,
      inodesTotal: 0,
      inodesUsed: 0,
      readOnly: false,
      removable: false,
    },
  ],
  disks: [],
  interfaces: [{ name: "eth0", receivedBytesPerSecond: 7, sentBytesPerSecond: 8, errorsPerSecond: 0, up: true }],
  uptimeSeconds: 1,
});
const words = {
  busy: "busy",
  ioWait: "wait",
  load1: "load",
  used: "used",
  swap: "swap",
  read: "read",
  written: "written",
  received: "received",
  sent: "sent",
};
const cpu = series("host", "", "cpu", [0.1, null, 0.3]);

describe("a live measurement", () => {
  test("starts the next bucket and keeps the gap before it", () => {
    const grown = appendLatest(metrics(cpu), latest(95, 0.9), 3600);
    expect(grown.times).toEqual([0, 30, 60, 90]);
    expect(grown.series[0]?.avg).toEqual([0.1, null, 0.3, 0.9]);
  });
  test("after silence leaves the missed buckets empty", () => {
    const grown = appendLatest(metrics(cpu), latest(150, 0.9), 3600);
    expect(grown.times).toEqual([0, 30, 60, 90, 120, 150]);
    expect(grown.series[0]?.avg).toEqual([0.1, null, 0.3, null, null, 0.9]);
  });
  test("within the last bucket replaces its value", () =>
    expect(appendLatest(metrics(cpu), latest(75, 0.9), 3600).series[0]?.avg).toEqual([0.1, null, 0.9]));
  test("older than the last bucket changes nothing", () => {
    const before = metrics(cpu);
    expect(appendLatest(before, latest(40, 0.9), 3600)).toBe(before);
  });
  test("pushes out what has left the range", () => {
    const grown = appendLatest(metrics(cpu), latest(120, 0.9), 60);
    expect(grown.times).toEqual([60, 90, 120]);
    expect(grown.series[0]?.avg).toEqual([0.3, null, 0.9]);
  });
  test("of a machine that lost a disk leaves that disk's line empty", () =>
    expect(valueIn(latest(0, 0), { kind: "disk", object: "sdb", metric: "read" })).toBeNull());
  test("is found by kind, thing and metric", () => {
    expect(valueIn(latest(0, 0.2), { kind: "host", object: "", metric: "memory_used" })).toBe(40);
    expect(valueIn(latest(0, 0.2), { kind: "volume", object: "/", metric: "inodes_used" })).toBeNull();
    expect(valueIn(latest(0, 0.2), { kind: "interface", object: "eth0", metric: "sent" })).toBe(8);
    expect(valueIn(latest(0, 0.2), { kind: "host", object: "", metric: "of a newer server" })).toBeNull();
  });
});

describe("the charts of a machine", () => {
  test("are one for each thing that was measured, and none for what was not", () => {
    const ids = chartsOf(
      metrics(cpu, series("volume", "/b", "used", [1, 2, 3]), series("volume", "/a", "used", [1, 2, 3])),
      null,
      words,
    ).map((chart) => chart.id);
    expect(ids).toEqual(["cpu:", "volume:/a", "volume:/b"]);
  });
  test("stay aligned with the time axis and keep gaps", () =>
    expect(chartsOf(metrics(cpu), null, words)[0]?.data).toMatchObject({
      times: [0, 30, 60],
      top: 1,
      lines: [{ label: "busy", values: [0.1, null, 0.3] }],
    }));
  test("leave out a second line that was never measured", () =>
    expect(chartsOf(metrics(cpu, series("host", "", "io_wait", [null, null, null])), null, words)[0]?.data.lines).toHaveLength(1));
  test("end a volume's scale at its size", () =>
    expect(chartsOf(metrics(series("volume", "/", "used", [1, 2, 3])), latest(0, 0), words)[0]?.data.top).toBe(100));
});
