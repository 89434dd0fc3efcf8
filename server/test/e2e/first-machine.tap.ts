// The whole road with real programs: set-up, enrolment, live metrics, death and return, goodbye.
import fs from "node:fs";
import t from "tap";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import {
  agentCommand,
  endAll,
  type Program,
  type RunningServer,
  startAgent,
  startServer,
  temporaryFolder,
  until,
} from "../kit/processes.ts";

interface Resource {
  id: string;
  name: string;
  online: boolean;
  presence: string;
  version: number;
  latest: { memory: { totalBytes: number } | null; volumes: unknown[] } | null;
  facts: { hostname: string } | null;
  collectors: { name: string; state: string }[];
}

const dataDir = temporaryFolder("server");
const agentDir = temporaryFolder("agent");
fs.chmodSync(agentDir, 0o700);
let server: RunningServer;
let api: Api;
let agent: Program;
let resourceId = "";
const resource = () => api.ok<Resource>("GET", `/api/v1/resources/${resourceId}`);

t.before(async () => {
  server = await startServer(dataDir);
  api = await setUp(server.url, dataDir);
});
t.teardown(async () => {
  await endAll();
  for (const folder of [dataDir, agentDir]) fs.rmSync(folder, { recursive: true, force: true });
});

t.test("an agent with a wrong token is told so and nothing appears", async (t) => {
  const answer = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", `enr_${"A".repeat(70)}`]);
  t.not(answer.code, 0);
  t.match(answer.output, /token/i, "the sentence names the token");
  t.equal((await api.ok<{ total: number }>("GET", "/api/v1/resources")).total, 0);
});

t.test("a machine enrols with a token that waits for approval, and is seen waiting", async (t) => {
  const { token } = await makeToken(api, "manual");
  const answer = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", token]);
  t.equal(answer.code, 0, answer.output);
  const list = await api.ok<{ items: Resource[]; total: number }>("GET", "/api/v1/resources");
  t.equal(list.total, 1);
  resourceId = list.items[0]?.id ?? "";
  agent = startAgent(agentDir, { VIGIA_AGENT_METRICS_INTERVAL: "5" });
  await until("the pending machine says what it is", async () => ((await resource()).facts !== null ? true : undefined));
  const pending = await resource();
  t.equal(pending.presence, "pending");
  t.equal(pending.latest, null, "no metrics before approval");
});

t.test("approved, it is online and its measurements arrive", async (t) => {
  await api.ok("POST", `/api/v1/resources/${resourceId}/approve`);
  await until("the machine is online with measurements", async () => {
    const now = await resource();
    return now.online && now.latest?.memory ? true : undefined;
  });
  const now = await resource();
  t.ok((now.latest?.memory?.totalBytes ?? 0) > 0);
  t.ok((now.latest?.volumes.length ?? 0) > 0, "at least one real volume");
  t.match(now.collectors.map((collector) => collector.name).sort(), [
    "cpu",
    "disk",
    "disk-io",
    "host-facts",
    "memory",
    "network",
    "uptime",
  ]);
  const to = new Date(Date.now() + 60_000).toISOString();
  const from = new Date(Date.now() - 3_600_000).toISOString();
  await until("the chart has a point", async () => {
    const chart = await api.ok<{ series: { metric: string; avg: (number | null)[] }[] }>(
      "GET",
      `/api/v1/resources/${resourceId}/metrics?from=${from}&to=${to}`,
    );
    return chart.series.some((series) => series.metric === "cpu" && series.avg.some((value) => value !== null)) ? true : undefined;
  });
});

t.test("killed, it is not answering at once; started again, it is back", async (t) => {
  await agent.end("SIGKILL");
  await until("not answering", async () => ((await resource()).presence === "not_answering" ? true : undefined));
  agent = startAgent(agentDir);
  await until("online again", async () => ((await resource()).online ? true : undefined));
  // The server knows it a moment before the agent has noted it.
  const status = await until("its own status says so", async () => {
    const answer = await agentCommand(agentDir, ["status", "--json"]);
    if (answer.code !== 0) throw new Error(answer.output);
    return answer;
  });
  t.equal((JSON.parse(status.output) as { state: string }).state, "connected");
});

t.test("a server restart loses nobody and calls nobody offline", async (t) => {
  const port = new URL(server.url).port;
  await server.program.end("SIGKILL");
  server = await startServer(dataDir, { VIGIA_PORT: port });
  t.not((await resource()).presence, "offline");
  await until("online after the restart", async () => ((await resource()).online ? true : undefined));
  const history = await api.ok<{ items: { kind: string }[] }>("GET", `/api/v1/resources/${resourceId}/events`);
  t.notOk(
    history.items.some((event) => event.kind === "offline"),
    "history knows no offline",
  );
});

t.test("it says goodbye and its key is worth nothing afterwards", async (t) => {
  await agent.end();
  const identity = fs.readFileSync(`${agentDir}/identity.json`);
  const keyFiles = fs.readdirSync(agentDir).filter((file) => /key/.test(file));
  const keys = keyFiles.map((file) => [file, fs.readFileSync(`${agentDir}/${file}`)] as const);
  const left = await agentCommand(agentDir, ["unenroll"]);
  t.equal(left.code, 0, left.output);
  await until("offline", async () => ((await resource()).presence === "offline" ? true : undefined));
  // Somebody kept a copy of the identity.
  fs.writeFileSync(`${agentDir}/identity.json`, identity, { mode: 0o600 });
  for (const [file, bytes] of keys) fs.writeFileSync(`${agentDir}/${file}`, bytes, { mode: 0o600 });
  const thief = startAgent(agentDir);
  const status = await until("the copy is refused", async () => {
    const answer = await agentCommand(agentDir, ["status", "--json"]);
    return /unenrolled|revoked|refused/.test(answer.output) ? answer : undefined;
  });
  t.equal(status.code, 2);
  t.equal((await resource()).online, false);
  await thief.end();
});
