// Measures: asks all collectors together, makes one report of their answers, and tells what the machine is when that changes.
// Knows neither the link nor the spool: everything leaves through `emit`.
import type { CollectorStatus, HostFacts, Metrics, Settings } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Host } from "../host/host.ts";
import { factsDiffer, readHostFacts } from "../host-facts/index.ts";
import type { Log } from "../log.ts";
import type { Service } from "../service.ts";
import type { Collector, MetricsPart } from "./collector.ts";
import { createCollectors } from "./index.ts";
import { createTask, withinTime } from "./task.ts";
import { createTicker } from "./ticker.ts";

/** Rates need two readings: the first report comes this long after the first reading, milliseconds. */
const FIRST_REPORT_MS = 1_000;

/** What measuring produces; `atMs` is the wall clock at the reading, milliseconds since 1970. */
export interface MeasuringOutput {
  metrics(report: Metrics, atMs: number): void;
  /** `key` is "host" or "collector:NAME". */
  state(key: string, body: { hostFacts: HostFacts } | { collectorStatus: CollectorStatus }, atMs: number): void;
}

export interface MeasuringParts {
  readonly host: Host;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to below 1. */
  readonly random: () => number;
  readonly emit: MeasuringOutput;
  /** The server's wishes as known at start; {} when there are none yet. */
  readonly settings: Settings;
  /** The machine's own wish, stronger than the server's, seconds. */
  readonly metricsIntervalSeconds?: number | undefined;
  readonly agentVersion: string;
  readonly collectors?: readonly Collector<MetricsPart>[];
}

export interface Measuring extends Service {
  /** Takes over the server's newest wishes. */
  apply(settings: Settings): void;
}

/** Milliseconds between two reports: 5 s to 1 h, 30 s when the server has no wish. */
function metricsIntervalMs(settings: Settings, own: number | undefined): number {
  return clamp(own ?? settings.metricsIntervalSeconds, { min: 5, max: 3_600, otherwise: 30 }) * 1000;
}

/** Milliseconds between two looks at what the machine is: 1 min to 1 day, 1 h when the server has no wish. */
function factsIntervalMs(settings: Settings): number {
  return clamp(settings.factsIntervalSeconds, { min: 60, max: 86_400, otherwise: 3_600 }) * 1000;
}

function clamp(wish: number | null | undefined, { min, max, otherwise }: { min: number; max: number; otherwise: number }): number {
  return wish ? Math.min(max, Math.max(min, wish)) : otherwise;
}

/** start() answers at once; the first report with rates follows within about two seconds. */
export function createMeasuring(parts: MeasuringParts): Measuring {
  const { host, clock, log, random, emit, agentVersion, metricsIntervalSeconds: own } = parts;
  let settings = parts.settings;
  let stopped = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  let known: HostFacts | undefined;

  const task = <Message>(collector: Collector<Message>) =>
    createTask({
      collector,
      host,
      log,
      changed: (collectorStatus) => emit.state(`collector:${collector.name}`, { collectorStatus }, clock.now()),
    });
  const tasks = (parts.collectors ?? createCollectors(clock)).map((collector) => ({
    ...task(collector),
    lastAt: Number.NEGATIVE_INFINITY,
  }));
  const facts = task<HostFacts>({
    name: "host-facts",
    intervalMs: 0,
    collect: () => readHostFacts(host, { agentVersion, nowMs: clock.now() }),
  });

  /** One report of all collectors that are due. Half a report's interval is allowed for: the beat is not exact. */
  async function measure(signal: AbortSignal): Promise<Metrics> {
    const now = clock.monotonic();
    const slack = metricsIntervalMs(settings, own) / 2;
    const due = tasks.filter(({ collector, lastAt }) => collector.intervalMs === 0 || now - lastAt >= collector.intervalMs - slack);
    for (const each of due) each.lastAt = now;
    const answers = await withinTime(signal, (limit) => Promise.all(due.map((each) => each.run(limit))));
    return Object.assign({}, ...answers);
  }

  async function report(signal: AbortSignal): Promise<void> {
    const startedAt = clock.monotonic();
    const metrics = await measure(signal);
    // Asked for now: the clock may have learned better while the collectors read.
    const atMs = clock.now() - Math.round(clock.monotonic() - startedAt);
    if (!signal.aborted && Object.keys(metrics).length > 0) emit.metrics(metrics, atMs);
  }

  async function look(signal: AbortSignal): Promise<void> {
    const found = await withinTime(signal, (limit) => facts.run(limit));
    if (found === undefined || !factsDiffer(known, found)) return;
    known = found;
    emit.state("host", { hostFacts: found }, clock.now());
  }

  /** A report that cannot be handed over is lost; the next one is not. */
  async function survive(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      log.error("what was measured could not be handed over", { error });
    }
  }

  const reports = createTicker({
    clock,
    intervalMs: metricsIntervalMs(settings, own),
    firstAfterMs: FIRST_REPORT_MS,
    phase: 0.5 + random() / 2,
    work: (signal) => survive(report(signal)),
  });
  const looks = createTicker({
    clock,
    intervalMs: factsIntervalMs(settings),
    firstAfterMs: 0,
    phase: 0.5 + random() / 2,
    work: (signal) => survive(look(signal)),
  });

  /** Counters are remembered and states told; a report would hold no rates yet. */
  async function begin(signal: AbortSignal): Promise<void> {
    await survive(measure(signal).then(() => undefined));
    await reports.run(signal);
  }

  return {
    name: "measuring",
    async start(signal) {
      stopped = new AbortController();
      const ends = AbortSignal.any([signal, stopped.signal]);
      running = Promise.all([looks.run(ends), begin(ends)]);
    },
    async stop() {
      stopped.abort();
      await running;
    },
    apply(next) {
      settings = next;
      reports.setInterval(metricsIntervalMs(settings, own));
      looks.setInterval(factsIntervalMs(settings));
    },
  };
}
