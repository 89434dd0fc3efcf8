// A machine's inventory with real programs: taken in a child of the agent, sent whole, then only what changed, on request.
import fs from "node:fs";
import path from "node:path";
import t from "tap";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import { agentCommand, endAll, startAgent, startServer, temporaryFolder, until } from "../kit/processes.ts";

interface Inventory {
  readonly takenAt: string | null;
  readonly malformed: unknown;
  readonly troubles: { readonly section: string }[];
  readonly states: { readonly name: string; readonly takenAt: string }[];
  readonly sections: { readonly [name: string]: { readonly [field: string]: unknown } | undefined };
}

const dataDir = temporaryFolder("server");
const agentDir = temporaryFolder("agent");
fs.chmodSync(agentDir, 0o700);
let api: Api;
let resourceId = "";
const inventory = () => api.ok<Inventory>("GET", `/api/v1/resources/${resourceId}/inventory`);
/** Sections that a loaded machine is slow to answer for may come a time later. */
const SLOW_MS = 120_000;

t.before(async () => {
  const server = await startServer(dataDir);
  api = await setUp(server.url, dataDir);
  const { token } = await makeToken(api);
  const answer = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", token]);
  t.equal(answer.code, 0, answer.output);
  startAgent(agentDir);
  const { items } = await api.ok<{ items: { id: string }[] }>("GET", "/api/v1/resources");
  resourceId = items[0]?.id ?? "";
});
t.teardown(async () => {
  await endAll();
  for (const folder of [dataDir, agentDir]) fs.rmSync(folder, { recursive: true, force: true });
});

t.test("the first inventory comes by itself and says what the machine itself prints", async (t) => {
  const first = await until(
    "the first inventory",
    async () => {
      const now = await inventory();
      return now.takenAt === null ? undefined : now;
    },
    SLOW_MS,
  );
  t.equal(first.malformed, null);
  const answer = await agentCommand(agentDir, ["inventory", "--json", "system", "os", "processors"]);
  t.equal(answer.code, 0, answer.output);
  const printed = JSON.parse(answer.output) as Inventory["sections"];
  t.match(first.sections["os"]?.["name"], printed["os"]?.["name"]);
  t.match(first.sections["os"]?.["kernel"], printed["os"]?.["kernel"]);
  t.match(first.sections["processors"]?.["processors"], printed["processors"]?.["processors"]);
  t.equal(first.sections["system"]?.["hypervisor"] ?? "", printed["system"]?.["hypervisor"] ?? "");
  t.ok(first.states.length > 10, `${first.states.length} sections`);
});

t.test("asked by a person, it is taken anew, and history tells of nothing that did not change", async (t) => {
  const before = await inventory();
  const noted = JSON.parse(fs.readFileSync(path.join(agentDir, "inventory.json"), "utf8")) as { sections: Record<string, string> };
  t.ok(Object.keys(noted.sections).length > 10, "the agent knows what it sent");
  await api.ok("POST", `/api/v1/resources/${resourceId}/inventory/request`);
  const after = await until(
    "the next inventory",
    async () => {
      const now = await inventory();
      return now.takenAt === before.takenAt ? undefined : now;
    },
    SLOW_MS,
  );
  t.equal(after.malformed, null);
  t.same(after.sections["processors"], before.sections["processors"]);
  const changes = await api.ok<{ items: { section: string }[] }>("GET", `/api/v1/resources/${resourceId}/changes`);
  t.notOk(
    changes.items.some(({ section }) => ["system", "processors", "memory", "board"].includes(section)),
    "history tells of no change of what did not change",
  );
});
