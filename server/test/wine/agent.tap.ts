// The agent on Windows, as far as Wine is one: the bundle on an unmodified node.exe enrols, is online, sends what it measures and what
// the machine is.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import t from "tap";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import { endAll, type RunningServer, root, startServer, temporaryFolder, until } from "../kit/processes.ts";
import { Wine, windowsNode, windowsPath } from "../kit/wine.ts";

interface Inventory {
  sections: {
    system?: { hypervisor?: string };
    os?: { name?: string; workgroup?: string };
    network?: { interfaces?: { mac?: string }[] };
    software?: { programs?: { name?: string; version?: string; source?: string; user?: string }[] };
  };
}

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

const UNINSTALL = "Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

/** What a program's installer writes. */
async function install(wine: Wine, key: string, values: Record<string, string>): Promise<void> {
  for (const [name, data] of Object.entries(values)) {
    const { code, output } = await wine.run(["reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", data, "/f"]);
    if (code !== 0) throw new Error(`reg.exe ended with ${code}: ${output}`);
  }
}

/** What the agent logged, for whoever looks for the reason of a failure. */
function agentLog(): string {
  const file = path.join(wineDir, "prefix/drive_c/vigia/logs/agent.log");
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "the agent has no log";
}

t.before(async () => {
  if ("reason" in found) return;
  if (spawnSync(process.execPath, ["--conditions=vigia-source", "scripts/bundle-agent.ts"], { cwd: root, stdio: "inherit" }).status !== 0)
    throw new Error("the agent cannot be bundled");
  server = await startServer(dataDir);
  api = await setUp(server.url, dataDir);
  wine = await Wine.make(path.join(wineDir, "prefix"));
  await install(wine, `HKLM\\${UNINSTALL}\\Editor`, { DisplayName: "An Editor", DisplayVersion: "4.2", InstallDate: "20260102" });
  await install(wine, `HKLM\\${UNINSTALL}\\Editor_part`, { DisplayName: "A part of it", ParentKeyName: "Editor" });
  await install(wine, `HKCU\\${UNINSTALL}\\Chat`, { DisplayName: "Chat", DisplayVersion: "1.0" });
});
t.teardown(async () => {
  wine?.end();
  await endAll();
  for (const folder of [dataDir, wineDir]) fs.rmSync(folder, { recursive: true, force: true });
});

t.test(
  "an unmodified node.exe enrols, is online, sends what it measures and what the machine is",
  { skip: "reason" in found && found.reason },
  async (t) => {
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
      throw new Error(`${error.message}\n${running.output()}\n${agentLog()}`);
    });
    t.ok((machine.latest?.memory?.totalBytes ?? 0) > 0);
    t.match(JSON.stringify(machine.facts), /Windows/, "it says that it is a Windows");
    const { sections } = await until(
      "its inventory is there",
      async () => {
        const inventory = await api.ok<Inventory>("GET", `/api/v1/resources/${machine.id}/inventory`);
        return inventory.sections.software && inventory.sections.os ? inventory : undefined;
      },
      180_000,
      500,
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${running.output()}\n${agentLog()}`);
    });
    t.match(sections.os?.name, /^Microsoft Windows 10/);
    // Wine's wmic hangs at times; then only what the registry knows is sent, as on a Windows whose WMI is broken.
    if (sections.os?.workgroup === undefined) t.comment("Wine's WMI did not answer: what only it knows was not looked at");
    else {
      t.equal(sections.system?.hypervisor, "wine");
      t.ok(
        sections.network?.interfaces?.some(({ mac }) => /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/.test(mac ?? "")),
        "a network card with its address",
      );
    }
    const programs = sections.software?.programs ?? [];
    t.match(programs, [
      { name: "An Editor", version: "4.2", source: "registry" },
      { name: "Chat", user: /./ },
    ]);
    t.equal(programs.length, 2, "no part of a program");
  },
);
