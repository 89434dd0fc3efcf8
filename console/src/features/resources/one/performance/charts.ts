// Which charts a machine has, from what was measured. Pure: words come in, chart data goes out.
import type { Latest, MetricSeries, Metrics } from "../../../../api/types.ts";
import type { ChartData, Line } from "../../../../ui/chart/data.ts";

export type ChartGroup = "host" | "volumes" | "disks" | "network";

export interface ChartSpec {
  readonly id: string;
  readonly group: ChartGroup;
  readonly name: "cpu" | "load" | "memory" | "volume" | "disk" | "interface";
  /** The machine's own name of the thing; empty for the host. */
  readonly object: string;
  readonly data: ChartData;
}

/** Names of the lines, in the person's language. */
export interface LineWords {
  readonly busy: string;
  readonly ioWait: string;
  readonly load1: string;
  readonly used: string;
  readonly swap: string;
  readonly read: string;
  readonly written: string;
  readonly received: string;
  readonly sent: string;
}

type Series = MetricSeries;

/** Every chart that has at least one series, in the order they are shown. */
export function chartsOf(metrics: Metrics, latest: Latest | null, words: LineWords): ChartSpec[] {
  const find = (kind: Series["kind"], object: string, metric: string) =>
    metrics.series.find((series) => series.kind === kind && series.object === object && series.metric === metric);
  const objects = (kind: Series["kind"]) =>
    [...new Set(metrics.series.filter((series) => series.kind === kind).map((series) => series.object))].sort((left, right) =>
      left.localeCompare(right),
    );
  const chart = (
    group: ChartGroup,
    name: ChartSpec["name"],
    object: string,
    unit: ChartData["unit"],
    lines: readonly (readonly [string, Series | undefined])[],
    top?: number,
  ): ChartSpec[] => {
    const drawn = lines.flatMap(([label, series]) =>
      series === undefined || (lines.length > 1 && label !== lines[0]?.[0] && series.avg.every((value) => value === null))
        ? []
        : [lineOf(label, series, lines.length === 1)],
    );
    if (drawn.length === 0) return [];
    return [
      {
        id: `${name}:${object}`,
        group,
        name,
        object,
        data: { times: metrics.times, unit, lines: drawn, ...(top === undefined ? {} : { top }) },
      },
    ];
  };
  const memoryTop = latest?.memory?.totalBytes;
  const volumeTop = (mount: string) => latest?.volumes.find((volume) => volume.mount === mount)?.totalBytes;
  return [
    ...chart(
      "host",
      "cpu",
      "",
      "ratio",
      [
        [words.busy, find("host", "", "cpu")],
        [words.ioWait, find("host", "", "io_wait")],
      ],
      1,
    ),
    ...chart(
      "host",
      "memory",
      "",
      "bytes",
      [
        [words.used, find("host", "", "memory_used")],
        [words.swap, find("host", "", "swap_used")],
      ],
      memoryTop,
    ),
    ...chart("host", "load", "", "load", [[words.load1, find("host", "", "load1")]]),
    ...objects("volume").flatMap((object) =>
      chart("volumes", "volume", object, "bytes", [[words.used, find("volume", object, "used")]], volumeTop(object)),
    ),
    ...objects("disk").flatMap((object) =>
      chart("disks", "disk", object, "bytesPerSecond", [
        [words.read, find("disk", object, "read")],
        [words.written, find("disk", object, "written")],
      ]),
    ),
    ...objects("interface").flatMap((object) =>
      chart("network", "interface", object, "bytesPerSecond", [
        [words.received, find("interface", object, "received")],
        [words.sent, find("interface", object, "sent")],
      ]),
    ),
  ];
}

/** One series as a line; alone in its chart it also shows the span between its lowest and highest sample. */
function lineOf(label: string, series: Series, alone: boolean): Line {
  return alone ? { label, values: series.avg, low: series.min, high: series.max } : { label, values: series.avg };
}
