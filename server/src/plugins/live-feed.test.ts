import { once } from "node:events";
import { Lane, type Metrics } from "@vigia/protocol";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Browser, buildTestServer, ORIGIN, TestClock, type TestServer } from "../../test/build-app.ts";
import { makeResource } from "../../test/factories.ts";
import { FakeAgent } from "../../test/fake-agent.ts";
import { until } from "../../test/until.ts";
import type { App } from "../http/app.ts";
import { newId } from "../ids.ts";
import { createLog } from "../log.ts";
import { createLiveFeed, type LiveFeed } from "./live-feed.ts";
import { websockets } from "./websockets.ts";

type Message = {
  type: string;
  topic?: string;
  name?: string;
  data?: Record<string, unknown> & { items?: Record<string, unknown>[]; ids?: string[] };
};

/** A console's live socket that keeps everything it was told. */
class Listener {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  readonly closed: Promise<number>;

  constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on("error", () => undefined);
    this.socket.on("message", (data: Buffer) => this.messages.push(JSON.parse(String(data))));
    this.closed = once(this.socket, "close").then(([code]) => Number(code));
  }

  async say(message: unknown): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, "open");
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  heard(match: (message: Message) => boolean): Promise<Message> {
    return until(() => {
      const found = this.messages.find(match);
      if (found === undefined) throw new Error(`not heard among ${JSON.stringify(this.messages)}`);
      return found;
    });
  }

  /** Subscribes; everything asked before is done when this returns. */
  async subscribe(...topics: string[]): Promise<void> {
    const marker = `no such topic ${this.messages.length} ${Math.random()}`;
    await this.say({ type: "subscribe", topics });
    await this.say({ type: "subscribe", topics: [marker] });
    await this.heard((message) => message.type === "refused" && message.topic === marker);
  }
}

/** Status of an upgrade that is refused; 101 when it is not. */
const upgradeStatus = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.on("open", () => {
      socket.terminate();
      resolve(101);
    });
    socket.on("unexpected-response", (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on("error", () => undefined);
  });

