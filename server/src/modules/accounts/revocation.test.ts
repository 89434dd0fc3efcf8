// What ends when a credential ends: links, sessions, and the sockets that a session opened. Over the whole server, with real mail.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, ORIGIN, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeUser } from "../../../test/factories.ts";
import { type MailSink, textOf } from "../../../test/mail-sink.ts";
import { startServerWithMail } from "../../../test/server-with-mail.ts";
import { until } from "../../../test/until.ts";

const NEW = "seven quiet lighthouses";
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

async function signedIn(group: "technician" | "viewer" = "viewer") {
  const { id, email } = await makeUser(server.db.database, organizationId, { group, passwordHash });
  const browser = stranger();
  await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
  return { id, email, browser };
}

/** An open console; `closed` counts when its socket is closed. */
async function listening({ cookie, csrfToken }: Browser) {
  const socket = await server.app.injectWS("/api/v1/live", { headers: { cookie, origin: ORIGIN } });
  const heard: string[] = [];
  let closed = false;
  socket.on("message", (data) => heard.push(String(data)));
  socket.on("close", () => {
    closed = true;
  });
  socket.send(JSON.stringify({ type: "hello", csrfToken }));
  await until(() => expect(heard.join()).toContain("ready"));
  return { isClosed: () => closed };
}

test("a mailed link sets the password once, and a password change kills the others", async () => {
  const { email, browser } = await signedIn();
  const asked = [
    await stranger().call("POST", "/api/v1/password-reset", { email }),
    await stranger().call("POST", "/api/v1/password-reset", { email: "nobody@example.test" }),
  ];
  expect(asked.map(({ status, body }) => ({ status, body }))).toEqual(
    [asked[0], asked[0]].map((one) => ({ status: 202, body: one?.body })),
  );
  await until(() => expect(sink.received).toHaveLength(1));
  const [mail] = sink.received;
  expect(mail?.to).toEqual([email]);
  const token = /\/reset-password#([\w-]{64})/.exec(mail === undefined ? "" : textOf(mail))?.[1] ?? "";
  await browser.ok("POST", "/api/v1/me/password", { current: PASSWORD, password: NEW });
  const dead = await stranger().call("POST", "/api/v1/password-reset/confirm", { token, password: "another nine ladders" });
  expect(dead).toMatchObject({ status: 410, body: { code: "GONE" } });

  await stranger().ok("POST", "/api/v1/password-reset", { email });
  await until(() => expect(sink.received).toHaveLength(2));
  const [, second] = sink.received;
  const living = /#([\w-]{64})/.exec(second === undefined ? "" : textOf(second))?.[1] ?? "";
  await stranger().ok("POST", "/api/v1/password-reset/confirm", { token: living, password: "another nine ladders" });
  expect((await browser.get("/api/v1/session")).status).toBe(401);
  expect((await stranger().call("POST", "/api/v1/session", { email, password: "another nine ladders" })).status).toBe(200);
});

test("disabling a person closes their session and their sockets within five seconds", async () => {
  const { id, browser } = await signedIn();
  const socket = await listening(browser);
  await ana.ok("POST", `/api/v1/users/${id}/disable`);
  await until(() => expect(socket.isClosed()).toBe(true));
  expect((await browser.get("/api/v1/session")).status).toBe(401);
});

test("a new password closes the sockets of the person's other sessions and keeps their own", async () => {
  const { email, browser } = await signedIn();
  const other = stranger();
  await other.ok("POST", "/api/v1/session", { email, password: PASSWORD });
  const [own, others] = [await listening(browser), await listening(other)];
  await browser.ok("POST", "/api/v1/me/password", { current: PASSWORD, password: NEW });
  await until(() => expect(others.isClosed()).toBe(true));
  expect(own.isClosed()).toBe(false);
  expect((await browser.get("/api/v1/session")).status).toBe(200);
});

test("taking a grant away closes the person's live feed, which they cannot open again", async () => {
  const { id, browser } = await signedIn();
  const socket = await listening(browser);
  const { items } = (await ana.get(`/api/v1/grants?userId=${id}`)).body;
  await ana.ok("DELETE", `/api/v1/grants/${items[0].id}`);
  expect((await browser.get("/api/v1/resources")).status).toBe(403);
  await until(() => expect(socket.isClosed()).toBe(true));
  await expect(listening(browser)).rejects.toThrow();
});

test("proving oneself again replaces the cookie: the old one is dead at once, and sockets go on", async () => {
  const { browser } = await signedIn();
  const socket = await listening(browser);
  const copy = { cookie: browser.cookie, "x-csrf-token": browser.csrfToken };
  await browser.stepUp();
  expect(browser.cookie).not.toBe(copy.cookie);
  expect((await stranger().call("GET", "/api/v1/session", undefined, copy)).status).toBe(401);
  expect((await stranger().call("POST", "/api/v1/me/sessions/end-others", undefined, copy)).status).toBe(401);
  // A page that was open keeps its CSRF token.
  expect(await browser.ok("PATCH", "/api/v1/me", { theme: "dark" })).toMatchObject({ csrfToken: browser.csrfToken });
  expect(socket.isClosed()).toBe(false);
});
