import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Browser, buildTestServer, ORIGIN, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { headerOf, type MailSink, startMailSink } from "../../../test/mail-sink.ts";
import { until } from "../../../test/until.ts";
import { newId } from "../../ids.ts";
import { publish } from "../../outbox/index.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;
let userId: string;
let sink: MailSink;
const logins: { username: unknown; password: unknown }[] = [];

beforeAll(async () => {
  sink = await startMailSink({
    authOptional: false,
    // The test's server has no TLS; the password stays on this machine.
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, callback) {
      logins.push({ username, password });
      callback(password === "right" ? null : new Error("no"), { user: username ?? "" });
    },
  });
  const config = { version: "0.0.1", origins: [ORIGIN], secureCookies: false, trustedProxies: [], webhookAllow: ["127.0.0.1"] };
  server = await buildTestServer({ config });
  ana = await server.administrator();
  await ana.stepUp();
  const session = (await ana.get("/api/v1/session")).body;
  [organizationId, userId] = [session.organization.id, session.user.id];
});
afterAll(async () => {
  await server.close();
  await sink.close();
});

const settings = (over: object = {}) => ({
  host: "127.0.0.1",
  port: sink.port,
  secure: false,
  username: "vigia",
  password: "right",
  from: "Vigia <vigia@msp.example>",
  ...over,
});
const giveNotice = async (to = userId, of = organizationId): Promise<string> => {
  const id = newId();
  await server.db.database.withTenant(of, async (tx) => {
    await tx.notice.create({ data: { id, organizationId: of, userId: to, code: "webhook_disabled", params: { webhook: "crm" } } });
    await publish(tx, of, "notice.created", { noticeId: id, userId: to });
  });
  return id;
};

describe("mail settings", () => {
  test("begin with none, take a server, keep its password unread, try it, and go back", async () => {
    const none = { source: "none", host: null, hasPassword: false, queue: { waiting: 0, dead: 0 } };
    expect((await ana.get("/api/v1/mail-settings")).body).toMatchObject(none);
    expect(await ana.call("POST", "/api/v1/mail-settings/test")).toMatchObject({ status: 409 });
    const put = await ana.call("PUT", "/api/v1/mail-settings", settings());
    expect(put).toMatchObject({ status: 200, body: { source: "organization", host: "127.0.0.1", username: "vigia", hasPassword: true } });
    expect(JSON.stringify(put.body)).not.toContain("right");
    const [row] = await server.db.database.withTenant(organizationId, (tx) => tx.mailSettings.findMany());
    expect(Buffer.from(row?.passwordSealed ?? []).includes("right")).toBe(false);

    expect((await ana.call("POST", "/api/v1/mail-settings/test")).body).toEqual({ sent: true, problem: null });
    expect(sink.received.at(-1)?.to).toEqual(["ana@example.test"]);
    expect(headerOf(sink.received.at(-1) as never, "subject")).toBe("Test mail from Vigia");
    expect(logins.at(-1)).toMatchObject({ username: "vigia", password: "right" });

    await ana.ok("PUT", "/api/v1/mail-settings", settings({ password: "wrong" }));
    const failed = (await ana.call("POST", "/api/v1/mail-settings/test")).body;
    expect(failed).toMatchObject({ sent: false, problem: expect.stringMatching(/535/) });
    expect((await ana.call("DELETE", "/api/v1/mail-settings")).status).toBe(204);
    expect((await ana.get("/api/v1/mail-settings")).body).toMatchObject(none);
  });

  test("never send a stored password to another server or as another user", async () => {
    await ana.ok("PUT", "/api/v1/mail-settings", settings());
    const { password: _, ...without } = settings();
    expect((await ana.call("PUT", "/api/v1/mail-settings", { ...without, from: "other@msp.example" })).status).toBe(200);
    for (const change of [{ host: "127.0.0.1 ".trim(), port: 1 }, { host: "mail.evil.example" }, { username: "other" }])
      expect(await ana.call("PUT", "/api/v1/mail-settings", { ...without, ...change })).toMatchObject({
        status: 400,
        body: { details: { fields: [{ field: "password", problem: "required" }] } },
      });
    await ana.ok("DELETE", "/api/v1/mail-settings");
  });

  test.each([
    ["host", { host: "10.0.0.5" }],
    ["host", { host: "::1" }],
    ["host", { host: "mail.example/x" }],
    ["from", { from: "a@b.example\r\nBcc: c@d.example" }],
    ["from", { from: "a@b.example, c@d.example" }],
    ["port", { port: 0 }],
  ])("refuse a bad %s: %j", async (field, over) => {
    const answer = await ana.call("PUT", "/api/v1/mail-settings", settings(over));
    expect(answer.status).toBe(400);
    expect(answer.body.details.fields.map((one: { field: string }) => one.field)).toContain(field);
  });

  test("let a dead mail be seen and tried again", async () => {
    const id = newId();
    await server.db.database.withTenant(organizationId, (tx) =>
      tx.mail.create({
        data: {
          id,
          organizationId,
          address: "a@b.example",
          template: "test",
          state: "dead",
          tries: 12,
          problem: "550 no",
          nextAt: new Date(),
        },
      }),
    );
    expect((await ana.get("/api/v1/mail-settings")).body.queue).toEqual({ waiting: 0, dead: 1 });
    expect((await ana.get("/api/v1/mails?state=dead")).body).toMatchObject({ total: 1, items: [{ id, problem: "550 no", tries: 12 }] });
    expect((await ana.call("POST", `/api/v1/mails/${id}/retry`)).status).toBe(204);
    expect((await ana.get("/api/v1/mails?state=waiting")).body).toMatchObject({ total: 1, items: [{ id, tries: 0 }] });
    expect((await ana.call("POST", `/api/v1/mails/${id}/retry`)).status).toBe(404);
  });
});

