// A person makes the list of machines their own: columns, a saved view, what was changed about it, and the same list from its address.
import fs from "node:fs";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { type Api, setUp } from "../kit/api.ts";
import { launch } from "../kit/browser.ts";
import { accessibility, fits, openConsole, painted } from "../kit/console.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";

const dataDir = temporaryFolder("views");
let server: RunningServer;
let api: Api;
let browser: Browser;
let page: Page;
let complaints: string[];

t.before(async () => {
  [server, browser] = await Promise.all([startServer(dataDir), launch()]);
  api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  const client = await api.ok("POST", "/api/v1/clients", { name: "Bakery" });
  const site = await api.ok("POST", "/api/v1/sites", { clientId: client["id"], name: "Shop" });
  const place = { clientId: client["id"], siteId: site["id"] };
  await api.ok("POST", "/api/v1/resources", { ...place, name: "Till", manufacturer: "Epson", warrantyDate: "2020-03-31" });
  await api.ok("POST", "/api/v1/resources", { ...place, name: "Scale", manufacturer: "Toledo", warrantyDate: "2098-03-31" });
  ({ page, complaints } = await openConsole(browser));
  const [name = "", value = ""] = api.cookie.split("=");
  await page.context().addCookies([{ name, value, url: server.url }]);
});
t.teardown(async () => {
  await browser?.close();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const heads = async () => (await page.getByRole("columnheader").allTextContents()).filter((text) => text !== "" && text !== "Selection");
const box = () => page.getByRole("combobox", { name: "Ask the fleet" });

t.test("columns are chosen, moved by the keyboard and sorted by", async (t) => {
  await page.goto(`${server.url}/resources`);
  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Search columns").fill("warr");
  await dialog.getByRole("button", { name: "Warranty ends: show" }).click();
  await dialog.getByLabel("Search columns").fill("maker");
  await dialog.getByRole("button", { name: "Maker: show" }).click();
  for (const gone of ["CPU", "Memory", "Fullest volume", "Agent", "Last seen"])
    await dialog.getByRole("button", { name: `${gone}: hide`, exact: true }).click();
  await dialog.getByRole("button", { name: "Maker: further to the left" }).press("Enter");
  await painted(page);
  t.same(await accessibility(page), []);
  await page.keyboard.press("Escape");
  t.same(await heads(), ["Name", "Client and site", "System", "Maker", "Warranty ends"]);
  await page.getByRole("row", { name: /Till/ }).getByText("Epson").waitFor();
  await page.getByRole("button", { name: "Warranty ends" }).click();
  await page.getByRole("columnheader", { name: "Warranty ends" }).and(page.locator("[aria-sort=ascending]")).waitFor();
});

t.test("a view keeps the list, says when it was changed, and its address opens the same", async (t) => {
  await box().fill("warranty<today");
  await box().press("Enter");
  await page.getByRole("row", { name: /Scale/ }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save as a new view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Warranty over");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const tab = page.getByRole("button", { name: "Warranty over" });
  await tab.and(page.locator("[aria-current=page]")).waitFor();
  const address = page.url();

  await box().fill("");
  await box().press("Enter");
  await page.getByRole("img", { name: "Changed since it was saved" }).waitFor();
  await page.getByRole("button", { name: "Discard changes" }).click();
  t.equal(await box().inputValue(), "warranty<today");
  await page.getByRole("img", { name: "Changed since it was saved" }).waitFor({ state: "detached" });

  await page.goto(server.url);
  await page.goto(address);
  await page.getByRole("row", { name: /Till/ }).waitFor();
  t.same(await heads(), ["Name", "Client and site", "System", "Maker", "Warranty ends"]);
  await painted(page);
  t.same(await accessibility(page), []);
});

t.test("it is shared, begins the list, and is deleted", async (t) => {
  const menu = () => page.getByRole("button", { name: "View", exact: true }).click();
  await menu();
  await page.getByRole("menuitem", { name: "Share with everybody" }).click();
  await page.getByLabel("Shared", { exact: true }).waitFor();
  await menu();
  await page.getByRole("menuitem", { name: "Begin with this view" }).click();
  await page.waitForFunction(async () => {
    const answer = await fetch("/api/v1/views");
    return (await answer.json()).items.some((view: { isDefault: boolean; shared: boolean }) => view.isDefault && view.shared);
  });
  await page.goto(`${server.url}/resources`);
  await page.getByRole("button", { name: "Warranty over" }).and(page.locator("[aria-current=page]")).waitFor();
  t.match(page.url(), /filter=warranty/);
  await page.setViewportSize({ width: 390, height: 844 });
  await painted(page);
  t.ok(await fits(page));
  await page.setViewportSize({ width: 1440, height: 900 });
  await menu();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByRole("row", { name: /Scale/ }).waitFor();
  t.equal(await page.getByRole("button", { name: "Warranty over" }).count(), 0);
});

t.test("what the language does not understand is said in the person's own words", async (t) => {
  await box().fill("warranty<soon");
  await box().press("Enter");
  await page.getByText(/“soon” is no date/).waitFor();
  await box().fill("warr");
  await box().press("ArrowDown");
  await box().press("Enter");
  t.equal(await box().inputValue(), "warranty<");
  t.same(
    complaints.filter((text) => !text.includes("400")),
    [],
  );
});
