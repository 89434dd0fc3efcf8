// Machines whose agents put forty payloads into every text they may send, over the real wire; then a person opens every page that shows
// any of it, and every export. Nothing may happen but that the texts can be read.
import fs from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { formulasIn, readCsv } from "../hostile/csv.ts";
import { fitsCollector, fitsName, fitsState, kept, machineName, shown } from "../hostile/expected.ts";
import { agentTextFields } from "../hostile/fields.ts";
import { HostileFleet } from "../hostile/fleet.ts";
import { Ledger, NOWHERE } from "../hostile/ledger.ts";
import { HostileMachine } from "../hostile/machine.ts";
import { awaitStart, awaitTexts, go, paletteFinds, rows, texts } from "../hostile/pages.ts";
import { PAYLOADS, payloadAt } from "../hostile/payloads.ts";
import { buildUnsafeConsole, filesWithSink, serveInstead } from "../hostile/unsafe-console.ts";
import { policyReports, watchFor } from "../hostile/watch.ts";
import { type Api, setUp } from "../kit/api.ts";
import { launch, openPage } from "../kit/browser.ts";
import { endAll, type RunningServer, root, startServer, temporaryFolder, until } from "../kit/processes.ts";

const dataDir = temporaryFolder("hostile");
const unsafeFolder = temporaryFolder("hostile-console");
const consoleFiles = path.join(root, "console/dist");
/** High enough for every row of every list. */
const viewport = { width: 1600, height: 5_000 };
const ledger = new Ledger();
const fields = agentTextFields();
let server: RunningServer;
let api: Api;
let browser: Browser;
let page: Page;
let complaints: string[];
let meant: (path: string) => void;
let fleet: HostileFleet;

/** A page of a person who is signed in already, and what it complained of. */
async function openWatched(options: Parameters<typeof openPage>[1] = {}, files = consoleFiles) {
  const watched = await openPage(browser, { viewport, ...options });
  const [name = "", value = ""] = api.cookie.split("=");
  await watched.page.context().addCookies([{ name, value, url: server.url }]);
  const see = watchFor(watched.page.context(), { url: server.url, consoleFiles: files, complaints: watched.complaints });
  return { ...watched, see };
}

t.before(async () => {
  [server, browser] = await Promise.all([startServer(dataDir), launch(), buildUnsafeConsole(unsafeFolder)]);
  api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  fleet = new HostileFleet(api, ledger);
  await fleet.begin();
  const opened = await openWatched();
  ({ page, complaints } = opened);
  meant = opened.see;
});
t.teardown(async () => {
  await browser?.close();
  fleet?.end();
  await endAll();
  for (const folder of [dataDir, unsafeFolder]) fs.rmSync(folder, { recursive: true, force: true });
});

async function open(address: string): Promise<void> {
  meant(address.split("?")[0] ?? "");
  await page.goto(server.url + address);
}

t.test("a token that is a payload is refused", async (t) => {
  const agent = new HostileMachine(server.url, 0, ledger).agent;
  for (const { name, text } of PAYLOADS) {
    const { refusal } = await agent.enroll(ledger.send("EnrollStatement.token", text));
    t.ok(refusal, name);
  }
  await t.rejects(agent.enroll("", { hostname: "half a character \ud800" }), "what is no text does not pass the wire");
});

t.test("machines that wait are listed by what they call themselves", async (t) => {
  await open("/resources?presence=pending");
  await awaitTexts(
    page,
    ".v-grid-item .v-cell-name bdi",
    fleet.waiting.map((machine) => machineName(machine.fact("hostname"))),
  );
  const list = await rows(page, ".v-grid-item");
  for (const machine of fleet.waiting) {
    const [name, system, version] = [machineName(machine.fact("hostname")), kept(machine.fact("osName"), 256), kept(machine.version, 64)];
    const row = list.find(([first]) => first === name);
    if (row?.includes(system) && row.includes(version)) ledger.found("EnrollStatement.agentVersion", machine.version);
    t.same(row, [name, system, version]);
  }
});