describe("notices", () => {
  test("are one's own alone, counted, read one by one or all", async () => {
    const [first] = [await giveNotice(), await giveNotice()];
    const colleague = await server.member("administrators");
    expect((await colleague.get("/api/v1/notices")).body).toMatchObject({ items: [], unread: 0 });
    expect((await colleague.call("POST", `/api/v1/notices/${first}/read`)).status).toBe(404);
    expect((await ana.get("/api/v1/notices?limit=1")).body).toMatchObject({
      items: [{ code: "webhook_disabled", readAt: null }],
      total: 2,
      unread: 2,
    });
    expect((await ana.call("POST", `/api/v1/notices/${first}/read`)).status).toBe(204);
    expect((await ana.get("/api/v1/notices")).body).toMatchObject({ total: 2, unread: 1 });
    expect((await ana.call("POST", "/api/v1/notices/read-all")).status).toBe(204);
    expect((await ana.get("/api/v1/notices")).body).toMatchObject({ total: 2, unread: 0 });
  });

  test("are told at once to the person's own console and to nobody else's", async () => {
    const base = (await server.app.listen({ host: "127.0.0.1", port: 0 })).replace("http", "ws");
    const listen = (browser: Browser) => {
      const heard: { type: string; name?: string; data?: { id?: string; unread?: number } }[] = [];
      const socket = new WebSocket(`${base}/api/v1/live`, { headers: { cookie: browser.cookie, origin: ORIGIN } });
      socket.on("message", (data: Buffer) => heard.push(JSON.parse(String(data))));
      socket.on("open", () => {
        socket.send(JSON.stringify({ type: "hello", csrfToken: browser.csrfToken }));
        // The answer to the second topic says that the first was taken.
        socket.send(JSON.stringify({ type: "subscribe", topics: ["notices", "nothing"] }));
      });
      return { heard, socket };
    };
    const [own, other] = [listen(ana), listen(await server.member("administrators"))];
    for (const { heard } of [own, other]) await until(() => expect(heard.some(({ type }) => type === "refused")).toBe(true));
    const id = await giveNotice();
    await ana.ok("POST", "/api/v1/clients", { name: "Wakes the outbox" });
    await until(() => expect(own.heard.find(({ name }) => name === "notice")?.data?.id).toBe(id));
    await until(() => expect(own.heard.find(({ name }) => name === "unread")?.data).toEqual({ unread: 1 }));
    expect(other.heard.filter(({ type }) => type === "event")).toEqual([]);
    for (const { socket } of [own, other]) socket.terminate();
  });
});

