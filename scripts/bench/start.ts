// Goal 9: from the start of the agent's process until a technician sees it online, beside a floor agent's start until its server hears
// it; from the start of the server's process until it listens; and after a restart, until a thousand agents are back.
//   node --conditions=vigia-source scripts/bench/start.ts [--starts 9] [--restarts 3] [--agents 1000]
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { WebSocketServer } from "ws";
import { makeToken } from "../../server/test/kit/api.ts";
import { agentCommand, temporaryFolder } from "../../server/test/kit/processes.ts";
import { bundleFloor } from "./footprint/floor.ts";
import { finish } from "./kit/line.ts";
import { bundleProduct, bundleServer, endProgram, run } from "./programs.ts";
import { timeAgentStarts } from "./start/agent-start.ts";
import { openSite, restart, timeReturn } from "./start/thousand.ts";

const { values } = parseArgs({
  options: {
    starts: { type: "string", default: "9" },
    restarts: { type: "string", default: "3" },
    agents: { type: "string", default: "1000" },
  },
});
/** performance.md's goals, seconds. */
const BOUNDS = { agent: 0.5, listening: 2, back: 5 };
const TMPFS = "/dev/shm";

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const repeat = async (times: number, work: () => Promise<number>): Promise<number[]> => {
  const results: number[] = [];
  while (results.length < times) results.push(await work());
  return results;
};

async function freePort(): Promise<string> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

/** Seconds from the floor agent's start to its first frame. */
async function timeFloorStart(bundle: string): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const heard = new Promise((resolve) => server.on("connection", (socket) => socket.once("message", resolve)));
  const startedAt = performance.now();
  const agent = run(process.execPath, [bundle, `ws://127.0.0.1:${(server.address() as net.AddressInfo).port}`]);
  await heard;
  const seconds = (performance.now() - startedAt) / 1_000;
  await endProgram(agent);
  server.close();
  return seconds;
}

const folder = mkdtempSync(path.join(existsSync(TMPFS) ? TMPFS : os.tmpdir(), "vigia-start-"));
await bundleServer();
const serverFolder = temporaryFolder("start-server");
const site = await openSite(folder, serverFolder, await freePort());
try {
  const bundle = await bundleProduct();
  const { token } = await makeToken(site.api);
  const dataDir = path.join(folder, "agent");
  const enrolled = await agentCommand(dataDir, ["enroll", "--server", site.server.url, "--token", token]);
  if (enrolled.code !== 0) throw new Error(`the agent could not be enrolled: ${enrolled.output}`);
  const { items } = await site.api.ok<{ items: { id: string }[] }>("GET", "/api/v1/resources");
  const place = { api: site.api, resourceId: items[0]?.id ?? "", bundle, dataDir };
  const agentStarts = await timeAgentStarts(place, Number(values.starts));
  const floorBundle = await bundleFloor(folder);
  const floorStarts = await repeat(Number(values.starts), () => timeFloorStart(floorBundle));
  const listening = await repeat(Number(values.restarts), () => restart(site));
  const back = await timeReturn(site, Number(values.agents));
  const [product, baseline] = [median(agentStarts), median(floorStarts)];
  finish({
    name: "start",
    product,
    baseline,
    ratio: product / baseline,
    // The goal is half a second, however long the floor takes.
    bound: BOUNDS.agent / baseline,
    unit: "s from the agent's start to online",
    valid: baseline <= BOUNDS.agent,
    figures: {
      bounds: BOUNDS,
      agents: Number(values.agents),
      agentStarts,
      floorStarts,
      listening,
      back,
      goals: { listening: median(listening) <= BOUNDS.listening, "p99 back": back.most <= BOUNDS.back && back.missing === 0 },
    },
  });
} finally {
  await site.server.program.end();
  for (const each of [folder, serverFolder]) rmSync(each, { recursive: true, force: true });
}
