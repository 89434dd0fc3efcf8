// The options of one plot: shared look, shared time axis, linked reading line.
import uPlot from "uplot";
import type { Format } from "../format.ts";
import { type ChartData, columnsOf, loneValues, type Values, writeValue } from "./data.ts";

export const PLOT_HEIGHT = 148;
export const SERIES_TOKENS = ["--v-series-1", "--v-series-2", "--v-series-3", "--v-series-4"] as const;

const DAY_S = 86_400;
const BINARY_STEPS = Array.from({ length: 51 }, (_, power) => 2 ** power);

export interface PlotOptions {
  readonly data: ChartData;
  readonly width: number;
  readonly format: Format;
  readonly timeZone: string | undefined;
  readonly syncKey: string;
  readonly token: (name: string) => string;
  readonly onCursor: (index: number | null) => void;
}

function timeLabels(format: Format) {
  return (_plot: uPlot, splits: number[], _axis: number, _space: number, step: number): string[] =>
    splits.map((split) => {
      const label = step >= DAY_S ? format.day(split * 1000) : format.clock(split * 1000);
      return label;
    });
}

/** uPlot's options for this data; colours are read from the theme's tokens. */
function optionsOf({ data, width, format, timeZone, syncKey, token, onCursor }: PlotOptions): uPlot.Options {
  const bytes = data.unit === "bytes" || data.unit === "bytesPerSecond";
  const axis = {
    stroke: token("--v-muted"),
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
    grid: { stroke: token("--v-grid"), width: 1 },
    ticks: { show: false },
  };
  const lines: uPlot.Series[] = data.lines.map((line, index) => ({
    label: line.label,
    stroke: token(SERIES_TOKENS[index % SERIES_TOKENS.length] ?? SERIES_TOKENS[0]),
    width: 1.5,
    spanGaps: false,
    points: { show: true, size: 4, filter: (plot, series) => loneValues(plot.data[series] as Values) },
  }));
  const series: uPlot.Series[] = [{}, ...lines];
  const bands: uPlot.Band[] = [];
  data.lines.forEach((line, index) => {
    if (line.low === undefined || line.high === undefined) return;
    const edge = { stroke: "transparent", width: 0, points: { show: false }, spanGaps: false };
    bands.push({
      series: [series.length, series.length + 1],
      fill: `${token(SERIES_TOKENS[index % SERIES_TOKENS.length] ?? SERIES_TOKENS[0])}26`,
    });
    series.push({ label: `${line.label} max`, ...edge }, { label: `${line.label} min`, ...edge });
  });
  const top = data.top;
  return {
    width,
    height: PLOT_HEIGHT,
    padding: [8, 24, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false, setScale: false }, points: { size: 6 }, sync: { key: syncKey, setSeries: false }, y: false },
    scales: {
      y: { range: (_plot, _low, high) => [0, top ?? Math.max(high ?? 0, data.unit === "load" ? 1 : bytes ? 1024 : 1) * 1.08] },
    },
    axes: [
      { ...axis, size: 26, space: 64, values: timeLabels(format) },
      {
        ...axis,
        size: 66,
        space: 34,
        values: (_plot, splits) =>
          splits.map((split) => (data.unit === "ratio" ? format.ratio(split) : writeValue(format, data.unit, split))),
        ...(bytes ? { incrs: BINARY_STEPS } : {}),
      },
    ],
    series,
    bands,
    tzDate: (seconds) => (timeZone === undefined ? new Date(seconds * 1000) : uPlot.tzDate(new Date(seconds * 1000), timeZone)),
    hooks: { setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)] },
  };
}

/** Draws into `host`; destroy the answer when it leaves the page. */
export function createPlot(host: HTMLElement, options: PlotOptions): uPlot {
  return new uPlot(optionsOf(options), alignedData(options.data), host);
}

/** Puts the reading line at a place and tells the linked charts; uPlot's types leave the third argument out. */
export function moveCursor(plot: uPlot, left: number): void {
  const set: (place: { left: number; top: number }, fire?: boolean, publish?: boolean) => void = plot.setCursor;
  set({ left, top: left < 0 ? -10 : PLOT_HEIGHT / 3 }, true, true);
}

export function alignedData(data: ChartData): uPlot.AlignedData {
  return columnsOf(data) as uPlot.AlignedData;
}

/** The plot as a PNG with its title and theme's background. */
export function toPng(plot: uPlot, title: string, token: (name: string) => string): Promise<Blob | null> {
  const source = plot.ctx.canvas;
  const scale = source.width / plot.width;
  const head = 30 * scale;
  const canvas = document.createElement("canvas");
  canvas.width = source.width;
  canvas.height = source.height + head;
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  context.fillStyle = token("--v-surface");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = token("--v-text");
  context.font = `600 ${13 * scale}px system-ui, sans-serif`;
  context.fillText(title, 10 * scale, 20 * scale);
  context.drawImage(source, 0, head);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