describe("webhooks", () => {
  test("are made with a secret shown once, changed by version, and gone when deleted", async () => {
    const made = await ana.call("POST", "/api/v1/webhooks", {
      url: "https://hooks.example/x",
      events: ["client.created"],
      description: "CRM",
    });
    expect(made).toMatchObject({ status: 201, body: { active: true, disabledReason: null, version: 1 } });
    expect(made.body.secret).toMatch(/^whsec_/);
    const url = `/api/v1/webhooks/${made.body.id}`;
    expect((await ana.get(url)).body).not.toHaveProperty("secret");
    expect((await ana.get("/api/v1/webhooks")).body).toMatchObject({ total: 1, items: [{ id: made.body.id, events: ["client.created"] }] });
    expect((await ana.call("PATCH", url, { active: false })).status).toBe(428);
    expect((await ana.call("PATCH", url, { active: false }, { "if-match": '"1"' })).body).toMatchObject({ active: false, version: 2 });
    expect((await ana.get(`${url}/deliveries`)).body).toMatchObject({ items: [], total: 0 });
    expect((await ana.call("DELETE", url, undefined, { "if-match": '"2"' })).status).toBe(204);
    expect((await ana.get(url)).status).toBe(404);
  });

  test.each([
    ["url", { url: "http://127.0.0.2/" }],
    ["url", { url: "http://[::ffff:10.0.0.1]/" }],
    ["url", { url: "gopher://hooks.example/" }],
    ["events/0", { events: ["mail.queued"] }],
    ["events", { events: [] }],
    ["secret", { secret: "mine" }],
  ])("refuse a bad %s: %j", async (field, over) => {
    const answer = await ana.call("POST", "/api/v1/webhooks", { url: "https://hooks.example/", events: ["client.created"], ...over });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.details.fields)).toContain(field.split("/")[0]);
  });
});

const ROUTES = [
  ["GET", "/api/v1/mail-settings"],
  ["PUT", "/api/v1/mail-settings"],
  ["DELETE", "/api/v1/mail-settings"],
  ["POST", "/api/v1/mail-settings/test"],
  ["GET", "/api/v1/mails"],
  ["POST", `/api/v1/mails/${newId()}/retry`],
  ["GET", "/api/v1/webhooks"],
  ["POST", "/api/v1/webhooks"],
  ["GET", `/api/v1/webhooks/${newId()}`],
  ["PATCH", `/api/v1/webhooks/${newId()}`],
  ["DELETE", `/api/v1/webhooks/${newId()}`],
  ["GET", `/api/v1/webhooks/${newId()}/deliveries`],
  ["POST", `/api/v1/webhooks/${newId()}/test`],
] as const;

describe("who may", () => {
  let technician: Browser;
  beforeAll(async () => {
    technician = await server.member("technician");
  });

  test.each(ROUTES)("%s %s: not a stranger, not a technician", async (method, url) => {
    expect((await server.browser().call(method, url, {})).status).toBe(401);
    expect((await technician.call(method, url, {})).status).toBe(403);
  });

  test("what changes where things are sent asks for a proof first", async () => {
    const { browser: bea } = await server.neighbour();
    server.clock.advance(6 * 60_000);
    const body = { url: "https://hooks.example/", events: ["client.created"] };
    expect((await bea.call("POST", "/api/v1/webhooks", body)).body).toMatchObject({ code: "STEP_UP_REQUIRED" });
    expect((await bea.call("PUT", "/api/v1/mail-settings", settings())).body).toMatchObject({ code: "STEP_UP_REQUIRED" });
    await bea.stepUp(PASSWORD);
    expect((await bea.call("POST", "/api/v1/webhooks", body)).status).toBe(201);
  });
});
