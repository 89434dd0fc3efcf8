// The agent on Windows, as far as Wine is one: the bundle on an unmodified node.exe enrols, is online and sends what it measures.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import t from "tap";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import { endAll, type RunningServer, root, startServer, temporaryFolder, until } from "../kit/processes.ts";
import { Wine, windowsNode, windowsPath } from "../kit/wine.ts";

interface Resource {
  id: string;
  online: boolean;
  latest: { memory: { totalBytes: number } | null; cpu: unknown; uptimeSeconds: number | null } | null;
  facts: { hostname: string; os?: { name: string }; osName?: string } | null;
}

/** What keeps these tests from running here, or where node.exe lies. */
function windows(): { reason: string } | { node: string } {
  if (process.arch !== "x64") return { reason: `Wine runs the agent on x64, this is ${process.arch}` };
  if (spawnSync("wine", ["--version"]).status !== 0) return { reason: "wine is missing: apt-get install wine" };
  try {
    return { node: windowsNode() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

const found = windows();
const dataDir = temporaryFolder("server");
const wineDir = temporaryFolder("wine");
let server: RunningServer;
let api: Api;
let wine: Wine | undefined;

const bundle = path.join(root, "agent/dist/vigia-agent.mjs");
const agent = { VIGIA_AGENT_DATA: "C:\\vigia", VIGIA_AGENT_METRICS_INTERVAL: "5" };

t.before(async () => {
  if ("reason" in found) return;
  if (spawnSync(process.execPath, ["--conditions=vigia-source", "scripts/bundle-agent.ts"], { cwd: root, stdio: "inherit" }).status !== 0)
    throw new Error("the agent cannot be bundled");
  server = await startServer(dataDir);
  api = await setUp(server.url, dataDir);
  wine = await Wine.make(path.join(wineDir, "prefix"));
});
t.teardown(async () => {
  wine?.end();
  await endAll();
  for (const folder of [dataDir, wineDir]) fs.rmSync(folder, { recursive: true, force: true });
});

t.test("an unmodified node.exe enrols, is online and sends what it measures", { skip: "reason" in found && found.reason }, async (t) => {
  if ("reason" in found || wine === undefined) return;
  const program = [windowsPath(found.node), windowsPath(bundle)];
  const { token } = await makeToken(api);
  const enrolled = await wine.run([...program, "enroll", "--server", server.url, "--token", token], agent);
  t.equal(enrolled.code, 0, enrolled.output);
  const running = wine.start([...program, "run"], agent);
  const machine = await until("the machine is online with measurements", async () => {
    const [resource] = (await api.ok<{ items: Resource[] }>("GET", "/api/v1/resources")).items;
    const now = resource && (await api.ok<Resource>("GET", `/api/v1/resources/${resource.id}`));
    return now?.online && now.latest?.memory ? now : undefined;
  }).catch((error: Error) => {
    throw new Error(`${error.message}\n${running.output()}`);
  });
  t.ok((machine.latest?.memory?.totalBytes ?? 0) > 0);
  t.match(JSON.stringify(machine.facts), /Windows/, "it says that it is a Windows");
});
