// Looks at a server from outside while it is under load: memory, CPU, open files, and what it says at /metrics.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fitSlope, floors } from "./slope.ts";

const SAMPLE_MS = 5_000;
/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS = 100;
const MIB = 1_048_576;
const HOUR_S = 3_600;

export interface Sample {
  /** Seconds since watching began. */
  readonly at: number;
  readonly rssMiB: number;
  readonly heapMiB: number;
  /** CPU seconds used so far. */
  readonly serverCpu: number;
  readonly postgresCpu: number;
  readonly files: number;
  /** p99 of the event loop's delay since the sample before, milliseconds; the timer's own resolution of 10 ms is in it. */
  readonly lagMs: number;
  /** Timers, sockets and handles that keep the process alive. */
  readonly resources: number;
}

export interface WatchedServer {
  readonly url: string;
  readonly pid: number;
  readonly postmaster: number;
}

export interface ServerWatch {
  readonly samples: readonly Sample[];
  stop(): void;
}

/** Samples every five seconds. Samples that fail (a server that is just busy) are told and left out. */
export function watchServer(server: WatchedServer, onTrouble: (error: unknown) => void): ServerWatch {
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const look = (): void => {
    sample(server, startedAt).then((one) => samples.push(one), onTrouble);
  };
  look();
  const timer = setInterval(look, SAMPLE_MS);
  return { samples, stop: () => clearInterval(timer) };
}

async function sample({ url, pid, postmaster }: WatchedServer, startedAt: number): Promise<Sample> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1] ?? Number.NaN);
  return {
    at: (performance.now() - startedAt) / 1_000,
    rssMiB: (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1_024) / MIB,
    heapMiB: figure("nodejs_heap_size_used_bytes") / MIB,
    serverCpu: ticksOf(pid).own / TICKS,
    postgresCpu: postgresTicks(postmaster) / TICKS,
    files: readdirSync(`/proc/${pid}/fd`).length,
    lagMs: figure("nodejs_eventloop_lag_p99_seconds") * 1_000,
    resources: figure("nodejs_active_resources_total"),
  };
}

function ticksOf(pid: number): { own: number; children: number; parent: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")
    .map(Number);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return { own: user + system, children: childUser + childSystem, parent: fields[1] ?? 0 };
}

/** The postmaster, what its ended children used, and the living ones. */
function postgresTicks(postmaster: number): number {
  const main = ticksOf(postmaster);
  let ticks = main.own + main.children;
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const { own, parent } = ticksOf(Number(name));
      if (parent === postmaster) ticks += own;
    } catch (error) {
      // The process ended while it was read.
      if (!["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
  return ticks;
}

/** The first process of the PostgreSQL whose cluster lies there. */
export const postmasterOf = (cluster: string): number => Number(readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);

export interface Figures {
  readonly rssMiB: number;
  readonly rssMostMiB: number;
  /** Linear fit of all samples, and of each minute's lowest: garbage that waits to be collected is no growth. */
  readonly rssSlopeMiBPerHour: number;
  readonly rssFloorSlopeMiBPerHour: number;
  readonly heapFloorSlopeMiBPerHour: number;
  readonly lagP99MedianMs: number;
  readonly lagP99MostMs: number;
  /** Percent of one core. */
  readonly serverCpuPercent: number;
  readonly postgresCpuPercent: number;
  readonly filesFirst: number;
  readonly filesLast: number;
  readonly resourcesFirst: number;
  readonly resourcesLast: number;
}

/** The figures of a span; undefined when it holds fewer than two samples. */
export function figuresOf(samples: readonly Sample[]): Figures | undefined {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const rss = samples.map(({ at, rssMiB }) => ({ x: at, y: rssMiB }));
  const heap = samples.map(({ at, heapMiB }) => ({ x: at, y: heapMiB }));
  const lags = samples.map(({ lagMs }) => lagMs).sort((a, b) => a - b);
  const share = (used: (sample: Sample) => number) => ((used(last) - used(first)) / (last.at - first.at)) * 100;
  return {
    rssMiB: last.rssMiB,
    rssMostMiB: Math.max(...samples.map(({ rssMiB }) => rssMiB)),
    rssSlopeMiBPerHour: fitSlope(rss) * HOUR_S,
    rssFloorSlopeMiBPerHour: fitSlope(floors(rss, 60)) * HOUR_S,
    heapFloorSlopeMiBPerHour: fitSlope(floors(heap, 60)) * HOUR_S,
    lagP99MedianMs: lags[Math.floor(lags.length / 2)] ?? 0,
    lagP99MostMs: lags.at(-1) ?? 0,
    serverCpuPercent: share(({ serverCpu }) => serverCpu),
    postgresCpuPercent: share(({ postgresCpu }) => postgresCpu),
    filesFirst: first.files,
    filesLast: last.files,
    resourcesFirst: first.resources,
    resourcesLast: last.resources,
  };
}
