// Passkeys in a real browser: Chromium's own WebAuthn with a virtual authenticator, against a whole server and its signer.
import fs from "node:fs";
import type { Browser, CDPSession, Page } from "playwright-core";
import t from "tap";
import { launch, openPage } from "../kit/browser.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";

const dataDir = temporaryFolder("passkey-server");
const person = { email: "ana@example.test", password: "correct horse battery staple" };
let server: RunningServer;
let browser: Browser;
let page: Page;
let devices: CDPSession;
let authenticatorId: string;

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

let csrfToken = "";
/** A call as the console makes it: by the page, with its cookie and the session's token. */
async function call(method: string, route: string, body?: object): Promise<Answer> {
  const answer = await page.evaluate(
    async ([verb, url, token, text]) => {
      const headers = { "x-csrf-token": token, ...(text !== "" && { "content-type": "application/json" }) };
      const response = await fetch(url, { method: verb, headers, ...(text !== "" && { body: text }) });
      const json = await response.text();
      return { status: response.status, body: json === "" ? {} : JSON.parse(json) };
    },
    [method, `/api/v1/${route}`, csrfToken, body === undefined ? "" : JSON.stringify(body)] as const,
  );
  if (typeof answer.body.csrfToken === "string") csrfToken = answer.body.csrfToken;
  return answer;
}
const create = (options: unknown) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(json as PublicKeyCredentialCreationOptionsJSON);
    return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON();
  }, options);
const get = (options: unknown) =>
  page.evaluate(async (json) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(json as PublicKeyCredentialRequestOptionsJSON);
    return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON();
  }, options);

t.before(async () => {
  server = await startServer(dataDir);
  browser = await launch();
  ({ page } = await openPage(browser));
  devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  ({ authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, automaticPresenceSimulation: true },
  }));
  await page.goto(server.url);
  const code = fs.readFileSync(`${dataDir}/setup-code`, "utf8").trim();
  const made = await call("POST", "setup", { code, organization: "Acme IT", name: "Ana Admin", ...person });
  if (made.status !== 201) throw new Error(`set-up answered ${made.status}`);
});
t.teardown(async () => {
  await browser.close();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

t.test("a browser's authenticator makes a passkey", async (t) => {
  const { body: options } = await call("POST", "me/factors/passkey/options");
  const added = await call("POST", "me/factors/passkey", { name: "laptop", response: await create(options) });
  t.equal(added.status, 200);
  t.equal((added.body["recoveryCodes"] as string[]).length, 10);
  t.equal((await devices.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length, 1);
});

t.test("signing in asks for it, and takes no proof twice", async (t) => {
  await call("DELETE", "session");
  const { status, body } = await call("POST", "session", person);
  t.equal(status, 202);
  t.same(body["methods"], ["passkey", "recovery_code"]);
  const { ticket } = body;
  const assertion = await get((await call("POST", "session/factor/options", { ticket })).body);
  t.equal((await call("POST", "session/factor", { ticket, method: "passkey", assertion })).status, 200);
  t.equal((await call("GET", "clients")).status, 200);
  t.equal((await call("POST", "session/step-up", { method: "passkey", assertion })).status, 409, "its challenge is used up");
  const { passkeyOptions } = (await call("POST", "session/step-up/options")).body;
  t.equal((await call("POST", "session/step-up", { method: "passkey", assertion: await get(passkeyOptions) })).status, 204);
});

t.test("without the authenticator there is no proof", async (t) => {
  await call("DELETE", "session");
  const { ticket } = (await call("POST", "session", person)).body;
  const { body: options } = await call("POST", "session/factor/options", { ticket });
  await devices.send("WebAuthn.clearCredentials", { authenticatorId });
  await t.rejects(get({ ...options, timeout: 1_000 }));
  const made = await page.evaluate(() => document.cookie);
  t.equal(made, "");
  t.equal((await call("GET", "clients")).status, 401);
});
