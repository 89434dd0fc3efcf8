// Equipment as it is clicked: fields of the organization's own, a resource without an agent, its details while somebody else changes
// them too, tags, notes, files, and the way back from a deletion.
import fs from "node:fs";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { type Api, setUp, signIn } from "../kit/api.ts";
import { launch } from "../kit/browser.ts";
import { accessibility, contrast, fits, openConsole, painted } from "../kit/console.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";

const dataDir = temporaryFolder("equipment");
let server: RunningServer;
let api: Api;
let browser: Browser;
let page: Page;
let complaints: string[];
let address: string;

const section = (name: string) => page.locator(`section[aria-label="${name}"]`);
const button = (name: string) => page.getByRole("button", { name, exact: true });
const inDialog = (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true });
const field = (label: string) => page.getByRole("dialog").getByLabel(label, { exact: true });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const resourceId = () => new URL(page.url()).pathname.split("/").at(-1) ?? "";

t.before(async () => {
  [server, browser] = await Promise.all([startServer(dataDir), launch()]);
  api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  const client = await api.ok<{ id: string }>("POST", "/api/v1/clients", { name: "Acme" });
  await api.ok("POST", "/api/v1/sites", { clientId: client.id, name: "Headquarters" });
  ({ page, complaints } = await openConsole(browser));
  const [name = "", value = ""] = api.cookie.split("=");
  await page.context().addCookies([{ name, value, url: server.url }]);
});
t.teardown(async () => {
  await browser?.close();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

t.test("the organization makes fields of its own and puts them in order", async (t) => {
  await page.goto(`${server.url}/settings/fields`);
  await button("New container").click();
  await field("Name").fill("Lease");
  await page.keyboard.press("Enter");
  await section("Lease").waitFor();
  for (const [label, kind, required] of [
    ["Monthly", "Amount of money", false],
    ["Lessor", "Choice", true],
  ] as const) {
    await button("New field in Lease").click();
    await field("Label").fill(label);
    await page.getByRole("dialog").getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: kind, exact: true }).click();
    if (required) {
      await field("Options").fill("North Bank");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").getByLabel("Required").check();
    }
    await inDialog("Create").click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await button("Move Lessor up").click();
  await section("Lease").getByRole("listitem").first().getByText("Lessor").waitFor();
  t.same(await accessibility(page), []);
});

t.test("a resource without an agent is made by hand, and what is wrong is said at its field", async (t) => {
  await page.goto(`${server.url}/resources`);
  await page.getByRole("heading", { name: "Resources" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Machine, client, site or action…").fill("equipment without");
  await page.getByRole("option", { name: "Add equipment without an agent" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "New equipment" }).waitFor();
  await page.getByLabel("Name").fill("Front desk printer");
  await page.getByRole("combobox", { name: "Client" }).fill("Acme");
  await page.getByRole("option", { name: "Acme", exact: true }).click();
  await page.getByRole("combobox", { name: "Type" }).fill("prin");
  await page.getByRole("option", { name: "Printer" }).click();
  await page.getByLabel("Serial number").fill("Z-100");
  await page.getByLabel("Acquired on").fill("2025-02-01");
  await page.getByLabel("Warranty until").fill("2025-01-31");
  await page.getByLabel("Monthly").fill("1,234.50");
  await button("Create").click();
  await page.getByText("The warranty cannot end before the acquisition.").waitFor();
  await page.getByText("2 fields need a correction.").waitFor();
  t.same(await accessibility(page), []);
  await page.getByLabel("Warranty until").fill(inDays(9));
  await page.getByRole("combobox", { name: "Lessor" }).click();
  await page.getByRole("option", { name: "North Bank" }).click();
  await button("Create").click();
  await page.getByRole("heading", { name: "Front desk printer" }).waitFor();
  await section("Lease").getByText("1,234.50").waitFor();
  await page.getByText("ends in 9 days").first().waitFor();
  t.same(await page.getByRole("tab").allTextContents(), ["Overview", "Files", "History"], "what only an agent fills is not offered");
  t.match(await section("Details").textContent(), /Makernot said.*Serial numberZ-100/);
  address = page.url();
});

t.test("when another person was faster, theirs is told and what was typed stays", async (t) => {
  await button("Edit details").click();
  await field("Serial number").fill("Z-101");
  const other = await signIn(server.url);
  const { version } = await other.ok<{ version: number }>("GET", `/api/v1/resources/${resourceId()}`);
  const ifMatch = { "if-match": `"${version}"` };
  await other.ok("PATCH", `/api/v1/resources/${resourceId()}`, { serial: "Z-999", assetTag: "A-1" }, ifMatch);
  await inDialog("Save").click();
  await page.getByText("Somebody else saved this machine’s details").waitFor();
  await page.getByText("Now stands here: Z-999").waitFor();
  t.equal(await field("Asset tag").inputValue(), "A-1", "what only they changed is taken over");
  t.equal(await field("Serial number").inputValue(), "Z-101");
  t.same(await accessibility(page), []);
  await inDialog("Save").click();
  await page.getByText("Details saved.").waitFor();
  t.match(await section("Details").textContent(), /Z-101.*A-1/);
  await page.goto(`${address}?tab=history`);
  await section("What changed").getByText("Z-999").first().waitFor();
  t.match(await section("What changed").textContent(), /serial number.*Z-101.*Ana Admin/);
});

t.test("tags and notes are written in place", async (t) => {
  await page.goto(address);
  await section("Tags").locator("input").first().fill("rented");
  await page.keyboard.press("Enter");
  await page.getByLabel("Write a note").fill("Toner is low.");
  await button("Add the note").click();
  await section("Notes").getByText("Toner is low.").waitFor();
  await button("Edit the note").click();
  await page.getByLabel("Edit the note").fill("Toner is new.");
  await button("Save").click();
  await section("Notes").getByText("edited").waitFor();
  await page.reload();
  await section("Tags").getByText("rented").waitFor();
  await section("Notes").getByText("Toner is new.").waitFor();
  await button("Delete the note").click();
  await inDialog("Delete the note").click();
  await page.getByText("Nobody wrote anything yet.").waitFor();
  t.same(await accessibility(page), []);
});

t.test("files are attached, several at once, refused with the reason, fetched and deleted", async (t) => {
  await page.getByRole("tab", { name: "Files" }).click();
  const chooser = page.locator('input[type="file"]');
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
  await chooser.setInputFiles([
    file("invoice.txt", Buffer.from("1234")),
    file("empty.txt", Buffer.alloc(0)),
    file("photo.png", Buffer.from("x")),
  ]);
  await page.getByRole("link", { name: "invoice.txt", exact: true }).waitFor();
  await page.getByRole("link", { name: "photo.png", exact: true }).waitFor();
  await page.getByText("The file is empty.").waitFor();
  t.same(await accessibility(page), []);
  await button("Put empty.txt off this list").click();
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["by hand"], "dropped.txt"));
    return data;
  });
  await page.locator(".v-drop").dispatchEvent("drop", { dataTransfer: dropped });
  await page.getByRole("link", { name: "dropped.txt", exact: true }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download invoice.txt" }).click();
  t.equal(fs.readFileSync(await (await download).path(), "utf8"), "1234");
  await button("Delete dropped.txt").click();
  await inDialog("Delete").click();
  await page.getByRole("link", { name: "dropped.txt", exact: true }).waitFor({ state: "hidden" });
});

t.test("it is put into a group, deleted, and brought back where it stood", async () => {
  await button("More actions").click();
  await page.getByRole("menuitem", { name: "Move to another place" }).click();
  await inDialog("New group").click();
  await page.getByPlaceholder("Name of the group").fill("Front office");
  await inDialog("Create").click();
  await inDialog("Move").click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await button("More actions").click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await inDialog("Delete").click();
  await page.waitForURL("**/resources");
  await page.goto(`${server.url}/resources/deleted`);
  await button("Bring back").click();
  await page.getByText("Nothing is deleted").waitFor();
  await page.goto(address);
  await section("Details").getByText("Front office").waitFor();
});

t.test("each of it fits a telephone and can be read in the dark", async (t) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of [
    address,
    `${address}?tab=files`,
    `${address}?tab=hardware`,
    `${server.url}/resources/new`,
    `${server.url}/settings/fields`,
  ]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[role="status"].v-skeleton') === null);
    await painted(page);
    t.ok(await fits(page), `${path} does not scroll sideways`);
    t.same(await contrast(page), [], path);
  }
  t.same(complaints, []);
});
