import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADMINISTRATOR, type Browser, buildTestServer, ORIGIN, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeGrant, makeUser } from "../../../test/factories.ts";
import { createPasswords } from "./passwords.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let server: TestServer;
let organizationId: string;
let passwordHash: string;

beforeAll(async () => {
  server = await buildTestServer();
  const ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  passwordHash = await createPasswords().hash(PASSWORD);
});
afterAll(() => server.close());

const signIn = (browser: Browser, email: string, password: string, more: object = {}) =>
  browser.call("POST", "/api/v1/session", { email, password, ...more });
/** A browser at an address that nobody used before. */
let addresses = 0;
function stranger(): Browser {
  const browser = server.browser();
  browser.address = `10.0.${Math.floor(++addresses / 250)}.${addresses % 250}`;
  return browser;
}

describe("signing in", () => {
  test("gives the session and a cookie that scripts and other sites cannot use", async () => {
    const browser = stranger();
    const answer = await signIn(browser, "  Ana@Example.test ", PASSWORD);
    expect(answer).toMatchObject({ status: 200, body: { user: { email: ADMINISTRATOR.email }, organization: { id: organizationId } } });
    expect(answer.headers["set-cookie"]).toMatch(/^vigia_session=[\w-]{64}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  test("with https the cookie is bound to this host and never sent in the clear", async () => {
    const secure = await buildTestServer({ config: { version: "1", origins: [ORIGIN], secureCookies: true, trustedProxies: [] } });
    const browser = secure.browser();
    const answer = await browser.call("POST", "/api/v1/setup", { ...ADMINISTRATOR, code: secure.setupCode.text });
    expect(answer.headers["set-cookie"]).toMatch(/^__Host-vigia=[\w-]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000");
    expect((await browser.get("/api/v1/session")).status).toBe(200);
    await secure.close();
  });

  test("an unknown address and a wrong password answer the same", async () => {
    const unknown = await signIn(stranger(), "nobody@example.test", PASSWORD);
    const wrong = await signIn(stranger(), ADMINISTRATOR.email, "not the password");
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  test("a failure on a known account is audited with its address", async () => {
    const browser = stranger();
    await signIn(browser, ADMINISTRATOR.email, "not the password");
    const audit = await (await server.administrator()).get("/api/v1/audit");
    expect(audit.body.items).toContainEqual(
      expect.objectContaining({ action: "session.refused", address: browser.address, actor: { kind: "anonymous", id: null, name: null } }),
    );
  });

  test("the sixth guess at an account from one address waits, also with the right password; elsewhere one still gets in", async () => {
    const { email } = await makeUser(server.db.database, organizationId, { passwordHash });
    const browser = stranger();
    for (let guess = 0; guess < 5; guess++) expect((await signIn(browser, email, `guess number ${guess}`)).status).toBe(401);
    const sixth = await signIn(browser, email, PASSWORD);
    expect(sixth).toMatchObject({ status: 429, body: { code: "TOO_MANY_ATTEMPTS" } });
    expect(sixth.body.details.retryAfterSeconds).toBeGreaterThan(800);
    expect(sixth.headers["retry-after"]).toBe(String(sixth.body.details.retryAfterSeconds));
    expect((await signIn(stranger(), email, PASSWORD)).status).toBe(200);
  });

  test("parallel guesses count like those one after the other", async () => {
    const { email } = await makeUser(server.db.database, organizationId, { passwordHash });
    const browser = stranger();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, guess) => signIn(browser, email, `guess number ${guess}`)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test("an address that tries many accounts is slowed as a whole", async () => {
    const browser = stranger();
    const answers: number[] = [];
    for (let account = 0; account < 52; account++) answers.push((await signIn(browser, `nobody${account}@example.test`, "x")).status);
    expect(answers.slice(0, 50).every((status) => status === 401)).toBe(true);
    expect(answers.slice(50)).toEqual([429, 429]);
  });

  test("right answers do not count against an address", async () => {
    const { email } = await makeUser(server.db.database, organizationId, { passwordHash });
    const browser = stranger();
    for (let time = 0; time < 8; time++) expect((await signIn(browser, email, PASSWORD)).status).toBe(200);
  });

  test("a disabled person and one whose membership ended do not get in", async () => {
    const gone = await makeUser(server.db.database, organizationId, { passwordHash });
    const disabled = await makeUser(server.db.database, organizationId, { passwordHash });
    await server.db.database.withTenant(organizationId, async (tx) => {
      await tx.membership.updateMany({ where: { userId: gone.id }, data: { deletedAt: new Date() } });
      await tx.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    });
    for (const { email } of [gone, disabled]) expect((await signIn(stranger(), email, PASSWORD)).status).toBe(401);
  });

  test("a person of two organizations chooses; a stranger's organization is refused", async () => {
    const { organizationId: other } = await server.neighbour();
    const { organizationId: foreign } = await server.neighbour();
    const { id, email } = await makeUser(server.db.database, organizationId, { passwordHash, group: "viewer" });
    await server.db.database.withTenant(other, (tx) =>
      tx.membership.create({ data: { id: crypto.randomUUID(), organizationId: other, userId: id } }),
    );
    await makeGrant(server.db.database, other, id, "administrators");
    const first = await signIn(stranger(), email, PASSWORD);
    expect(first.body).toMatchObject({ organization: { id: organizationId }, groups: ["Viewers"] });
    expect(first.body.organizations.map((one: { id: string }) => one.id)).toEqual([organizationId, other]);
    const second = await signIn(stranger(), email, PASSWORD, { organizationId: other });
    expect(second.body).toMatchObject({ organization: { id: other }, groups: ["Administrators"] });
    expect(second.body.permissions).not.toContain("installation:keys");
    expect((await signIn(stranger(), email, PASSWORD, { organizationId: foreign })).status).toBe(401);
  });

  test("signing in again ends the session that the browser had", async () => {
    const browser = await server.member("viewer");
    const old = { cookie: browser.cookie };
    const { email } = (await browser.get("/api/v1/session")).body.user;
    await signIn(browser, email, PASSWORD);
    expect(browser.cookie).not.toBe(old.cookie);
    expect((await server.browser().call("GET", "/api/v1/session", undefined, old)).status).toBe(401);
    expect((await browser.get("/api/v1/session")).status).toBe(200);
  });
});

describe("a session", () => {
  test("is over after half an hour without use, and use keeps it alive", async () => {
    const [busy, idle] = [await server.member("viewer"), await server.member("viewer")];
    server.clock.advance(29 * MINUTE);
    expect((await busy.get("/api/v1/session")).status).toBe(200);
    server.clock.advance(29 * MINUTE);
    expect((await busy.get("/api/v1/session")).status).toBe(200);
    expect((await idle.get("/api/v1/session")).status).toBe(401);
  });

  test("is over twelve hours after sign-in however busy it was", async () => {
    const browser = await server.member("viewer");
    for (let time = 0; time < 12 * 3 - 1; time++) {
      server.clock.advance(HOUR / 3);
      expect((await browser.get("/api/v1/session")).status).toBe(200);
    }
    server.clock.advance(HOUR / 3);
    expect((await browser.get("/api/v1/session")).status).toBe(401);
  });

  test("ends at once with sign-out, also for a copy of its cookie", async () => {
    const browser = await server.member("viewer");
    const copy = { cookie: browser.cookie };
    const answer = await browser.call("DELETE", "/api/v1/session");
    expect(answer.status).toBe(204);
    expect(String(answer.headers["set-cookie"])).toMatch(/^vigia_session=; .*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    expect((await server.browser().call("GET", "/api/v1/session", undefined, copy)).status).toBe(401);
    const audit = await (await server.administrator()).get("/api/v1/audit");
    expect(audit.body.items).toContainEqual(expect.objectContaining({ action: "session.closed", address: browser.address }));
  });

  test("ends within a second when its person is disabled", async () => {
    const browser = await server.member("viewer");
    const { id } = (await browser.get("/api/v1/session")).body.user;
    await server.db.database.global((tx) => tx.user.update({ where: { id }, data: { disabledAt: new Date() } }));
    server.clock.advance(1_000);
    expect((await browser.get("/api/v1/session")).status).toBe(401);
  });

  test("is stored as a hash only", async () => {
    const browser = await server.member("viewer");
    const token = browser.cookie.split("=")[1] ?? "";
    const rows = await server.db.database.withTenant(organizationId, (tx) => tx.session.findMany());
    expect(token).toHaveLength(64);
    expect(JSON.stringify(rows.map((row) => Buffer.from(row.tokenHash).toString("base64url")))).not.toContain(token);
  });

  test.each(["x", "A".repeat(64), "!".repeat(64), "A".repeat(5_000)])("a made-up token is nobody", async (token) => {
    const answer = await server.browser().call("GET", "/api/v1/session", undefined, { cookie: `vigia_session=${token}` });
    expect(answer).toMatchObject({ status: 401, body: { code: "UNAUTHENTICATED" } });
  });

  test("carries a person's own wishes", async () => {
    const browser = await server.member("viewer");
    const change = { locale: "pt-BR", timeZone: "America/Sao_Paulo", theme: "dark", name: "Bia" };
    expect(await browser.ok("PATCH", "/api/v1/me", change)).toMatchObject({ user: change });
    expect(await browser.ok("PATCH", "/api/v1/me", { locale: null })).toMatchObject({ user: { locale: null, name: "Bia" } });
    for (const wrong of [{}, { theme: "pink" }, { timeZone: "Mars/Base" }, { name: "  " }, { email: "x@example.test" }, { name: null }])
      expect((await browser.call("PATCH", "/api/v1/me", wrong)).status).toBe(400);
  });
});

describe("the recovery key", () => {
  test("goes to the operator's administrators alone, once, and leaves the server when they have it", async () => {
    const { browser: foreign } = await server.neighbour();
    expect((await foreign.get("/api/v1/recovery-key")).status).toBe(403);
    expect((await foreign.get("/api/v1/session")).body.recoveryKeyPending).toBe(false);
    const ana = await server.administrator();
    const key = await ana.get("/api/v1/recovery-key");
    expect(key.body).toContain("BEGIN PRIVATE KEY");
    expect(key.headers["content-disposition"]).toContain("attachment");
    expect((await ana.call("DELETE", "/api/v1/recovery-key")).status).toBe(204);
    expect((await ana.get("/api/v1/recovery-key")).status).toBe(404);
    expect((await ana.get("/api/v1/session")).body.recoveryKeyPending).toBe(false);
    const actions = (await ana.get("/api/v1/audit")).body.items.map((entry: { action: string }) => entry.action);
    expect(actions).toEqual(expect.arrayContaining(["recovery_key.downloaded", "recovery_key.removed"]));
  });
});
