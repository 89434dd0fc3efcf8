// Goals 5 and 6: memory and CPU of the agent as it is shipped, beside a floor agent of sixty lines in the same run, each alone under its
// own copy of Node. Ours talks to a real server, the floor to a bare socket. Then the server goes away, and nothing may grow.
//   node --conditions=vigia-source scripts/bench/footprint.ts [--minutes 5] [--down 2]
import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { WebSocketServer } from "ws";
import { makeToken, setUp } from "../../server/test/kit/api.ts";
import { agentCommand, startServer, temporaryFolder, until } from "../../server/test/kit/processes.ts";
import { bundleFloor, ownNode } from "./footprint/floor.ts";
import { cpuSecondsOf, forgetTouched, type Memory, memoryOf, tracesOfChildren, trimmedOf } from "./footprint/process-figures.ts";
import { finish } from "./kit/line.ts";
import { bundleProduct, endProgram, run } from "./programs.ts";

const { values } = parseArgs({
  options: {
    /** Length of the measured window; performance.md's figures are after 30. */
    minutes: { type: "string", default: "5" },
    /** Minutes without a server after it. */
    down: { type: "string", default: "2" },
  },
});
const TELEMETRY_S = 30;
/** Start, first reports and the first compilations are over by then. */
const SETTLED_MS = 45_000;
/** Long enough for two reports. */
const TOUCHED_MS = 65_000;
const SAMPLE_MS = 5_000;
/** performance.md's floor: MB of PSS, and CPU seconds a minute. */
const REFERENCE = { pss: 49.7, cpu: 0.008 };
const SLOWEST = 1.5;
const BOUNDS = { pss: 1.1, anonymous: 16, trimmed: 24, cpu: 1.5, growth: 1 };

interface Figures extends Memory {
  /** CPU seconds a minute. */
  readonly cpu: number;
  readonly trimmed: number;
  /** Anonymous memory after the server was away, less than before, MB. */
  readonly growth: number;
  readonly children: number;
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The median of each process over so many milliseconds. */
async function watch(pids: readonly number[], ms: number): Promise<Memory[]> {
  const samples: Memory[][] = pids.map(() => []);
  for (const until = performance.now() + ms; performance.now() < until; await wait(SAMPLE_MS))
    for (const [i, pid] of pids.entries()) samples[i]?.push(memoryOf(pid));
  return samples.map((each) => ({ pss: median(each.map(({ pss }) => pss)), anonymous: median(each.map(({ anonymous }) => anonymous)) }));
}

async function measure(pids: readonly number[], takeServersAway: () => Promise<void>): Promise<Figures[]> {
  const minutes = Number(values.minutes);
  await wait(SETTLED_MS);
  const before = pids.map((pid) => ({ cpu: cpuSecondsOf(pid), children: tracesOfChildren(pid) }));
  const startedAt = performance.now();
  await wait((minutes * 60_000) / 2);
  const memory = await watch(pids, (minutes * 60_000) / 2);
  const passed = (performance.now() - startedAt) / 60_000;
  const after = pids.map((pid) => ({ cpu: cpuSecondsOf(pid), children: tracesOfChildren(pid) }));
  pids.forEach(forgetTouched);
  await wait(TOUCHED_MS);
  const trimmed = pids.map(trimmedOf);
  const full = await watch(pids, SAMPLE_MS);
  await takeServersAway();
  await wait((Number(values.down) * 60_000) / 2);
  const away = await watch(pids, (Number(values.down) * 60_000) / 2);
  return pids.map((_, i) => {
    const [one, other] = [before[i], after[i]];
    const [now, then, later] = [memory[i], full[i], away[i]];
    if (one === undefined || other === undefined || now === undefined || then === undefined || later === undefined)
      throw new Error("no samples");
    return {
      ...now,
      cpu: (other.cpu - one.cpu) / passed,
      trimmed: trimmed[i] ?? 0,
      growth: later.anonymous - then.anonymous,
      children: other.children - one.children,
    };
  });
}

const folder = temporaryFolder("footprint");
const sink = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
const server = await startServer(path.join(folder, "server"));
const programs = [];
try {
  const [product, floor] = [await bundleProduct(), await bundleFloor(folder)];
  const agentData = path.join(folder, "agent");
  const api = await setUp(server.url, server.dataDir);
  const { token } = await makeToken(api);
  const enrolled = await agentCommand(agentData, ["enroll", "--server", server.url, "--token", token]);
  if (enrolled.code !== 0) throw new Error(`the agent could not be enrolled: ${enrolled.output}`);
  const { port } = sink.address() as { port: number };
  const ours = run(ownNode(folder, "product"), [product, "run"], {
    VIGIA_AGENT_DATA: agentData,
    VIGIA_AGENT_METRICS_INTERVAL: String(TELEMETRY_S),
    // As its service sets it (docs/operations.md).
    MALLOC_ARENA_MAX: "1",
  });
  programs.push(ours);
  const floorArguments = [floor, `ws://127.0.0.1:${port}`, String(TELEMETRY_S)];
  programs.push(run(ownNode(folder, "floor"), floorArguments));
  programs.push(run(ownNode(folder, "durable"), [...floorArguments, path.join(folder, "durable.log")]));
  await until("the agent is online", async () => {
    const { items } = await api.ok<{ items: { online: boolean }[] }>("GET", "/api/v1/resources");
    return items[0]?.online === true ? true : undefined;
  });
  const figures = await measure(
    programs.map(({ pid }) => pid ?? 0),
    async () => {
      await server.program.end();
      sink.close();
      for (const socket of sink.clients) socket.terminate();
    },
  );
  const [agent, bare, durable] = figures;
  if (agent === undefined || bare === undefined || durable === undefined) throw new Error("no figures");
  const ratio = { pss: agent.pss / bare.pss, cpu: agent.cpu / bare.cpu };
  finish({
    name: "footprint",
    product: agent.pss,
    baseline: bare.pss,
    ratio: ratio.pss,
    bound: BOUNDS.pss,
    unit: "MB of PSS",
    valid: bare.pss <= SLOWEST * REFERENCE.pss && bare.cpu <= SLOWEST * REFERENCE.cpu,
    figures: {
      reference: REFERENCE,
      minutes: Number(values.minutes),
      cpuRatio: ratio.cpu,
      bounds: BOUNDS,
      goals: {
        anonymous: agent.anonymous <= BOUNDS.anonymous,
        trimmed: agent.trimmed <= BOUNDS.trimmed,
        cpu: ratio.cpu <= BOUNDS.cpu,
        growth: agent.growth <= BOUNDS.growth,
        noChildren: agent.children === 0,
      },
      product: agent,
      floor: bare,
      /** The floor with each report on disk before it is sent: no bound, the price of keeping what was measured. */
      durableFloor: durable,
    },
  });
} finally {
  for (const program of programs) await endProgram(program);
  sink.close();
  await server.program.end();
  rmSync(folder, { recursive: true, force: true });
}