describe("the live feed of a whole server", () => {
  let server: TestServer;
  let base: string;
  let ana: Browser;
  let organizationId: string;
  let clientId: string;
  let siteId: string;

  beforeAll(async () => {
    server = await buildTestServer();
    base = (await server.app.listen({ host: "127.0.0.1", port: 0 })).replace("http", "ws");
    ana = await server.administrator();
    organizationId = (await ana.get("/api/v1/session")).body.organization.id;
    clientId = (await ana.ok("POST", "/api/v1/clients", { name: "Bakery" })).id;
    siteId = (await ana.ok("POST", "/api/v1/sites", { clientId, name: "Shop" })).id;
  });
  afterAll(() => server.close());

  const live = () => `${base}/api/v1/live`;
  const listen = (browser: Browser) => new Listener(live(), { cookie: browser.cookie, origin: ORIGIN });
  async function greeted(browser: Browser): Promise<Listener> {
    const listener = listen(browser);
    await listener.say({ type: "hello", csrfToken: browser.csrfToken });
    await listener.heard((message) => message.type === "ready");
    return listener;
  }
  async function enrolledAgent(approval: "manual" | "automatic" = "automatic"): Promise<FakeAgent> {
    const { token } = await ana.ok("POST", "/api/v1/enrollment-tokens", { clientId, siteId, approval });
    const agent = new FakeAgent(`${base}/agent/v1`);
    await agent.enroll(token);
    return agent;
  }

  test("is closed to strangers and to other sites before the upgrade", async () => {
    expect(await upgradeStatus(live(), { origin: ORIGIN })).toBe(401);
    expect(await upgradeStatus(live(), { origin: ORIGIN, cookie: ana.cookie.replace(/.{4}$/, "AAAA") })).toBe(401);
    for (const origin of ["https://evil.test", "null", `${ORIGIN}.evil.test`, "http://localhost:8081", "https://localhost:8080"])
      expect(await upgradeStatus(live(), { origin, cookie: ana.cookie })).toBe(403);
    expect(await upgradeStatus(live(), { cookie: ana.cookie })).toBe(403);
    expect(await upgradeStatus(live(), { origin: ORIGIN, cookie: ana.cookie })).toBe(101);
  });

  test("needs the session's own token in its first frame", async () => {
    const other = await server.member("administrators", organizationId);
    for (const words of [
      { type: "hello", csrfToken: other.csrfToken },
      { type: "hello", csrfToken: "" },
      { type: "subscribe", topics: ["resources"] },
    ]) {
      const listener = listen(ana);
      await listener.say(words);
      expect(await listener.closed).toBe(4401);
    }
    for (const words of ["{", "[]", { type: "hello" }, { type: "publish", topic: "resources" }]) {
      const listener = listen(ana);
      await listener.say(words);
      expect(await listener.closed).toBe(4400);
    }
  });

  test("tells of a machine from enrolment to its first values, and of its loss", async () => {
    const listener = await greeted(ana);
    await listener.subscribe("resources");
    const agent = await enrolledAgent();
    const enrolled = await listener.heard((message) => message.name === "enrolled");
    expect(enrolled.data).toMatchObject({ id: agent.resourceId, name: "pc-1", state: "active" });
    await listener.subscribe(`latest:${agent.resourceId}`, `resource:${agent.resourceId}`);

    const { socket } = await agent.connect();
    const presenceOf = (presence: string) => (message: Message) =>
      message.topic === "resources" &&
      message.name === "presence" &&
      message.data?.items?.some((item) => item["id"] === agent.resourceId && item["presence"] === presence) === true;
    await listener.heard(presenceOf("online"));
    await listener.heard((message) => message.topic === `resource:${agent.resourceId}` && message.name === "presence");

    const metrics: Metrics = {
      cpu: { busy: 0.5 },
      memory: { totalBytes: 4, usedBytes: 1 },
      volumes: [],
      disks: [],
      interfaces: [],
    } as never;
    const at = server.clock.now();
    socket.send({ batch: { lane: Lane.LANE_METRIC, epoch: agent.epoch, records: [{ seq: 1, atMs: at, metrics }] } });
    const row = await listener.heard((message) => message.topic === `latest:${agent.resourceId}`);
    expect(row).toMatchObject({
      name: "latest",
      data: { id: agent.resourceId, at: new Date(at).toISOString(), cpu: 0.5, memory: { usedBytes: 1, totalBytes: 4 }, worstVolume: null },
    });
    const whole = await listener.heard((message) => message.topic === `resource:${agent.resourceId}` && message.name === "latest");
    expect(whole.data).toMatchObject({ cpu: { busy: 0.5, ioWait: null }, volumes: [] });

    socket.send({
      batch: { lane: Lane.LANE_EVENT, epoch: agent.epoch, records: [{ seq: 1, atMs: at, agentEvent: { kind: 1, detail: "hi" } }] },
    });
    const event = await listener.heard((message) => message.name === "event" && message.data?.["source"] === "agent");
    expect(event.data).toMatchObject({ kind: "agent_started", detail: "hi" });

    socket.kill();
    await listener.heard(presenceOf("not_answering"));
    const { version } = (await ana.get(`/api/v1/resources/${agent.resourceId}`)).body;
    await ana.ok("PATCH", `/api/v1/resources/${agent.resourceId}`, { name: "Till" }, { "if-match": `"${version}"` });
    await listener.heard(
      (message) => message.topic === "resources" && message.name === "changed" && message.data?.ids?.includes(agent.resourceId) === true,
    );
    listener.socket.terminate();
  });

  test("shows an agent that waits for approval as pending, though it is connected", async () => {
    const listener = await greeted(ana);
    await listener.subscribe("resources");
    const agent = await enrolledAgent("manual");
    const { socket } = await agent.connect();
    // A message may tell of other machines too.
    const about = (message: Message) => message.data?.items?.find((item) => item["id"] === agent.resourceId);
    expect(about(await listener.heard((heard) => about(heard) !== undefined))).toMatchObject({ presence: "pending", online: true });
    listener.socket.terminate();
    socket.kill();
  });

  test("never tells one organization of another, whatever it asks for", async () => {
    const { browser: bea, organizationId: foreignId } = await server.neighbour();
    const { id: foreign } = await makeResource(server.db.database, foreignId);
    const agent = await enrolledAgent();
    const spy = await greeted(bea);
    await spy.subscribe(
      "resources",
      "clients",
      `latest:${agent.resourceId}`,
      `resource:${agent.resourceId}`,
      `resource:${foreign}`,
      `resource:${newId()}`,
      "organization:x",
      "resource:*",
    );
    const refused = spy.messages.filter((message) => message.type === "refused").map((message) => message.topic);
    expect(refused).toContain(`latest:${agent.resourceId}`);
    expect(refused).toContain(`resource:${agent.resourceId}`);
    expect(refused).toContain("resource:*");
    expect(refused).not.toContain(`resource:${foreign}`);

    const own = await greeted(ana);
    await own.subscribe("resources", "clients");
    const { socket } = await agent.connect();
    await ana.ok("POST", "/api/v1/clients", { name: "Florist" });
    await own.heard((message) => message.name === "presence");
    await own.heard((message) => message.topic === "clients" && message.name === "changed");
    expect(spy.messages.filter((message) => message.type === "event")).toEqual([]);
    for (const listener of [spy, own]) listener.socket.terminate();
    socket.kill();
  });

  test("has a machine pinged as soon as it is opened", async () => {
    const agent = await enrolledAgent();
    const { socket } = await agent.connect();
    server.clock.advance(1_000);
    const listener = await greeted(ana);
    expect(socket.pings).toBe(0);
    await listener.subscribe(`resource:${agent.resourceId}`);
    await socket.pinged(0);
    listener.socket.terminate();
    socket.kill();
  });

  test("is closed with the session it belongs to", async () => {
    const carl = await server.member("viewer", organizationId);
    const [listener, other] = [await greeted(carl), await greeted(ana)];
    await carl.ok("DELETE", "/api/v1/session");
    expect(await listener.closed).toBe(4401);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    other.socket.terminate();
  });

  test("is closed within seconds when the session is ended elsewhere", async () => {
    const dora = await server.member("viewer", organizationId);
    const listener = await greeted(dora);
    await server.db.database.withTenant(organizationId, (tx) =>
      tx.session.updateMany({ data: { revokedAt: new Date(server.clock.now()) } }),
    );
    server.clock.advance(2_000);
    expect(await listener.closed).toBe(4401);
  });
});

