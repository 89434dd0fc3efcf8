// Lists of an estate of 10,000 resources, asked of the whole server over HTTP, beside a bare SELECT of the same page on the same
// PostgreSQL, turn by turn. The goal is a bound on the 95th percentile of the filtered and sorted list of resources.
//   node --conditions=vigia-source scripts/bench/api-lists.ts [--resources 10000] [--times 200]
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { setUp } from "../../server/test/kit/api.ts";
import { startServer, temporaryFolder } from "../../server/test/kit/processes.ts";
import { bundledDatabase, type Oracle, openOracle } from "../fleet/oracle/database.ts";
import { CASES } from "./api-lists/cases.ts";
import { SEEDED, seed } from "./api-lists/seed.ts";
import { finish, jsonOf } from "./kit/line.ts";

const { values } = parseArgs({
  options: { resources: { type: "string", default: "10000" }, times: { type: "string", default: "200" } },
});
const BOUND_MS = 50;
/** Asked before anything is timed: plans are cached, code is compiled. */
const WARM_UP = 10;
/** Which case the goal speaks of. */
const GOAL = "resources filtered and sorted";
/** A bare SELECT slower than this on 10,000 rows says that the machine is busy with other things. */
const SLOWEST_BARE_MS = 40;

interface Latency {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function latencyOf(times: readonly number[]): Latency {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

const dataDir = temporaryFolder("api-lists");
const server = await startServer(dataDir);
let database: Oracle | undefined;
try {
  const api = await setUp(server.url, dataDir);
  database = await openOracle(await bundledDatabase(dataDir));
  const { ask } = database;
  await seed(ask, Number(values.resources));
  const figures = new Map<string, { api: Latency; bare: Latency }>();
  for (const { name, route, sql } of CASES) {
    const [ofApi, ofBare]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < WARM_UP + Number(values.times); turn++) {
      const bare = await time(() => ask(sql));
      const whole = await time(() => api.ok("GET", route));
      if (turn < WARM_UP) continue;
      ofBare.push(bare);
      ofApi.push(whole);
    }
    const found = { api: latencyOf(ofApi), bare: latencyOf(ofBare) };
    figures.set(name, found);
    console.log(name, jsonOf(found));
  }
  const goal = figures.get(GOAL);
  if (goal === undefined) throw new Error(`no figures of ${GOAL}`);
  finish({
    name: "api-lists",
    product: goal.api.p95,
    baseline: goal.bare.p95,
    ratio: goal.api.p95 / goal.bare.p95,
    // The goal is a time, however long the bare SELECT takes.
    bound: BOUND_MS / goal.bare.p95,
    unit: "ms, p95",
    valid: goal.bare.p95 <= SLOWEST_BARE_MS,
    figures: {
      boundMs: BOUND_MS,
      resources: Number(values.resources),
      ...SEEDED,
      lists: Object.fromEntries(figures),
      goals: Object.fromEntries(
        CASES.map(({ name, boundMs = BOUND_MS }) => [name, (figures.get(name)?.api.p95 ?? Number.POSITIVE_INFINITY) <= boundMs]),
      ),
    },
  });
} finally {
  await database?.close();
  await server.program.end();
  rmSync(dataDir, { recursive: true, force: true });
}
