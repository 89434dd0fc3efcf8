// What a figure is: something of the server's own parts that is read when somebody asks, and how it becomes a Prometheus series.
import { Counter, Gauge, type Registry } from "prom-client";

/** One series; labels take their values from a closed set, never from input. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Figure {
  /** With its unit, by Prometheus' conventions; a counter ends in _total. */
  readonly name: string;
  readonly help: string;
  readonly kind: "gauge" | "counter";
  readonly labelNames: readonly string[];
  /** Answers nothing while nothing is known: no figure is better than a wrong one. Must not throw. */
  read(): Promise<readonly Series[]> | readonly Series[];
}

type Read<Value> = () => Promise<Value> | Value;

/** A figure without labels; no series while it is undefined. */
export const plain = (kind: Figure["kind"], name: string, help: string, read: Read<number | undefined>): Figure => ({
  name: `vigia_${name}`,
  help,
  kind,
  labelNames: [],
  async read() {
    const value = await read();
    return value === undefined ? [] : [{ labels: {}, value }];
  },
});

/** A figure by one label; no series while it is undefined. */
export const by = (
  label: string,
  kind: Figure["kind"],
  name: string,
  help: string,
  read: Read<Readonly<Record<string, number>> | undefined>,
): Figure => ({
  name: `vigia_${name}`,
  help,
  kind,
  labelNames: [label],
  async read() {
    return Object.entries((await read()) ?? {}).map(([key, value]) => ({ labels: { [label]: key }, value }));
  },
});

/** Adds the figures to what /metrics says. */
export function registerFigures(registry: Registry, figures: readonly Figure[]): void {
  for (const figure of figures) {
    const { name, help } = figure;
    const options = { name, help, labelNames: [...figure.labelNames], registers: [registry] };
    if (figure.kind === "gauge") {
      new Gauge({
        ...options,
        async collect() {
          const series = await figure.read();
          this.reset();
          for (const { labels, value } of series) this.set(labels, value);
          if (series.length === 0) this.remove();
        },
      });
    } else {
      new Counter({
        ...options,
        async collect() {
          const series = await figure.read();
          this.reset();
          for (const { labels, value } of series) this.inc(labels, value);
        },
      });
    }
  }
}