describe("the feed itself", () => {
  const principal = {
    kind: "user" as const,
    userId: newId(),
    organizationId: newId(),
    sessionId: newId(),
    isAdministrator: false,
    reach: () => "all" as const,
    permissions: new Set(["resources:read"] as const),
  };
  let feed: LiveFeed;
  let app: App;
  let url: string;

  /** A feed that listens. */
  async function begin(helloTimeoutMs?: number) {
    const log = createLog("silent");
    const feed = createLiveFeed({ clock: new TestClock(), log, ...(helloTimeoutMs !== undefined && { helloTimeoutMs }) });
    const app = Fastify() as unknown as App;
    app.decorateRequest("principal", null);
    app.decorateRequest("csrfToken", null);
    app.addHook("onRequest", async (request) => {
      request.principal = principal;
      request.csrfToken = "token";
    });
    await websockets(app, { log, goodbye: async () => undefined });
    feed.registerRoute(app, {
      origins: [ORIGIN],
      existing: async (_, ids) => new Set(ids),
      places: async () => new Map(),
      clientsOfTickets: async () => new Map(),
      watch: () => () => undefined,
      sessionAlive: async () => true,
    });
    return { feed, app, url: (await app.listen({ host: "127.0.0.1", port: 0 })).replace("http", "ws") };
  }
  beforeAll(async () => {
    ({ feed, app, url } = await begin());
  });
  afterAll(() => app.close());

  async function greeted(): Promise<Listener> {
    const listener = new Listener(`${url}/api/v1/live`, { origin: ORIGIN });
    await listener.say({ type: "hello", csrfToken: "token" });
    return listener;
  }

  test("closes a socket that says nothing", async () => {
    const impatient = await begin(200);
    const listener = new Listener(`${impatient.url}/api/v1/live`, { origin: ORIGIN });
    expect(await listener.closed).toBe(4401);
    await impatient.app.close();
  });

  test("refuses a topic that the person may not read, and more than two hundred", async () => {
    const listener = await greeted();
    await listener.subscribe("clients");
    expect(listener.messages).toContainEqual({ type: "refused", topic: "clients" });
    const ids = Array.from({ length: 201 }, () => `latest:${newId()}`);
    await listener.subscribe(...ids);
    expect(listener.messages.filter((message) => ids.includes(message.topic ?? ""))).toEqual([{ type: "refused", topic: ids[200] }]);
    listener.socket.terminate();
  });

  test("a reader that fell behind gets the newest of each, not all of them", async () => {
    const listener = await greeted();
    await listener.subscribe("resources");
    listener.socket.pause();
    const padding = "x".repeat(10_000);
    const publish = (index: number) =>
      feed.publish(principal.organizationId, "resources", "presence", { items: [{ id: `r${index % 3}`, index, padding }] });
    for (let index = 0; index < 3_000; index++) publish(index);
    listener.socket.resume();
    const newest = (id: string) =>
      listener.messages.flatMap((message) => message.data?.items ?? []).findLast((item) => item["id"] === id)?.["index"];
    await until(() => expect(["r0", "r1", "r2"].map(newest)).toEqual([2_997, 2_998, 2_999]));
    expect(listener.messages.length).toBeLessThan(3_000);
    listener.socket.terminate();
  });

  test("a reader too far behind to be helped is closed", async () => {
    const listener = await greeted();
    await listener.subscribe("resources");
    listener.socket.pause();
    for (let index = 0; index < 3_000; index++)
      feed.publish(principal.organizationId, "resources", "enrolled", { id: `r${index}`, padding: "x".repeat(10_000) });
    await until(() => expect(feed.sockets()).toBe(1));
    listener.socket.resume();
    expect(await listener.closed).toBe(1013);
    await until(() => expect(feed.sockets()).toBe(0));
    expect(feed.watched(principal.organizationId, "resources")).toBe(false);
  });
});

