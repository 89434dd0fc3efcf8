// Equipment out of a spreadsheet: the template in XLSX is filled, dropped, checked, mapped, imported and exported again; then the licences.
import fs from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { type Cell, readTableApart, tableDownload } from "../../src/spreadsheet/index.ts";
import { type Api, setUp } from "../kit/api.ts";
import { launch } from "../kit/browser.ts";
import { accessibility, contrast, fits, openConsole, painted } from "../kit/console.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";

const dataDir = temporaryFolder("import");
let server: RunningServer;
let api: Api;
let browser: Browser;
let page: Page;
let complaints: string[];

t.before(async () => {
  [server, browser] = await Promise.all([startServer(dataDir), launch()]);
  api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  ({ page, complaints } = await openConsole(browser));
  const [name = "", value = ""] = api.cookie.split("=");
  await page.context().addCookies([{ name, value, url: server.url }]);
});
t.teardown(async () => {
  await browser?.close();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Clicks what saves a file and answers where it lies. */
async function saved(click: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  const place = path.join(dataDir, file.suggestedFilename());
  await file.saveAs(place);
  return place;
}

async function* each(rows: readonly (readonly Cell[])[]) {
  yield* rows;
}

/** The template with rows that name some of its columns. */
async function filled(template: string, rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  const { columns } = await readTableApart(fs.readFileSync(template));
  const table = [[...columns, "Room"], ...rows.map((row) => [...columns, "Room"].map((column) => row[column] ?? ""))];
  return buffer(tableDownload(each(table), { name: "things" }).content);
}

t.test("a filled template is checked row by row, with what is wrong in words", async (t) => {
  await page.goto(`${server.url}/resources`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Import a table" }).click();
  const template = await saved(() => page.getByRole("button", { name: "Excel" }).click());
  t.same(await accessibility(page), []);
  const content = await filled(template, [
    { Name: "=cmd()|printer", Client: "Polar Foods", "Serial number": "S-1", "Warranty until": "2030-01-31", Room: "12" },
    { Name: "Scanner", Client: "Polar Foods", "Acquired on": "soon" },
    { Client: "Polar Foods" },
  ]);
  await page.locator("input[type=file]").setInputFiles({ name: "things.xlsx", mimeType: "application/octet-stream", buffer: content });
  await page.getByText("there is no client “Polar Foods” within your reach").first().waitFor();
  await page.getByLabel("Make clients and sites that are not there yet").check();
  await page.getByText("“soon” in Acquired on is no date that is understood").waitFor();
  await page.getByLabel("Becomes: Room").selectOption("Asset tag");
  await page.getByRole("button", { name: "Import 1 row" }).waitFor();
  t.equal(await page.getByLabel("Becomes: Asset tag").inputValue(), "", "a target belongs to one column");
  await painted(page);
  t.same(await accessibility(page), []);
  await page.setViewportSize({ width: 390, height: 844 });
  t.ok(await fits(page));
  await page.setViewportSize({ width: 1440, height: 900 });
});

t.test("the good rows are written, the bad ones told; the same file changes nothing", async (t) => {
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await page.getByText("Done. 1 new, 0 changed, 0 the same, 2 not imported.").waitFor();
  const report = await saved(async () => {
    await page.getByRole("button", { name: "Report" }).click();
    await page.getByRole("menuitem", { name: "As CSV" }).click();
  });
  t.match(fs.readFileSync(report, "utf8"), /'=cmd\(\)\|printer/);
  t.same(await accessibility(page), []);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  await painted(page);
  t.same(await contrast(page), []);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByRole("link", { name: "See the machines" }).click();
  await page.locator(".v-grid-item").getByText("=cmd()|printer").waitFor();
});

t.test("what the list shows leaves as a table that comes back as it was", async (t) => {
  const table = await saved(async () => {
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Export · Excel" }).click();
  });
  const { columns, rows } = await readTableApart(fs.readFileSync(table));
  t.equal(rows[0]?.cells[columns.indexOf("Name")], "=cmd()|printer");
  await page.goto(`${server.url}/resources/import`);
  const again = Buffer.from("Name;Client;Serial number\n=cmd()|printer;Polar Foods;S-1\n");
  await page.locator("input[type=file]").setInputFiles({ name: "again.csv", mimeType: "text/csv", buffer: again });
  await page.getByRole("button", { name: "There is nothing to import" }).waitFor();
  await page.getByText("Same 1").waitFor();
});

t.test("licences have their page, also when there are none", async (t) => {
  await page.goto(`${server.url}/licences`);
  await page.getByText("No licence is known yet").waitFor();
  t.same(await accessibility(page), []);
  t.same(complaints, []);
});
