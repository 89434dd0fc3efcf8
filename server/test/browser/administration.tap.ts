// The organization's administration as it is clicked: mail and a forgotten password, webhooks, single sign-on, the log as a file, the
// explorer, the vault with its proof, tokens, sessions, the person's own choices. Then every page for everybody: axe, telephone, keys.
import fs from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import t from "tap";
import { setUp, signIn } from "../kit/api.ts";
import { launch } from "../kit/browser.ts";
import { accessibility, contrast, fits, openConsole, painted, signOut, typeSignIn } from "../kit/console.ts";
import { type DemoOrganization, makeOrganization } from "../kit/demo-organization.ts";
import { endAll, type RunningServer, startServer, temporaryFolder, until } from "../kit/processes.ts";
import { type MailSink, startMailSink, textOf } from "../mail-sink.ts";
import { CLIENT, type RealProvider, startRealProvider } from "../oidc.ts";

const dataDir = temporaryFolder("administration-server");
const ana = { email: "ana@example.test", password: "correct horse battery staple" };
const env = { VIGIA_WEBHOOK_ALLOW: "127.0.0.1" };
let server: RunningServer;
let browser: Browser;
let page: Page;
let made: DemoOrganization;
let sink: MailSink;
let provider: RealProvider;
let receiver: Server;
const heard: string[] = [];
const complaints: string[][] = [];

async function newPage(options: Parameters<typeof openConsole>[1] = {}): Promise<Page> {
  const watched = await openConsole(browser, options);
  complaints.push(watched.complaints);
  return watched.page;
}
const go = (path: string) => page.goto(server.url + path);
const button = (name: string) => page.getByRole("button", { name, exact: true });
const inDialog = (name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true });

