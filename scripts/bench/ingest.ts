// Goals 1 and 2: the CPU that Node and PostgreSQL use for each report, and the reports a second that two cores keep up, beside a bare loop
// in the same run. The load is a process of its own and is not counted. Prints figures on the way and one JSON line at the end.
//   node --conditions=vigia-source scripts/bench/ingest.ts [--seconds 60] [--agents 1000] [--rate 0] [--only product|bare|host] [--profile DIR]
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { createTestDatabase, startTestCluster, type TestDatabase } from "../../server/test/cluster.ts";
import { parentOf, postgresSeconds } from "./ingest-postgres.ts";
import type { FromLoad, FromServer, LoadOrder, ServerOrder, ServerStat, ToLoad, ToServer } from "./ingest-words.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    agents: { type: "string", default: "1000" },
    /** Reports a second; 0 is as many as are taken. */
    rate: { type: "string", default: "0" },
    window: { type: "string", default: "20000" },
    only: { type: "string" },
    profile: { type: "string" },
  },
});
const seconds = Number(values.seconds);
const agents = Number(values.agents);
/** Before figures are taken: connections stand, code is compiled. */
const WARM_UP_MS = 5_000;
const SAMPLE_MS = 1_000;
const DRAIN_MS = 60_000;
/** performance.md: bare ws + decode + COPY BINARY, CPU seconds per 1,000 reports; a slower baseline makes the run worth nothing. */
const REFERENCE = 0.024;
const SLOWEST = 1.5 * REFERENCE;
const BOUND = 1.3;
const THROUGHPUT_BOUND = 0.75;

interface Sample extends ServerStat {
  readonly at: number;
  readonly postgres: number;
}

interface Figures {
  /** CPU seconds per 1,000 reports. */
  readonly cpu: number;
  readonly node: number;
  readonly postgres: number;
  readonly perSecond: number;
  readonly rssMiB: number;
  readonly rssSlopeMBPerMinute: number;
  readonly lagP99Ms: number;
  readonly reports: number;
}

/** Sends a question and waits for the answer that `pick` finds. Rejects when the process ends or says it failed. */
function ask<T>(child: ChildProcess, words: ToServer | ToLoad, pick: (answer: FromServer | FromLoad) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`));
    const heard = (answer: FromServer | FromLoad) => {
      const found = pick(answer);
      if (found === undefined) return;
      child.off("message", heard);
      child.off("exit", ended);
      resolve(found);
    };
    child.on("message", heard);
    child.once("exit", ended);
    child.send(words);
  });
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const start = (file: string, execArgv: string[] = []) =>
  fork(path.join(import.meta.dirname, file), { execArgv: [...process.execArgv, ...execArgv] });

async function measure(db: TestDatabase, postmaster: number, file: string, rows: ServerOrder["rows"]): Promise<Figures> {
  const server = start(file, values.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${values.profile}`]);
  const load = start("ingest-load.ts");
  load.on("message", (words: FromLoad) => {
    if (typeof words === "object" && "failed" in words) throw new Error(`the load failed: ${words.failed}`);
  });
  const order: ServerOrder = { app: db.appConfig, telemetry: db.telemetryConfig, agents, rows };
  const ready = await ask(server, { order }, (words) => (typeof words === "object" && "ready" in words ? words.ready : undefined));
  server.on("message", (words: FromServer) => {
    if ("stored" in words && load.connected) load.send(words);
  });
  const loadOrder: LoadOrder = { ...ready, window: Number(values.window), rate: Number(values.rate) };
  await ask(load, { order: loadOrder }, (words) => (words === "connected" ? true : undefined));
  const sample = async (): Promise<Sample> => {
    const stat = await ask(server, "stat", (words) => (typeof words === "object" && "stat" in words ? words.stat : undefined));
    return { ...stat, at: performance.now(), postgres: postgresSeconds(postmaster) };
  };
  load.send("go");
  await wait(WARM_UP_MS);
  const samples = [await sample()];
  while (performance.now() - (samples[0]?.at ?? 0) < seconds * 1000) {
    await wait(SAMPLE_MS);
    samples.push(await sample());
  }
  const { sent } = await ask(load, "pause", (words) => (typeof words === "object" && "sent" in words ? words : undefined));
  const until = performance.now() + DRAIN_MS;
  while ((await sample()).stored < sent && performance.now() < until) await wait(100);
  const stored = (await sample()).stored;
  await wait(500);
  const { acknowledged } = await ask(load, "pause", (words) => (typeof words === "object" && "sent" in words ? words : undefined));
  if (stored !== sent) throw new Error(`${sent} reports were sent and ${stored} were stored`);
  if (file === "ingest-product.ts" && acknowledged !== sent) throw new Error(`${sent} reports were sent and ${acknowledged} acknowledged`);
  const ended = new Promise((resolve) => server.once("exit", resolve));
  load.removeAllListeners("message");
  load.send("stop");
  server.send("stop");
  await ended;
  return figuresOf(samples);
}

function figuresOf(samples: readonly Sample[]): Figures {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) throw new Error("no samples");
  const thousands = (last.stored - first.stored) / 1000;
  const node = (last.cpu - first.cpu) / thousands;
  const postgres = (last.postgres - first.postgres) / thousands;
  const lags = samples
    .slice(1)
    .map(({ lagMs }) => lagMs)
    .sort((one, other) => one - other);
  return {
    cpu: node + postgres,
    node,
    postgres,
    perSecond: (thousands * 1000) / ((last.at - first.at) / 1000),
    rssMiB: last.rssBytes / 2 ** 20,
    rssSlopeMBPerMinute: slope(samples.slice(Math.floor(samples.length / 3))),
    lagP99Ms: lags[Math.floor(lags.length * 0.99)] ?? 0,
    reports: last.stored,
  };
}

/** Least squares through the memory's samples, MB a minute. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, rss] = [mean((sample) => sample.at), mean((sample) => sample.rssBytes)];
  const above = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.rssBytes - rss), 0);
  const below = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
  return ((above / below) * 60_000) / 1e6;
}

const cluster = await startTestCluster();
const db = await createTestDatabase(cluster);
try {
  const { rows } = await db.database.telemetry.query<{ pid: number }>("select pg_backend_pid() as pid");
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  const run = async (name: string, file: string, of: ServerOrder["rows"]): Promise<Figures | undefined> => {
    if (values.only !== undefined && values.only !== name) return undefined;
    const figures = await measure(db, postmaster, file, of);
    console.log(name, print(figures));
    return figures;
  };
  const host = await run("host", "ingest-bare.ts", "host");
  const bare = await run("bare", "ingest-bare.ts", "report");
  const product = await run("product", "ingest-product.ts", "report");
  if (bare !== undefined && product !== undefined) {
    const ratio = product.cpu / bare.cpu;
    const throughput = product.perSecond / bare.perSecond;
    const steady = product.rssSlopeMBPerMinute < 1 && product.lagP99Ms <= 50;
    console.log(
      print({
        name: "ingest",
        product: product.cpu,
        baseline: bare.cpu,
        ratio,
        bound: BOUND,
        unit: "CPU-s per 1,000 reports",
        valid: bare.cpu <= SLOWEST,
        figures: { reference: REFERENCE, seconds, agents, throughput, throughputBound: THROUGHPUT_BOUND, steady, product, bare, host },
      }),
    );
  }
} finally {
  await db.close();
  await cluster.stop();
}

function print(what: object): string {
  return JSON.stringify(what, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value));
}