describe("a listener whose rights end at a client", () => {
  test("hears of that client's machines alone, and leaves when the rights change", async () => {
    const server = await buildTestServer();
    try {
      const base = (await server.app.listen({ host: "127.0.0.1", port: 0 })).replace("http", "ws");
      const ana = await server.administrator();
      const organizationId = (await ana.get("/api/v1/session")).body.organization.id;
      const [mine, other] = [
        await makeResource(server.db.database, organizationId),
        await makeResource(server.db.database, organizationId),
      ];
      const tess = await server.member("technician", organizationId, [{ kind: "client", id: mine.clientId }]);
      const listener = new Listener(`${base}/api/v1/live`, { cookie: tess.cookie, origin: ORIGIN });
      await listener.say({ type: "hello", csrfToken: tess.csrfToken });
      await listener.heard((message) => message.type === "ready");
      await listener.subscribe("resources", "clients", `resource:${mine.id}`, `resource:${other.id}`);
      expect(listener.messages).toContainEqual({ type: "refused", topic: `resource:${other.id}` });

      // Outbox events come in order: when the last one is heard, the others would have been.
      for (const { id } of [other, mine, other])
        await ana.ok("PATCH", `/api/v1/resources/${id}`, { notes: "seen" }, await versionOf(ana, id));
      await ana.ok("PATCH", `/api/v1/clients/${other.clientId}`, { notes: "seen" }, { "if-match": '"1"' });
      await ana.ok("PATCH", `/api/v1/clients/${mine.clientId}`, { notes: "seen" }, { "if-match": '"1"' });
      await listener.heard(({ topic, data }) => topic === "clients" && data?.ids?.[0] === mine.clientId);
      const ids = listener.messages.flatMap((message) => message.data?.ids ?? []);
      expect(new Set(ids)).toEqual(new Set([mine.id, mine.clientId]));

      // Moved to the other client, it is out of hearing, also for who had it open.
      const before = listener.messages.length;
      await ana.ok("PATCH", `/api/v1/resources/${mine.id}`, { siteId: other.siteId }, await versionOf(ana, mine.id));
      await ana.ok("PATCH", `/api/v1/clients/${mine.clientId}`, { notes: "again" }, { "if-match": '"2"' });
      await listener.heard((message) => message.topic === "clients" && listener.messages.indexOf(message) >= before);
      expect(listener.messages.slice(before).filter(({ topic }) => topic !== "clients")).toEqual([]);

      const { id } = (await tess.get("/api/v1/session")).body.user;
      const [grant] = (await ana.get(`/api/v1/grants?userId=${id}`)).body.items;
      expect((await ana.call("DELETE", `/api/v1/grants/${grant.id}`)).status).toBe(204);
      expect(await listener.closed).toBe(1013);
      expect((await tess.get("/api/v1/resources")).status).toBe(403);
    } finally {
      await server.close();
    }
  });

  const versionOf = async (browser: Browser, id: string) => ({
    "if-match": `"${(await browser.get(`/api/v1/resources/${id}`)).body.version}"`,
  });
});
