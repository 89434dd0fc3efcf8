// The first machine as a person sees it in a real browser: set up, sign in, add a machine, watch it live, lose it, have it back.
import fs from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { launch, openPage, type WatchedPage } from "../kit/browser.ts";
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

const dataDir = temporaryFolder("browser-server");
const agentDir = temporaryFolder("browser-agent");
fs.chmodSync(agentDir, 0o700);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const person = { email: "ana@example.test", password: "correct horse battery staple" };
let server: RunningServer;
let browser: Browser;
let watched: WatchedPage;
let page: Page;
let agent: Program;

t.before(async () => {
  server = await startServer(dataDir);
  browser = await launch();
  watched = await openPage(browser);
  page = watched.page;
  await page.addInitScript({ content: axe });
});
t.afterEach(async (test) => {
  const folder = process.env["VIGIA_SHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${test.name.replaceAll(/\W+/g, "-")}.png` });
});
t.teardown(async () => {
  await browser.close();
  await endAll();
  for (const folder of [dataDir, agentDir]) fs.rmSync(folder, { recursive: true, force: true });
});

/** What axe finds wrong with the page as it stands: rule and place. */
function accessibility(): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"],
    });
    return found.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id} ${node.target.join(" ")}`));
  });
}

t.test("the set-up page makes the organization and hands over the recovery key", async (t) => {
  await page.goto(server.url);
  await page.getByLabel("Set-up code").fill("WRON-GCOD-E");
  await page.getByLabel("Organization", { exact: true }).fill("Acme IT");
  await page.getByLabel("Your name").fill("Ana Admin");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  t.same(await accessibility(), []);
  await page.getByRole("button", { name: "Create the organization" }).click();
  await page.getByText("That code is not right").waitFor();
  t.equal(await page.getByLabel("Organization", { exact: true }).inputValue(), "Acme IT", "nothing typed is lost");
  await page.getByLabel("Set-up code").fill(fs.readFileSync(`${dataDir}/setup-code`, "utf8").trim());
  await page.getByRole("button", { name: "Create the organization" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the key" }).click();
  t.match(fs.readFileSync(await (await download).path(), "utf8"), /PRIVATE KEY/);
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByText("Your first machine is arriving").waitFor();
  t.notOk(fs.existsSync(`${dataDir}/recovery-key`), "the server keeps no copy");
});

t.test("signing out and in again", async (t) => {
  await page.goto(server.url);
  await page.getByRole("button", { name: /Ana Admin/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("not this one at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("E-mail or password is not right").waitFor();
  t.same(await accessibility(), []);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
});

t.test("the key to the vault is handed over once, and the banner goes", async (t) => {
  const banner = page.getByText("Nobody has a copy of the key to the vault yet");
  await banner.waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the key" }).click();
  t.same(fs.readFileSync(await (await download).path()), fs.readFileSync(`${dataDir}/keys/kek`));
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("button", { name: "Yes, it is safe" }).click();
  await banner.waitFor({ state: "hidden" });
});

t.test("one line adds a machine, and it arrives while one looks", async (t) => {
  await page.goto(`${server.url}/add`);
  // With one client and one site there is nothing to choose.
  await page.getByRole("button", { name: "Make the line" }).click();
  const line = page.getByText(/vigia-agent\.mjs enroll --server/);
  await line.waitFor();
  const token = /enr_[\w-]{70}/.exec((await line.textContent()) ?? "")?.[0] ?? "";
  const enrolled = await agentCommand(agentDir, ["enroll", "--server", server.url, "--token", token]);
  t.equal(enrolled.code, 0, enrolled.output);
  agent = startAgent(agentDir, { VIGIA_AGENT_METRICS_INTERVAL: "5" });
  await page.getByRole("button", { name: "Approve" }).first().click();
  await page.getByText(/is approved/).waitFor();
  t.same(await accessibility(), []);
});

t.test("its page shows it live and its charts move", async (t) => {
  await page.goto(`${server.url}/resources`);
  const row = page.getByRole("row").filter({ has: page.getByRole("img", { name: "Online" }) });
  await row.first().waitFor();
  t.same(await accessibility(), []);
  await row.first().getByRole("link").first().click();
  await page.getByRole("tab", { name: "Performance" }).click();
  await page.locator("canvas").first().waitFor();
  t.same(await accessibility(), []);
  await page
    .getByRole("button", { name: /CPU.*view and download|view and download/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Show as table" }).click();
  const table = page.locator(".v-chart-table tbody").first();
  const before = await table.textContent();
  await until("a measurement arrived without a reload", async () => ((await table.textContent()) === before ? undefined : true));
  t.pass("a new measurement appeared without a reload");
});

t.test("killed, it is shown as not answering, then offline; started again, it is back", async (t) => {
  const presence = (name: string) => page.getByRole("img", { name, exact: true }).first();
  await agent.end("SIGKILL");
  await presence("Not answering").waitFor({ timeout: 10_000 });
  await presence("Offline").waitFor({ timeout: 100_000 });
  agent = startAgent(agentDir);
  await presence("Online").waitFor();
  t.pass("online, not answering, offline and online again, all without a reload");
});

t.test("it fits a telephone, in the dark and in Portuguese", async (t) => {
  const { page: phone, complaints } = await openPage(browser, {
    viewport: { width: 390, height: 844 },
    colorScheme: "dark",
    locale: "pt-BR",
    storageState: await page.context().storageState(),
  });
  for (const path of ["/", "/resources", "/clients", "/add", "/settings"]) {
    await phone.goto(server.url + path);
    await phone.getByRole("heading", { level: 1 }).first().waitFor();
    t.ok(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${path} does not scroll sideways`);
  }
  await phone.getByRole("link", { name: "Recursos" }).first().waitFor();
  t.same(complaints, []);
});

t.test("no page complained: no error, no violated policy", (t) => {
  t.same(watched.complaints, []);
  t.end();
});
