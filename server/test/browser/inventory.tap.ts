// A machine that tells what it is, over the real wire; then a person reads it on its page, asks for it anew, and asks the fleet.
import fs from "node:fs";
import { Lane } from "@vigia/protocol";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { FILTER_NAMES } from "../../../console/src/features/resources/list/filter-fields.ts";
import { FIELDS } from "../../src/modules/inventory/filter/index.ts";
import { type AgentSocket, FakeAgent } from "../fake-agent.ts";
import { inventoryRecords, MACHINE, type Sections } from "../inventory.ts";
import { type Api, makeToken, setUp } from "../kit/api.ts";
import { launch } from "../kit/browser.ts";
import { accessibility, fits, openConsole, painted } from "../kit/console.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";

const dataDir = temporaryFolder("inventory");
let server: RunningServer;
let api: Api;
let browser: Browser;
let page: Page;
let complaints: string[];
let agent: FakeAgent;
let socket: AgentSocket;
let seq = 0;

const NASTY = "=cmd()\u202Egnp.exe";
const FULL: Sections = {
  ...MACHINE,
  software: { programs: [...MACHINE.software.programs, { name: NASTY, version: "1", vendor: "", source: "registry" }] },
  services: { services: [{ name: "Spooler", title: "Print Spooler", state: 3, start: "auto" }] },
  network: { interfaces: [{ name: "Ethernet", mac: "02:00:00:00:00:01", kind: "ethernet", addresses: ["192.0.2.10/24"], up: true }] },
} as unknown as Sections;

function send(sections: Sections, known: Sections = {}): void {
  const records = inventoryRecords(seq + 1, Date.now(), sections, known);
  seq += records.length;
  socket.send({ body: "batch", batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records } });
}

t.before(async () => {
  [server, browser] = await Promise.all([startServer(dataDir), launch()]);
  api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  const { token } = await makeToken(api);
  agent = new FakeAgent(`${server.url.replace(/^http/, "ws")}/agent/v1`);
  await agent.enroll(token, { hostname: "FINANCE-03" });
  ({ socket } = await agent.connect());
  ({ page, complaints } = await openConsole(browser));
  const [name = "", value = ""] = api.cookie.split("=");
  await page.context().addCookies([{ name, value, url: server.url }]);
});
t.teardown(async () => {
  await browser?.close();
  socket?.kill();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const open = (tab: string) => page.goto(`${server.url}/resources/${agent.resourceId}?tab=${tab}`);
const section = (name: string) => page.locator(`section[aria-label="${name}"]`);

t.test("the box completes every field that the server understands", (t) => {
  t.same(FILTER_NAMES, Object.keys(FIELDS));
  t.end();
});

t.test("before anything came the page says so, and what arrives appears by itself", async (t) => {
  await open("hardware");
  await page.getByText("No inventory came yet.").waitFor();
  send(FULL);
  await section("Disks").getByText("healthy").waitFor();
  t.match(await section("Memory").textContent(), /DIMM A.*8 GiB/);
  t.match(await section("Machine").textContent(), /Asset tagnot known/, "what is not known is said");
  t.match(await section("Printers").textContent(), /Nothing is known/);
});

t.test("programs are searched, and a hostile name is only text", async (t) => {
  await page.getByRole("tab", { name: "Software" }).click();
  await page.getByLabel("Name or vendor").fill("cmd");
  await section("Programs").getByText("=cmd()").waitFor();
  await section("Programs").getByText("1 program", { exact: true }).waitFor();
  t.match(await section("Programs").textContent(), /gnp\.exe/);
});

t.test("every tab can be read by everybody, on a phone too", async (t) => {
  for (const tab of ["hardware", "software", "network", "services", "updates", "users", "security", "history"]) {
    await open(tab);
    await page.locator(".v-section table, .v-section dl, .v-section p").first().waitFor();
    await painted(page);
    t.same(await accessibility(page), [], tab);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["hardware", "network", "history"]) {
    await open(tab);
    await page.locator(".v-section").first().waitFor();
    t.ok(await fits(page), tab);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

t.test("asked by a person, the machine answers, and its history tells what is gone", async (t) => {
  await open("hardware");
  await page.getByRole("button", { name: "Ask the machine now" }).click();
  await socket.expect("inventoryRequest");
  await page.getByText("Asked. The machine is looking").waitFor();
  const memory = { ...MACHINE.memory, slots: MACHINE.memory.slots.slice(0, 1) };
  send({ memory } as Sections, FULL);
  await page.getByText("Asked. The machine is looking").waitFor({ state: "hidden" });
  await open("history");
  await section("What changed").getByText("DIMM B").waitFor();
  t.match(await section("What changed").textContent(), /Removed.*DIMM B/);
});

t.test("the overview's numbers lead to the machines, and a mistake in a filter is shown where it is", async (t) => {
  await page.goto(server.url);
  await page.getByRole("link", { name: "Antivirus off" }).click();
  await page.locator(".v-grid-item").getByText("FINANCE-03").waitFor();
  const box = page.getByRole("combobox", { name: "Ask the fleet" });
  t.equal(await box.inputValue(), "antivirus.on:no");
  await box.fill("disk.encripted:no");
  await page.keyboard.press("Enter");
  await page.getByText("This filter was not understood here:").waitFor();
  t.match(await page.locator(".v-ask mark").textContent(), "disk.encripted:no");
  await box.fill("disk.enc");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  t.equal(await box.inputValue(), "disk.encrypted:");
  t.same(await accessibility(page), []);
  await page.keyboard.type("no");
  await page.keyboard.press("Enter");
  await page.locator(".v-grid-item").getByText("FINANCE-03").waitFor();
});

t.test("who has a program and who lacks it", async (t) => {
  await page.goto(`${server.url}/software?q=firefox`);
  await page.getByRole("button", { name: "Mozilla Firefox" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("FINANCE-03").waitFor();
  t.same(await accessibility(page), []);
  await dialog.getByText("Lack it").click();
  await dialog.getByText("Every machine within your reach has it.").waitFor();
  t.same(complaints, []);
});