t.test("a machine is let in by its name, and sent away by it", async (t) => {
  await go(page, "/");
  const first = page.locator(".v-list-actions").first();
  await first.waitFor();
  const [[name = ""] = []] = await rows(page, ".v-list-actions");
  await first.getByRole("button", { name: "Refuse" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  t.match(await dialog.textContent(), name.slice(0, 60));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await first.getByRole("button", { name: "Approve" }).click();
  const told = page.getByText(/is approved/);
  await told.waitFor();
  t.match(await told.textContent(), name.slice(0, 60));
});

t.test("the list shows every name, system and release", async (t) => {
  await go(page, "/resources");
  const wanted = fleet.working.map((machine) => machineName(machine.fact("hostname")));
  t.same(await awaitTexts(page, ".v-grid-item .v-cell-name bdi", wanted), []);
  const cells = new Set(await texts(page, ".v-grid-item .v-cell-agentVersion bdi"));
  const systems = new Set(await texts(page, ".v-grid-item .v-cell-os bdi"));
  for (const machine of fleet.working) {
    if (cells.has(kept(machine.version, 64))) ledger.found("HelloStatement.agentVersion", machine.version);
    t.ok(systems.has(kept(machine.fact("osName"), 256)), `the system of machine ${machine.index}`);
  }
  const tips = (
    await page.locator(".v-cell-worstVolume [title]").evaluateAll((all) => all.map((one) => one.getAttribute("title") ?? ""))
  ).join("\n");
  for (const { name, text } of PAYLOADS) if (fitsName(text)) t.ok(tips.includes(shown(text)), `${name} as the fullest volume`);
});

/** The rows of a machine's page that hold its facts, by place. */
const FACT_ROWS = {
  hostname: 0,
  osName: 1,
  osVersion: 1,
  kernel: 2,
  architecture: 3,
  cpuModel: 4,
  timeZone: 7,
  addresses: 8,
  runtimeVersion: 9,
} as const;

t.test("each machine's page shows what it says it is", async (t) => {
  for (const machine of fleet.working) {
    await go(page, `/resources/${machine.id}`);
    t.same(await awaitTexts(page, "h1 bdi", [machineName(machine.fact("hostname"))]), []);
    await page.locator(".v-facts").waitFor();
    const facts = await texts(page, ".v-facts dd");
    const lost = Object.entries(FACT_ROWS).flatMap(([field, row]) => {
      const text = machine.fact(field as keyof typeof FACT_ROWS);
      if (!fitsState(text)) return [];
      if (facts[row]?.includes(kept(text, 256)) !== true) return [`${field}: ${text}`];
      ledger.found(`HostFacts.${field}`, text);
      return [];
    });
    t.same(lost, []);
    const strip = await texts(page, ".v-strip bdi");
    t.ok(strip.includes(kept(machine.version, 64)), "the agent's release");
    t.equal(await page.title(), `${machineName(machine.fact("hostname")).slice(0, 80)} · Vigia`.replace(/… · /, " · "));
  }
});

t.test("what the limits forbid is set aside, counted and said", async (t) => {
  for (const machine of fleet.all.filter(({ forbidden }) => forbidden.length > 0)) {
    const { quarantined } = await api.ok<{ quarantined: number }>("GET", `/api/v1/resources/${machine.id}`);
    t.equal(quarantined, machine.forbidden.length);
    if (quarantined === machine.forbidden.length) for (const { field, text } of machine.forbidden) ledger.found(field, text);
  }
  await go(page, `/resources/${fleet.heavy.id}`);
  await page
    .getByText(`${fleet.heavy.forbidden.length} measurements`, { exact: false })
    .or(page.locator(".v-inline-warning"))
    .first()
    .waitFor();
  t.match(await page.locator(".v-inline-warning").textContent(), String(fleet.heavy.forbidden.length));
});

t.test("a machine with forty of everything shows them all", async (t) => {
  const fit = PAYLOADS.map(({ text }) => text).filter(fitsName);
  const section = (name: string) => `section[aria-label="${name}"]`;
  await page
    .locator(`${section("Volumes")} tbody tr`)
    .first()
    .waitFor();
  const volumes = await rows(page, `${section("Volumes")} tbody tr`);
  t.equal(volumes.length, fit.length);
  for (const [index, text] of fit.entries()) {
    const filesystem = fit[(index + 1) % fit.length] ?? "";
    t.same(volumes[index], [shown(text), shown(filesystem)]);
    if (volumes[index]?.[0] === shown(text)) ledger.found("VolumeMetric.mount", text);
    if (volumes[index]?.[1] === shown(filesystem)) ledger.found("VolumeMetric.filesystem", filesystem);
  }
  for (const [name, field] of [
    ["Disks", "DiskMetric.device"],
    ["Network", "InterfaceMetric.name"],
  ] as const) {
    const things = await rows(page, `${section(name)} tbody tr`);
    t.same(things.flat(), fit.map(shown));
    for (const [index, text] of fit.entries()) if (things[index]?.[0] === shown(text)) ledger.found(field, text);
  }
  const collectors = await rows(page, ".v-collector");
  for (const [index, { name, text }] of PAYLOADS.entries()) {
    const reason = payloadAt(index + 1);
    const wanted = fitsCollector(text) ? kept(text, 256) : `plain ${index}`;
    const row = collectors.find(([first]) => first === wanted);
    t.ok(row, `a collector called ${name}`);
    if (row && fitsCollector(text)) ledger.found("CollectorStatus.collector", text);
    if (row?.[1] === kept(reason, 256)) ledger.found("CollectorStatus.reason", reason);
  }
});

t.test("its history shows every sentence", async (t) => {
  await go(page, `/resources/${fleet.heavy.id}?tab=history`);
  const missing = await awaitTexts(
    page,
    ".v-timeline bdi",
    PAYLOADS.map(({ text }) => kept(text, 1_000)),
  );
  t.same(missing, []);
  for (const { text } of PAYLOADS) if (!missing.includes(kept(text, 1_000))) ledger.found("AgentEvent.detail", text);
});

t.test("why a part of the inventory could not be read stands there as text", async (t) => {
  for (const machine of fleet.working) {
    const reason = payloadAt(machine.index);
    await go(page, `/resources/${machine.id}?tab=network`);
    if (await awaitStart(page, ".v-section-lead bdi", kept(reason, 500).slice(0, 60))) ledger.found("SectionTrouble.reason", reason);
  }
  t.same(ledger.missing(["SectionTrouble.reason"]), []);
});

t.test("its charts are called like its things, and are saved under harmless names", async (t) => {
  await go(page, `/resources/${fleet.heavy.id}?tab=performance`);
  await page.locator(".v-chart canvas").first().waitFor();
  const titles = (await texts(page, ".v-chart-title")).join("\n");
  for (const { name, text } of PAYLOADS)
    if (fitsName(text)) t.ok(titles.split(shown(text).slice(0, 60)).length >= 4, `three charts of ${name}`);
  const chart = page.locator(".v-chart").filter({ hasText: "drop table" }).first();
  for (const [kind, ending] of [
    ["CSV", /\.csv$/],
    ["PNG", /\.png$/],
  ] as const) {
    await chart.getByRole("button").first().click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: kind }).click();
    const download = await saved;
    t.match(download.suggestedFilename(), ending);
    t.notMatch(download.suggestedFilename(), /[^\p{L}\p{N}.-]/u);
    if (kind === "CSV") t.same(formulasIn(fs.readFileSync(await download.path(), "utf8")), []);
  }
});

