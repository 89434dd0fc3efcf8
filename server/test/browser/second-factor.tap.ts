// Second factors as people meet them in a real browser: a passkey of Chromium's virtual authenticator, recovery codes, an organization
// that begins to force a factor on sessions that are already open, and a lost factor that two administrators reset.
import fs from "node:fs";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { Api, setUp } from "../kit/api.ts";
import { launch } from "../kit/browser.ts";
import { accessibility, addAuthenticator, codeOf, openConsole, signOut, typeSignIn } from "../kit/console.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";

const dataDir = temporaryFolder("factor-server");
const ana = { email: "ana@example.test", password: "correct horse battery staple" };
let server: RunningServer;
let browser: Browser;
let api: Api;
let page: Page;
/** The second administrator's. */
let other: Page;
const complaints: string[][] = [];
/** One of Ana's recovery codes. */
let recoveryCode = "";

/** A new person with a permission group everywhere. */
async function addPerson(name: string, group: string): Promise<{ id: string; email: string; password: string }> {
  const email = `${name.toLowerCase()}@example.test`;
  const made = await api.ok<{ user: { id: string }; temporaryPassword: string }>("POST", "/api/v1/users", { name, email });
  const idOf = async (kind: string, predefined: string) => {
    const { items } = await api.ok<{ items: { id: string; predefined: string | null }[] }>("GET", `/api/v1/${kind}`);
    return items.find((each) => each.predefined === predefined)?.id;
  };
  const grant = {
    userId: made.user.id,
    permissionGroupId: await idOf("permission-groups", group),
    attendantGroupId: await idOf("attendant-groups", "all"),
  };
  await api.ok("POST", "/api/v1/grants", grant);
  return { id: made.user.id, email, password: made.temporaryPassword };
}

async function newPage(): Promise<Page> {
  const watched = await openConsole(browser);
  complaints.push(watched.complaints);
  return watched.page;
}

t.before(async () => {
  server = await startServer(dataDir);
  api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  browser = await launch();
  page = await newPage();
  await addAuthenticator(page);
  await page.goto(server.url);
  await typeSignIn(page, ana);
  await page.getByRole("heading", { name: "Overview" }).waitFor();
});
t.teardown(async () => {
  await browser.close();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

t.test("a passkey is added in the account page, and the recovery codes are handed over once", async (t) => {
  await page.goto(`${server.url}/account`);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill("work laptop");
  await page.getByRole("button", { name: "Continue in the browser" }).click();
  const codes = page.getByRole("dialog", { name: "Recovery codes" });
  recoveryCode = ((await codes.getByRole("region", { name: "Recovery codes" }).textContent()) ?? "").split("\n")[0] ?? "";
  t.ok(recoveryCode.length > 8);
  await codes.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("work laptop").waitFor();
  await page.getByText("10 recovery codes are left.").waitFor();
  t.same(await accessibility(page), []);
});

t.test("signing in asks for the passkey; a recovery code opens instead, once", async (t) => {
  await signOut(page, "Ana Admin");
  await typeSignIn(page, ana);
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  t.same(await accessibility(page), []);
  await page.getByRole("button", { name: "Use the passkey" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  for (const outcome of ["Overview", "refused"]) {
    await signOut(page, "Ana Admin");
    await typeSignIn(page, ana);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.getByLabel("Recovery code").fill(recoveryCode);
    await page.getByRole("button", { name: "Continue" }).click();
    if (outcome === "Overview") await page.getByRole("heading", { name: outcome }).waitFor();
    else await page.getByText("That code is not right, or it was used before.").waitFor();
  }
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByRole("button", { name: "Use the passkey" }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
});

t.test("new recovery codes replace the old ones", async () => {
  await page.goto(`${server.url}/account`);
  await page.getByRole("button", { name: "New recovery codes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "New recovery codes" }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.getByText("10 recovery codes are left.").waitFor();
});

t.test("an organization that forces a factor shows nothing else until there is one", async (t) => {
  const bia = await addPerson("Bia", "administrators");
  other = await newPage();
  await other.goto(`${server.url}/clients`);
  await typeSignIn(other, bia);
  await other.getByRole("heading", { name: "Clients" }).waitFor();
  await page.goto(`${server.url}/settings/security`);
  await page.getByRole("radio", { name: /Any second factor/ }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByText("Saved.").waitFor();
  // Her session was open before: whatever she does next leads her to a factor.
  await other.getByRole("link", { name: "Resources" }).click();
  await other.getByRole("heading", { name: "A second factor is needed" }).waitFor();
  t.same(await accessibility(other), []);
  await other.getByRole("button", { name: "Add an authenticator app" }).click();
  const dialog = other.getByRole("dialog");
  const secret = dialog.getByRole("region", { name: "Secret" });
  await secret.filter({ hasText: /[A-Z2-7]{4} / }).waitFor();
  await dialog.getByLabel("Six-digit code").fill(codeOf((await secret.textContent()) ?? ""));
  await other.keyboard.press("Enter");
  await other.getByRole("button", { name: "I have kept them" }).click();
  await other.getByRole("button", { name: "Continue" }).click();
  await other.getByRole("heading", { name: "Resources" }).waitFor();
});

t.test("a lost factor is asked to be reset by one administrator and reset by another", async (t) => {
  const carla = await addPerson("Carla", "technician");
  const hers = new Api(server.url);
  hers.csrfToken = (
    await hers.ok<{ csrfToken: string }>("POST", "/api/v1/session", { email: carla.email, password: carla.password })
  ).csrfToken;
  const { secret } = await hers.ok<{ secret: string }>("POST", "/api/v1/me/factors/totp");
  await hers.ok("POST", "/api/v1/me/factors/totp/confirm", { code: codeOf(secret) });
  const signsIn = () => new Api(server.url).call("POST", "/api/v1/session", { email: carla.email, password: carla.password });
  t.equal((await signsIn()).status, 202);

  await other.goto(`${server.url}/settings/people/${carla.id}`);
  await other.getByRole("button", { name: "Reset factors" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Reset factors" }).click();
  await other.getByText("The request waits for a second administrator.").waitFor();
  await other.goto(`${server.url}/settings/security`);
  await other.getByText("another administrator must approve").waitFor();

  await page.goto(`${server.url}/settings/security`);
  await page.getByText("asked for by Bia").waitFor();
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
  await page.getByText("The second factors are reset.").waitFor();
  t.equal((await signsIn()).status, 200, "her password alone opens the way to set a new one up");
});

t.test("no page complained: no error, no violated policy", (t) => {
  t.same(complaints.flat(), []);
  t.end();
});
