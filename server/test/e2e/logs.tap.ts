// A machine's logs with real programs: asked for by a person, collected in a child of the agent, and fetched as an attachment.
import fs from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import t from "tap";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import { agentCommand, endAll, type Program, startAgent, startServer, temporaryFolder, until } from "../kit/processes.ts";

interface LogRequest {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly size: number | null;
  readonly received: number;
  readonly fileId: string | null;
}

const dataDir = temporaryFolder("server");
const agentDir = temporaryFolder("agent");
fs.chmodSync(agentDir, 0o700);
const SECRET = "Tr0ub4dor&3-of-the-proxy";
let api: Api;
let agent: Program;
let resource = "";

const newest = async () => (await api.ok<{ items: LogRequest[] }>("GET", `${resource}/log-requests`)).items[0];
const isOnline = async () => (await api.ok<{ online: boolean }>("GET", resource)).online;
const ask = () => api.ok<LogRequest>("POST", `${resource}/log-requests`);
/** Waits until what this request asked for is here; fails at once when it went wrong. */
const kept = (id: string) =>
  until("the machine's logs", async () => {
    const now = await newest();
    return now?.id === id && (now.state === "done" || now.state === "failed") ? now : undefined;
  });

async function unzipped(fileId: string | null): Promise<Record<string, string>> {
  const answer = await fetch(`${api.url}${resource}/attachments/${fileId}`, { headers: { cookie: api.cookie } });
  if (answer.status !== 200) throw new Error(`the attachment answered ${answer.status}: ${await answer.text()}`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

t.before(async () => {
  const server = await startServer(dataDir);
  api = await setUp(server.url, dataDir);
  const { token } = await makeToken(api);
  const answer = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", token]);
  t.equal(answer.code, 0, answer.output);
  const { items } = await api.ok<{ items: { id: string }[] }>("GET", "/api/v1/resources");
  resource = `/api/v1/resources/${items[0]?.id}`;
  const logs = path.join(agentDir, "logs");
  fs.mkdirSync(logs, { recursive: true });
  const line = { time: "2026-01-02T03:04:05.000Z", level: "warn", message: "the proxy said no", password: SECRET };
  fs.appendFileSync(path.join(logs, "agent.log"), `${JSON.stringify(line)}\nvia http://relay:${SECRET}@proxy.example.test:3128/\n`);
});
t.teardown(async () => {
  await endAll();
  for (const folder of [dataDir, agentDir]) fs.rmSync(folder, { recursive: true, force: true });
});

t.test("a machine that never came is not asked, and is not called too old", async (t) => {
  t.match(await api.call("POST", `${resource}/log-requests`), { status: 409, body: { details: { problem: "unseen" } } });
});

t.test("a machine that is away says that it waits, and sends its logs when it comes", async (t) => {
  agent = startAgent(agentDir);
  await until("the machine is there", async () => ((await isOnline()) ? true : undefined));
  await agent.end();
  await until("the machine is away", async () => ((await isOnline()) ? undefined : true));
  const asked = await ask();
  t.match(asked, { state: "asked", reason: "", received: 0, size: null, fileId: null });
  const again = await api.call<{ details?: { problem?: string } }>("POST", `${resource}/log-requests`);
  t.match(again, { status: 409, body: { details: { problem: "under_way" } } });
  t.equal((await newest())?.state, "asked", "nothing comes from a machine that is away");
  agent = startAgent(agentDir);
  t.match(await kept(asked.id), { state: "done", reason: "" });
});

t.test("the attachment is a zip with the agent's log, and no secret in it", async (t) => {
  const asked = await ask();
  const done = await kept(asked.id);
  t.match(done, { state: "done", reason: "", received: done.size });
  const files = await unzipped(done.fileId);
  t.match(Object.keys(files), ["contents.txt", "status.json", "settings.json", "machine.json"]);
  const log = files["logs/agent.log"] ?? "";
  t.match(log, "the proxy said no");
  t.match(log, "proxy.example.test:3128", "what is no secret stays");
  t.match(log, "the server asks for logs", "it is the log of the agent that runs");
  for (const [name, text] of Object.entries(files)) t.notOk(text.includes(SECRET), `no secret in ${name}`);
  t.match(JSON.parse(files["status.json"] ?? ""), { state: "connected" });
  t.match(JSON.parse(files["machine.json"] ?? ""), { os: {} });
  const { items } = await api.ok<{ items: { id: string; mediaType: string }[] }>("GET", `${resource}/attachments`);
  t.match(
    items.find(({ id }) => id === done.fileId),
    { mediaType: "application/zip" },
  );
  await until("the agent keeps no copy", () => (fs.readdirSync(agentDir).some((name) => name.endsWith(".zip")) ? undefined : true));
  t.notOk(agent.exited);
});