t.test("search finds every name", async (t) => {
  const found = await paletteFinds(page, ["hz0", "hz1", "hz2", "hz3", "hz40", "__proto__", payloadAt(0), payloadAt(22)]);
  for (const machine of fleet.working) t.ok(found.has(machineName(machine.fact("hostname"))), `machine ${machine.index}`);
});

t.test("the overview, the set-up and every client name machines as text", async (t) => {
  const known = new Set(PAYLOADS.flatMap(({ text }) => [shown(text), machineName(text), kept(text, 256)]));
  for (const [address, selector] of [
    ["/", ".v-list bdi"],
    ["/setup?step=machine", ".v-arrival bdi"],
  ] as const) {
    await go(page, address);
    await page.locator(selector).first().waitFor();
    const strange = (await texts(page, selector)).filter((text) => !known.has(text));
    t.same(strange, [], address);
  }
  type Row = { name: string; client: { id: string } };
  const { items } = await api.ok<{ items: Row[] }>("GET", "/api/v1/resources?limit=200");
  for (const id of new Set(items.map(({ client }) => client.id))) {
    await go(page, `/clients/${id}`);
    const names = items.filter(({ client }) => client.id === id).map(({ name }) => shown(name));
    t.same(await awaitTexts(page, ".v-list bdi", names), []);
  }
});

