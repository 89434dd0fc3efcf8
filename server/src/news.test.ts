// What people are told of accounts and credentials, over the whole server with real mail; and what the logs say of them.
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, PASSWORD, type TestServer } from "../test/build-app.ts";
import { makeGrant, makeUser } from "../test/factories.ts";
import { type MailSink, textOf } from "../test/mail-sink.ts";
import { startServerWithMail } from "../test/server-with-mail.ts";
import { until } from "../test/until.ts";

let server: TestServer;
let sink: MailSink;
let ana: Browser;
let organizationId: string;
let passwordHash: string;
let stranger: () => Browser;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ server, sink, ana, organizationId, passwordHash, stranger, close } = await startServerWithMail());
});
afterAll(() => close());
const signIn = (browser: Browser, email: string, password = PASSWORD, headers = {}) =>
  browser.call("POST", "/api/v1/session", { email, password }, headers);
const codes = async (browser: Browser) =>
  (await browser.get("/api/v1/notices")).body.items.map((item: { code: string; params: object }) => item);

/** The text of the next mail to somebody; mails that were taken before do not count. */
const taken = new Set<object>();
async function mailTo(email: string): Promise<string> {
  const find = () => sink.received.find((mail) => mail.to.includes(email) && !taken.has(mail));
  await until(() => expect(find()).toBeDefined());
  const mail = find();
  if (mail === undefined) throw new Error("there is no such mail");
  taken.add(mail);
  return textOf(mail);
}

test("a new person is mailed a link in their language that sets their password once; nobody sees a password", async () => {
  const email = "nora@example.test";
  const made = await ana.ok("POST", "/api/v1/users", { name: "Nora New", email, locale: "pt-BR" });
  expect(made).toMatchObject({ invited: true, temporaryPassword: null });
  const text = await mailTo(email);
  expect(text).toContain("Ana Admin criou uma conta para você");
  const token = /\/reset-password#([\w-]{64})/.exec(text)?.[1] ?? "";
  server.clock.advance(6 * 24 * 3_600_000);
  await stranger().ok("POST", "/api/v1/password-reset/confirm", { token, password: "seven quiet lighthouses" });
  expect((await signIn(stranger(), email, "seven quiet lighthouses")).status).toBe(200);
  const again = { token, password: "eight quiet lighthouses" };
  expect((await stranger().call("POST", "/api/v1/password-reset/confirm", again)).status).toBe(410);
  ana = await server.administrator();
});

test("a person who has an account is told that they were added, and keeps their password", async () => {
  const { browser } = await server.neighbour();
  const { email } = await makeUser(server.db.database, organizationId, { passwordHash });
  expect(await browser.ok("POST", "/api/v1/users", { name: "Known", email })).toMatchObject({ invited: true, temporaryPassword: null });
  expect(await mailTo(email)).toContain("with the account that you have already");
  expect((await signIn(stranger(), email)).body.organizations).toHaveLength(2);
});

test("a sign-in from a new place or with a new browser is told by mail and notice; a familiar one is not", async () => {
  const { email } = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
  const [home, away] = [stranger(), stranger()];
  const firefox = { "user-agent": "Firefox" };
  for (let time = 0; time < 2; time++) expect((await signIn(home, email, PASSWORD, firefox)).status).toBe(200);
  expect(await codes(home)).toEqual([]);
  await signIn(away, email, PASSWORD, firefox);
  expect(await mailTo(email)).toMatch(new RegExp(`from ${away.address}, with Firefox`));
  await signIn(home, email, PASSWORD, { "user-agent": "Unknown" });
  expect(await mailTo(email)).toContain("with Unknown");
  expect(await codes(home)).toMatchObject([{ code: "new_sign_in" }, { code: "new_sign_in", params: { address: away.address } }]);
});

test("an API token is told to its creator and to every administrator", async () => {
  const { email } = await makeUser(server.db.database, organizationId, { passwordHash });
  const other = stranger();
  await signIn(other, email);
  await ana.stepUp();
  await ana.ok("POST", "/api/v1/api-tokens", { name: "Reports", scopes: ["resources:read"] });
  for (const to of [email, "ana@example.test"]) expect(await mailTo(to)).toContain('"Reports" was made by Ana Admin');
  expect(await codes(other)).toMatchObject([{ code: "api_token_created", params: { token: "Reports", createdBy: "Ana Admin" } }]);
});

test("a request to reset somebody's factors is told to the other administrators, who must approve it", async () => {
  const lost = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
  const browser = stranger();
  await signIn(browser, lost.email);
  const { secret } = await browser.ok("POST", "/api/v1/me/factors/totp");
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now() });
  await browser.ok("POST", "/api/v1/me/factors/totp/confirm", { code });
  const approver = await makeUser(server.db.database, organizationId, { passwordHash });
  await ana.stepUp();
  await ana.ok("POST", `/api/v1/users/${lost.id}/factor-reset`);
  expect(await mailTo(approver.email)).toContain(`Ana Admin asked to remove the second factors of ${lost.name}`);
  const other = stranger();
  await signIn(other, approver.email);
  expect(await codes(other)).toMatchObject([{ code: "factor_reset_requested", params: { requestedBy: "Ana Admin", subject: lost.name } }]);
});

test("what happens to an account is in the log of every organization of its person", async () => {
  const { organizationId: other, browser: neighbour } = await server.neighbour();
  const { id, email } = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
  await server.db.database.withTenant(other, (tx) =>
    tx.membership.create({ data: { id: crypto.randomUUID(), organizationId: other, userId: id } }),
  );
  await makeGrant(server.db.database, other, id, "viewer");
  const browser = stranger();
  expect((await signIn(browser, email, "wrong")).status).toBe(401);
  expect((await signIn(browser, email)).status).toBe(200);
  await browser.ok("POST", "/api/v1/me/password", { current: PASSWORD, password: "seven quiet lighthouses" });
  await browser.ok("POST", "/api/v1/password-reset", { email });
  const token = /#([\w-]{64})/.exec(await mailTo(email))?.[1] ?? "";
  await browser.ok("POST", "/api/v1/password-reset/confirm", { token, password: "eight quiet lighthouses" });
  const actions = async (at: Browser) => {
    interface Item {
      action: string;
      actor: { id: string };
      subjectId: string;
    }
    const { items } = (await at.get<{ items: Item[] }>("/api/v1/audit?limit=50")).body;
    return items.filter(({ actor, subjectId }) => [actor.id, subjectId].includes(id)).map(({ action }) => action);
  };
  const expected = ["password.reset", "password.reset_requested", "password.changed", "session.opened", "session.refused"];
  await until(async () => expect(await actions(neighbour)).toEqual(expected));
  expect(await actions(ana)).toEqual(expected);
});