t.before(async () => {
  server = await startServer(dataDir, env);
  const api = await setUp(server.url, dataDir);
  for (const key of ["recovery-key", "key-backup"]) await api.ok("DELETE", `/api/v1/${key}`);
  made = await makeOrganization(api);
  [sink, provider] = [await startMailSink(), await startRealProvider(`${server.url}/api/v1/sso/callback`)];
  receiver = createServer((request, response) => {
    heard.push(String(request.headers["x-vigia-event"] ?? request.url));
    response.end();
  }).listen(0, "127.0.0.1");
  await until("the receiver listens", () => receiver.listening || undefined);
  browser = await launch();
  page = await newPage();
  await page.goto(server.url);
  await typeSignIn(page, ana);
  await page.getByRole("heading", { name: "Overview" }).waitFor();
});
t.teardown(async () => {
  await browser.close();
  await endAll();
  receiver.closeAllConnections();
  receiver.close();
  await Promise.all([sink.close(), provider.close()]);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

t.test("a mail server is set up and tried out", async (t) => {
  await go("/settings/mail");
  await page.getByLabel("Mail server").fill("127.0.0.1");
  await page.getByRole("textbox", { name: "Port" }).fill(String(sink.port));
  await page.getByLabel("Sender").fill("Vigia <vigia@example.test>");
  await button("Save").click();
  await button("Send me a test").click();
  await page.getByText("The test is sent.").waitFor();
  await until("the test mail arrived", () => sink.received.find(({ to }) => to.includes(ana.email)));
  t.pass("a mail arrived");
});

t.test("a forgotten password is replaced over the link in the mail, and the link works once", async (t) => {
  const visitor = await newPage();
  await visitor.goto(`${server.url}/signin`);
  await visitor.getByRole("link", { name: "Forgot your password?" }).click();
  await visitor.getByRole("heading", { name: "Forgot your password?" }).waitFor();
  await visitor.getByLabel("E-mail").fill("bruno.carvalho@acme-it.example");
  await visitor.keyboard.press("Enter");
  await visitor.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
  const mail = await until("the mail with the link", () =>
    sink.received.find(({ to, source }) => to.includes("bruno.carvalho@acme-it.example") && /reset-password/.test(textOf({ to, source }))),
  );
  const link = /https?:\S+reset-password#\S+/.exec(textOf(mail))?.[0] ?? "";
  const password = "a quite different horse";
  for (const outcome of ["Your password is set", "This was used before"]) {
    await visitor.goto("about:blank");
    await visitor.goto(link);
    await visitor.getByLabel("New password").waitFor();
    t.same(await accessibility(visitor), []);
    await visitor.getByLabel("New password").fill(password);
    await visitor.getByRole("button", { name: "Set the password" }).click();
    await visitor.getByText(outcome).waitFor();
  }
  await visitor.goto(server.url);
  await typeSignIn(visitor, { email: "bruno.carvalho@acme-it.example", password });
  await visitor.getByRole("heading", { name: "Overview" }).waitFor();
  await visitor.context().close();
});

t.test("a webhook is added with its secret shown once, and tried out", async () => {
  await go("/settings/mail");
  await button("New webhook").click();
  await page.getByLabel("Address").fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`);
  await page.getByLabel("a machine enrols").check();
  await inDialog("Create").click();
  await page.getByRole("dialog", { name: "Signing secret" }).getByRole("button", { name: "I have kept it" }).click();
  await button("Test").click();
  await until("the receiver heard the test", () => heard[0]);
  await page.getByText("Delivered").first().waitFor();
});

t.test("single sign-on is set up, tried out, linked and used", async (t) => {
  await go("/settings/sso");
  await page.getByLabel("Issuer").fill(provider.issuer);
  await page.getByLabel("Client ID").fill(CLIENT.clientId);
  await page.getByLabel("Client secret").fill(CLIENT.clientSecret);
  await button("Save").click();
  await button("Test the connection").click();
  await page.getByText("The provider answers, and what it says fits.").waitFor();

  const person = await newPage();
  // The provider believes whoever says who they are.
  await person.route(`${provider.issuer}/**`, (route) =>
    route.continue({ headers: { ...route.request().headers(), "x-test-account": "ana" } }),
  );
  const bySso = () => person.getByRole("link", { name: "Sign in with your organization" }).click();
  await person.goto(server.url);
  await bySso();
  await person.getByText("is linked to nobody here").waitFor();
  t.same(await accessibility(person), []);
  await typeSignIn(person, ana);
  await person.getByRole("heading", { name: "Overview" }).waitFor();
  await person.goto(`${server.url}/account`);
  await person.getByRole("button", { name: "Link my account" }).click();
  await person.getByText("Your account is linked. From now on").waitFor();
  await signOut(person, "Ana Admin");
  await bySso();
  await person.getByRole("heading", { name: "Overview" }).waitFor();
  await person.context().close();
});

t.test("other devices are signed out, one and then all", async () => {
  const [first, second] = [await signIn(server.url), await signIn(server.url)];
  await go("/account");
  await page.getByText("this device").waitFor();
  await button("Sign out").first().click();
  await page.getByText("That device is signed out.").waitFor();
  await button("Sign out all others").click();
  await inDialog("Sign out all others").click();
  await page.getByText("All other devices are signed out.").waitFor();
  for (const each of [first, second])
    await until("the session is over", async () => ((await each.call("GET", "/api/v1/clients")).status === 401 ? true : undefined));
});

t.test("the explorer says in a sentence why somebody cannot, and where they can", async (t) => {
  await go("/settings/explain");
  await page.getByRole("combobox", { name: "Can" }).fill("chlo");
  await page.getByRole("option", { name: /Chloé Lefèvre/ }).click();
  await page.getByLabel("do this").selectOption("resources:write");
  await page.getByText("No, they cannot.").waitFor();
  await page.getByText(/They act as “Technicians” on “Northwind only”/).waitFor();
  await page.getByText("on one place").click();
  await page.getByRole("combobox", { name: "Client, site or machine" }).fill("northw");
  await page.getByRole("option", { name: /Northwind Traders/ }).click();
  await page.getByText("Yes, they can.").waitFor();
  t.same(await accessibility(page), []);
});

t.test("a token is shown once and works", async (t) => {
  await go("/settings/tokens");
  await button("New token").click();
  await page.getByLabel("Name", { exact: true }).fill("Nightly report");
  await page.getByLabel("See machines").check();
  await inDialog("Create").click();
  const shown = page.getByRole("dialog", { name: "The new token" });
  const token = ((await shown.getByRole("region").textContent()) ?? "").trim();
  const answer = await fetch(`${server.url}/api/v1/resources`, { headers: { authorization: `Bearer ${token}` } });
  t.equal(answer.status, 200);
  await shown.getByRole("button", { name: "I have kept it" }).click();
  await page.getByText("Nightly report").waitFor();
  t.notMatch(await page.content(), new RegExp(token));
});

t.test("a secret is revealed only after proving oneself again, and the log says who saw it", async (t) => {
  // A server that starts again knows sessions, but no fresh proof.
  const { port } = new URL(server.url);
  await server.program.end();
  server = await startServer(dataDir, { ...env, VIGIA_PORT: port });
  await go("/vault?q=firewall");
  await button("Reveal").click();
  await page.getByRole("dialog", { name: "Is it you?" }).waitFor();
  t.same(await accessibility(page), []);
  await page.getByLabel("Your password").fill(ana.password);
  await page.keyboard.press("Enter");
  await page.getByText("not this one").waitFor();
  await button("Hide").click();
  await go("/audit?area=secret");
  await page.getByText("Secret revealed").first().waitFor();
});

t.test("the log is taken along as CSV", async (t) => {
  const download = page.waitForEvent("download");
  await button("Download CSV").click();
  const text = fs.readFileSync(await (await download).path(), "utf8");
  t.match(text.split("\n")[0], /number.*action/);
  t.match(text, /secret\.revealed/);
});

const PAGES = [
  "/",
  "/resources",
  "/resources/new",
  "/resources/deleted",
  "/clients",
  "/add",
  "/vault",
  "/audit",
  "/account",
  "/settings",
].concat(["people", "groups", "explain", "security", "tokens", "sso", "fields", "mail"].map((place) => `/settings/${place}`));

t.test("every page is readable by everybody, in the light and in the dark, and fits a telephone", async (t) => {
  const storageState = await page.context().storageState();
  const person = `/settings/people/${made.longNamedId}`;
  const phone = await newPage({ viewport: { width: 390, height: 844 }, colorScheme: "light", storageState });
  for (const path of [...PAGES, person]) {
    await phone.emulateMedia({ colorScheme: "light" });
    await phone.goto(server.url + path);
    await phone.getByRole("heading", { level: 1 }).first().waitFor();
    await phone.waitForFunction(() => document.querySelector('[role="status"].v-skeleton') === null);
    t.ok(await fits(phone), `${path} does not scroll sideways`);
    t.same(await accessibility(phone), [], `${path} in the light`);
    await phone.emulateMedia({ colorScheme: "dark" });
    await phone.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await painted(phone);
    t.same(await contrast(phone), [], `${path} in the dark`);
  }
  await phone.context().close();
});

t.test("a person is added and given a permission with the keyboard alone", async (t) => {
  await go("/");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Machine, client, site or action…").waitFor();
  await page.keyboard.type("people");
  await page
    .getByRole("option", { name: /People/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("table").waitFor();
  await button("Add a person").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("Zoe Keys");
  await page.keyboard.press("Tab");
  await page.keyboard.type("zoe@example.test");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await until("the invitation arrived", () => sink.received.find(({ to }) => to.includes("zoe@example.test")));
  await page.getByRole("link", { name: "Zoe Keys" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "May act as" }).focus();
  await page.keyboard.type("view");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "On", exact: true }).focus();
  await page.keyboard.type("everyw");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Granted. It works within a second.").waitFor();
  t.pass("no mouse was needed");
});

t.test("a person is erased for good, after one is asked", async (t) => {
  await go("/settings/people");
  await page.getByRole("link", { name: "Rui Tanaka" }).click();
  await button("Erase this person").click();
  await page.getByRole("dialog", { name: "Erase Rui Tanaka for good?" }).waitFor();
  t.same(await accessibility(page), []);
  await inDialog("Erase this person").click();
  await page.getByText("The person is erased.").waitFor();
  await go("/settings/people");
  await page.getByRole("link", { name: "Daiana Souza" }).waitFor();
  t.equal(await page.getByText("Rui Tanaka").count(), 0);
});

t.test("language, theme and time zone are the person's own and follow them", async (t) => {
  await go("/account");
  await page.getByRole("combobox", { name: "Language" }).selectOption("pt-BR");
  await page.getByRole("combobox", { name: "Appearance" }).selectOption("dark");
  await page.getByRole("combobox", { name: "Time zone" }).fill("Asia/Tokyo");
  await page.keyboard.press("Escape");
  await button("Save").click();
  await page.getByRole("heading", { name: "Minha conta" }).waitFor();
  t.equal(await page.locator("html").getAttribute("data-mantine-color-scheme"), "dark");
  const elsewhere = await newPage();
  await elsewhere.goto(server.url);
  await typeSignIn(elsewhere, ana);
  await elsewhere.getByRole("heading", { name: "Visão geral" }).waitFor();
  await elsewhere.context().close();
});

t.test("no page complained: no error, no violated policy", (t) => {
  t.same(complaints.flat(), []);
  t.end();
});