t.test("a machine's name in a question is nothing but its name", async (t) => {
  for (const machine of [0, 21, 22, 23, 24].map((index) => fleet.working[index] as HostileMachine)) {
    const name = machineName(machine.fact("hostname"));
    await go(page, `/resources/${machine.id}`);
    await awaitTexts(page, "h1 bdi", [name]);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    t.ok((await dialog.textContent())?.includes(name.slice(0, 60)), `machine ${machine.index}`);
    await dialog.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
});

t.test("a secret's place and the choice of a place name the machine", async (t) => {
  const machine = fleet.working[0] as HostileMachine;
  const name = machineName(machine.fact("hostname"));
  await api.ok("POST", "/api/v1/secrets", { name: "local administrator", value: "s3cret", resourceId: machine.id });
  await go(page, "/vault");
  await page.getByText("local administrator").waitFor();
  t.same(await awaitTexts(page, "bdi", [name]), []);
  await go(page, `/resources/${machine.id}?tab=settings`);
  t.same(await awaitTexts(page, "h1 bdi", [name]), []);
  await go(page, "/settings/explain?place=one");
  await page.getByLabel("Client, site or machine").and(page.locator("input")).fill("hz01");
  const option = page.getByRole("option", { name });
  await option.first().waitFor();
  t.match(await option.first().textContent(), name);
  await page.keyboard.press("Escape");
});

t.test("every other page stays as it is", async (t) => {
  for (const page_ of ["", "/people", "/groups", "/security", "/tokens", "/sso", "/mail"]
    .map((name) => `/settings${name}`)
    .concat("/account")) {
    await go(page, page_);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  }
  await page.getByRole("button", { name: /Notices|notices/ }).click();
  await page.locator(".v-notices").waitFor();
  await page.keyboard.press("Escape");
  t.same(complaints, []);
});

t.test("machines that leave say why, in the log of what was done and in its export", async (t) => {
  await Promise.all(fleet.waiting.map((machine) => machine.connect().then(() => machine.leave())));
  await go(page, "/audit?q=unenrolled");
  const reasons = PAYLOADS.map(({ text }) => kept(text, 500));
  const missing = await awaitTexts(page, ".v-audit-other bdi", reasons);
  t.same(missing, []);
  for (const { text } of PAYLOADS) if (!missing.includes(kept(text, 500))) ledger.found("Unenroll.reason", text);
  await go(page, "/audit");
  await page.locator(".v-audit-row").first().waitFor();

  const saved = page.waitForEvent("download");
  await page
    .getByRole("button", { name: "Save as CSV" })
    .or(page.getByRole("button", { name: /CSV/ }))
    .first()
    .click();
  const csv = fs.readFileSync(await (await saved).path(), "utf8");
  t.same(formulasIn(csv), [], "no cell runs, whichever separator the spreadsheet takes");
  const [head = [], ...entries] = readCsv(csv);
  const left = entries.filter((row) => row[head.indexOf("action")] === "agent.unenrolled");
  const said = left.map((row) => (JSON.parse(row[head.indexOf("details")] ?? "") as { reason: string }).reason);
  t.same(
    PAYLOADS.filter(({ text }) => !said.some((reason) => shown(reason) === kept(text, 500))),
    [],
    "the export tells every reason",
  );
});

t.test("a machine that arrives while a person waits for it", async (t) => {
  await open("/add");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const late = await fleet.arrive();
  t.same(await awaitTexts(page, ".v-list bdi", [machineName(late.fact("hostname"))]), []);
});

t.test("no page did anything else", async (t) => {
  t.same(complaints, []);
  t.equal(await policyReports(server.url), 0, "no page was kept from anything by its policy");
  t.same(await page.evaluate(() => Object.keys(Object.prototype)), [], "no object was given anything through its prototype");
  t.notOk(server.program.output.includes('"level":50'), server.program.output);
});

t.test("a page that is kept from something says so to the server", async (t) => {
  const kept = await openWatched({});
  await kept.page.goto(`${server.url}/resources`);
  await kept.page.evaluate(() => {
    new Image().src = "http://127.0.0.1:1/picture.png";
  });
  t.ok(await until("the browser's report", async () => ((await policyReports(server.url)) > 0 ? true : undefined)));
  await kept.page.context().close();
});

t.test("every text that an agent can send was sent with every payload, and is read somewhere", (t) => {
  t.equal(PAYLOADS.length, 40);
  t.same(
    Object.keys(NOWHERE).filter((field) => !fields.includes(field)),
    [],
  );
  t.same(ledger.missing(fields), []);
  t.end();
});

t.test("a console with one unsafe sink trips the pack, and the product's has none", async (t) => {
  t.same(filesWithSink(consoleFiles), []);
  t.not(filesWithSink(unsafeFolder).length, 0);
  for (const bypassCSP of [false, true]) {
    const unsafe = await openWatched({ bypassCSP }, unsafeFolder);
    await serveInstead(unsafe.page.context(), server.url, unsafeFolder);
    unsafe.see("/resources");
    await unsafe.page.goto(`${server.url}/resources`);
    const of = (kind: string) => unsafe.complaints.filter((line) => line.startsWith(kind));
    if (bypassCSP) {
      await until("a dialog and a request", () => (of("dialog").length > 0 && of("request").length > 0 ? true : undefined));
      t.pass("without the policy, dialogs open and requests leave");
    } else {
      await until("a violated policy", () => (unsafe.complaints.length > 0 ? true : undefined));
      t.same(of("dialog"), [], "the policy held the sink");
      t.comment(unsafe.complaints[0]);
    }
    await unsafe.page.context().close();
  }
});
