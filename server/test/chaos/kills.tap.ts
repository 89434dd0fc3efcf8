// kill -9 of agent, server and PostgreSQL under load, seeded: nothing that was safe on the agent's disk is lost or doubled.
// Then the database is put back to an earlier copy, and the agent brings what the copy lacks.
import fs from "node:fs";
import path from "node:path";
import t from "tap";
import { findPlace } from "../../src/database/embedded/place.ts";
import { createLog } from "../../src/log.ts";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import { agentCommand, endAll, Program, type RunningServer, startServer, temporaryFolder, until } from "../kit/processes.ts";
import { judge, readTruth, type Truth } from "./truth.ts";

const CYCLES = 6;
const seed = Number(process.env["VIGIA_CHAOS_SEED"] ?? Date.now() % 1_000_000);
const dataDir = temporaryFolder("chaos-server");
const agentDir = temporaryFolder("chaos-agent");
fs.chmodSync(agentDir, 0o700);
const truthFile = path.join(agentDir, "truth.txt");
let server: RunningServer;
let api: Api;
let agent: Program;
let port = "";

/** mulberry32: the same seed, the same faults. */
let dice = seed;
function roll(sides: number): number {
  dice = (dice + 0x6d2b79f5) | 0;
  let x = Math.imul(dice ^ (dice >>> 15), 1 | dice);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) % sides;
}

async function startLoad(): Promise<void> {
  const truth = fs.existsSync(truthFile) ? readTruth(truthFile) : undefined;
  // Far beyond what a killed round may have used without noting it.
  const next = Math.max(1, ...[...(truth?.events ?? [])].map((name) => Number(name.slice(5)))) + 1_000;
  agent = new Program(["server/test/chaos/load-agent.ts", agentDir, truthFile, String(next)], {});
  const started = agent;
  await until("the load runs", () => {
    if (started.exited) throw new Error(started.output);
    return fs.existsSync(truthFile) && fs.statSync(truthFile).size > 0 ? true : undefined;
  });
}

/** Waits until the truth has grown by so many events, so that a fault meets work under way. */
async function moreLoad(events: number): Promise<void> {
  const before = readTruth(truthFile).events.size;
  await until("more load", () => (readTruth(truthFile).events.size >= before + events ? true : undefined));
}

const faults: Record<string, () => Promise<void>> = {
  async agent() {
    await agent.end("SIGKILL");
    await startLoad();
  },
  async server() {
    await server.program.end("SIGKILL");
    server = await startServer(dataDir, { VIGIA_PORT: port });
  },
  async database() {
    const place = await findPlace(dataDir, createLog("silent"));
    process.kill(Number(fs.readFileSync(path.join(place.cluster, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    await until("the database is back", async () => ((await fetch(`${server.url}/readyz`)).status === 200 ? true : undefined));
  },
};

/** Ends the load in order and waits until the server has all of it. */
async function settle(): Promise<Truth> {
  await moreLoad(10);
  const truth = readTruth(truthFile);
  await until(
    "everything arrived",
    async () => {
      const verdict = await judge(dataDir, truth);
      return verdict.lostEvents.length === 0 && verdict.lostReports.length === 0 && verdict.state >= truth.state ? true : undefined;
    },
    120_000,
  ).catch((error: Error) => t.comment(error.message));
  return truth;
}

t.before(async () => {
  t.comment(`seed ${seed}: VIGIA_CHAOS_SEED=${seed} repeats it`);
  server = await startServer(dataDir);
  port = new URL(server.url).port;
  api = await setUp(server.url, dataDir);
  const { token } = await makeToken(api);
  const enrolled = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", token]);
  if (enrolled.code !== 0) throw new Error(enrolled.output);
  await startLoad();
});
t.teardown(async () => {
  await endAll();
  for (const folder of [dataDir, agentDir]) fs.rmSync(folder, { recursive: true, force: true });
});

t.test("kill -9 at random moments loses and doubles nothing", async (t) => {
  const names = Object.keys(faults);
  const order = Array.from({ length: CYCLES }, (_, i) => names[i < names.length ? i : roll(names.length)] ?? "agent");
  t.comment(order.join(", "));
  for (const name of order) {
    await moreLoad(20 + roll(60));
    await faults[name]?.();
  }
  const truth = await settle();
  const verdict = await judge(dataDir, truth);
  t.ok(truth.events.size > 100, `${truth.events.size} events and ${truth.reports.size} reports were safe on disk`);
  t.same(verdict.lostEvents, [], "no event is lost");
  t.same(verdict.doubledEvents, [], "no event is there twice");
  t.same(verdict.lostReports, [], "a report is missing only where a gap says so");
  t.equal(verdict.doubledReports, 0, "no report is there twice");
  t.ok(verdict.state >= truth.state, "the newest state won");
  t.equal(verdict.quarantined, 0, "nothing was set aside");
});

t.test("a database put back to an earlier copy gets everything again", async (t) => {
  const place = await findPlace(dataDir, createLog("silent"));
  const copy = `${place.cluster}.copy`;
  await server.program.end();
  fs.cpSync(place.cluster, copy, { recursive: true, preserveTimestamps: true });
  const { uid, gid } = fs.statSync(place.cluster);
  server = await startServer(dataDir, { VIGIA_PORT: port });
  await moreLoad(100);
  await settle();
  await server.program.end();
  fs.rmSync(place.cluster, { recursive: true });
  fs.renameSync(copy, place.cluster);
  if (process.getuid?.() === 0) chownAll(place.cluster, uid, gid);
  fs.chmodSync(place.cluster, 0o700);
  server = await startServer(dataDir, { VIGIA_PORT: port });
  const truth = await settle();
  const verdict = await judge(dataDir, truth);
  t.same(verdict.lostEvents, [], "no event is lost");
  t.same(verdict.doubledEvents, [], "no event is there twice");
  t.same(verdict.lostReports, [], "no report is lost");
  t.equal(verdict.doubledReports, 0, "no report is there twice");
  t.ok(verdict.state >= truth.state, "the newest state is back");
});

function chownAll(folder: string, uid: number, gid: number): void {
  fs.chownSync(folder, uid, gid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) chownAll(full, uid, gid);
    else fs.lchownSync(full, uid, gid);
  }
}
