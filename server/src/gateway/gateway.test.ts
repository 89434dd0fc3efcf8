import { randomBytes } from "node:crypto";
import { AgentState, CloseCode, Lane, RefusalCode } from "@vigia/protocol";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type AgentServer, type Place, SETTINGS, startAgentServer } from "../../test/agent-server.ts";
import { FakeAgent } from "../../test/fake-agent.ts";
import { until } from "../../test/until.ts";

let server: AgentServer;
let place: Place;
beforeAll(async () => {
  server = await startAgentServer();
  place = await server.place();
});
afterAll(() => server.close());

const come = (condition: () => unknown) => until(async () => expect(await condition()).toBeTruthy());

async function enrolled(approval: "manual" | "automatic" = "automatic"): Promise<FakeAgent> {
  const { token } = await server.resources.tokens.create(place.caller, { clientId: place.clientId, approval });
  const agent = new FakeAgent(server.url);
  const { enrolled: answer } = await agent.enroll(token);
  expect(answer?.state).toBe(approval === "automatic" ? AgentState.AGENT_STATE_ACTIVE : AgentState.AGENT_STATE_PENDING);
  return agent;
}

const presence = (agent: FakeAgent) => server.gateway.presence(agent.resourceId)?.presence;
const row = (agent: FakeAgent) => server.resources.service.get(place.caller, agent.resourceId);
async function history(agent: FakeAgent): Promise<string[]> {
  await server.gateway.flush();
  const { items } = await server.resources.service.events(place.caller, agent.resourceId, {});
  return items.map((event) => event.kind).reverse();
}
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ seq: index + 1, atMs: server.clock.now(), hostFacts: {} }));

describe("an agent's first day", () => {
  test("enrols pending, is approved, and is online the moment it is welcomed", async () => {
    const agent = await enrolled("manual");
    expect(await row(agent)).toMatchObject({
      name: "pc-1",
      platform: "linux",
      presence: "pending",
      online: false,
      agent: { state: "pending" },
    });

    const first = await agent.connect();
    expect(first.welcome).toMatchObject({ state: AgentState.AGENT_STATE_PENDING, settings: SETTINGS });
    expect(await row(agent)).toMatchObject({ presence: "pending", online: true });
    server.clock.advance(1_000);

    await server.resources.service.decide(place.caller, agent.resourceId, "approve");
    const closed = await first.socket.closed;
    expect(closed.code).toBe(CloseCode.SERVICE_RESTART);
    expect(await first.socket.expect("goAway")).toMatchObject({ reason: "approved", retryAfterMs: 0 });

    const second = await agent.connect();
    expect(second.welcome.state).toBe(AgentState.AGENT_STATE_ACTIVE);
    expect(await row(agent)).toMatchObject({ presence: "online", online: true, agent: { state: "active" } });
    expect(await history(agent)).toEqual(["enrolled", "online", "approved"]);
    second.socket.kill();
    await second.socket.closed;
  });

  test("a pending agent's state is taken and nothing else of it", async () => {
    const agent = await enrolled("manual");
    const { socket } = await agent.connect();
    const before = server.received.length;
    for (const lane of [Lane.LANE_EVENT, Lane.LANE_METRIC, Lane.LANE_STATE])
      socket.send({ batch: { lane, epoch: agent.epoch, records: records(1) } });
    await come(() => server.received.length > before);
    expect(server.received.slice(before)).toMatchObject([
      { agent: { resourceId: agent.resourceId, pending: true }, batch: { lane: Lane.LANE_STATE } },
    ]);
    socket.kill();
  });

  test("a refused agent is told so with its next hello and is offline", async () => {
    const agent = await enrolled("manual");
    const { socket } = await agent.connect();
    await server.resources.service.decide(place.caller, agent.resourceId, "refuse");
    await socket.closed;
    const again = await agent.honestHello();
    expect(again).toMatchObject({ closed: { code: CloseCode.REFUSED }, refusal: { code: RefusalCode.REFUSAL_CODE_NOT_APPROVED } });
    expect(await row(agent)).toMatchObject({ presence: "offline", online: false });
  });

  test("deleting a resource lets its agent go at once, and it is never found again", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    const { version } = await row(agent);
    await server.resources.service.remove(place.caller, agent.resourceId, version);
    await socket.closed;
    expect(presence(agent)).toBe("offline");
    expect((await agent.honestHello()).refusal?.code).toBe(RefusalCode.REFUSAL_CODE_REVOKED);
    await expect(row(agent)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("an agent that leaves is closed with goodbye, offline, and refused as unenrolled", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    socket.send({ unenroll: { reason: "moving\u202e house" } });
    expect(await socket.closed).toMatchObject({ code: 1000 });
    expect(await row(agent)).toMatchObject({ presence: "offline", agent: { state: "unenrolled" } });
    expect((await agent.honestHello()).refusal?.code).toBe(RefusalCode.REFUSAL_CODE_UNENROLLED);
    const { items } = await server.resources.service.events(place.caller, agent.resourceId, {});
    expect(items.find((event) => event.kind === "unenrolled")?.detail).toBe("moving house");
  });

  test("changed settings reach a connected agent", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    server.gateway.applySettings(agent.resourceId, { metricsIntervalSeconds: 5, factsIntervalSeconds: 60 });
    expect(await socket.expect("settings")).toMatchObject({ metricsIntervalSeconds: 5, factsIntervalSeconds: 60 });
    socket.kill();
  });

  test("a connected agent is asked for its inventory; one that is away is not", async () => {
    const agent = await enrolled();
    expect(server.gateway.requestInventory(agent.resourceId, true)).toBe(false);
    const { socket } = await agent.connect();
    expect(server.gateway.requestInventory(agent.resourceId, true)).toBe(true);
    expect(await socket.expect("inventoryRequest")).toMatchObject({ full: true });
    socket.kill();
  });

  test("settings that change between an agent's proof and its welcome are in that welcome", async () => {
    const agent = await enrolled();
    const changed = { metricsIntervalSeconds: 7, factsIntervalSeconds: 70 };
    const read = server.directory.connected;
    const late = vi.spyOn(server.directory, "connected").mockImplementation(async (...which) => {
      const standing = await read(...which);
      expect(server.gateway.isConnected(agent.resourceId)).toBe(true);
      server.gateway.applySettings(agent.resourceId, changed);
      return standing;
    });
    const { socket, welcome } = await agent.connect();
    late.mockRestore();
    expect(welcome.settings).toMatchObject(changed);
    socket.kill();
  });

  test("a machine that moves is told the settings of its new place", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    const { id } = await row(agent);
    const event = { id, organizationId: place.organizationId, name: "resource.changed", payload: { resourceId: id } } as const;
    await server.resources.settingsSync.resourceChanged(event);
    expect(await socket.expect("settings")).toMatchObject(SETTINGS);
    socket.kill();
  });
});

describe("presence over real sockets", () => {
  test("a killed agent is shown as not answering without any time passing, offline after 75 s, and online again when it returns", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    expect(presence(agent)).toBe("online");
    socket.kill();
    await come(() => presence(agent) === "not_answering");
    await come(() => server.seen.some((seen) => seen.resourceId === agent.resourceId && seen.presence === "not_answering"));
    expect(await history(agent)).toEqual(["enrolled", "online"]);
    expect(await row(agent)).toMatchObject({ presence: "not_answering", online: false });

    server.pass(74_000);
    expect(presence(agent)).toBe("not_answering");
    server.pass(2_000);
    expect(presence(agent)).toBe("offline");
    expect(await history(agent)).toEqual(["enrolled", "online", "offline"]);
    const list = await server.resources.service.list(place.caller, { presence: "offline" });
    expect(list.items.map((item) => item.id)).toContain(agent.resourceId);

    const back = await agent.connect();
    expect(presence(agent)).toBe("online");
    expect(await history(agent)).toEqual(["enrolled", "online", "offline", "online"]);
    back.socket.kill();
  });

  test("a machine someone has open is pinged at once and every 5 s, and does not answer after 12.5 s of silence", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect({ autoPong: false });
    const release = server.gateway.watch(agent.resourceId);
    server.pass(1_000);
    await socket.pinged(0);
    server.pass(5_000);
    await socket.pinged(1);
    server.pass(6_000);
    expect(presence(agent)).toBe("online");
    server.pass(1_500, 500);
    expect(presence(agent)).toBe("not_answering");
    socket.send({ batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records: records(1) } });
    await come(() => presence(agent) === "online");
    release();
    expect(await history(agent)).toEqual(["enrolled", "online"]);
    socket.kill();
  });

  test("a socket that says nothing for 75 s is closed and its machine offline", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect({ autoPong: false });
    server.pass(74_000);
    expect(presence(agent)).toBe("online");
    server.pass(2_000);
    expect(presence(agent)).toBe("offline");
    expect((await socket.closed).code).toBe(CloseCode.SILENT);
  });

  test("the newest connection of an agent wins, and the machine stays online", async () => {
    const agent = await enrolled();
    const [first, second] = [await agent.connect(), await agent.connect()];
    expect((await first.socket.closed).code).toBe(CloseCode.REPLACED);
    expect(await first.socket.expect("goAway")).toMatchObject({ reason: "replaced" });
    expect(presence(agent)).toBe("online");
    second.socket.kill();
  });

  test("two machines taking turns with one identity are told once", async () => {
    const agent = await enrolled();
    const boots = [randomBytes(16), randomBytes(16)];
    for (let turn = 0; turn < 9; turn++) {
      agent.bootId = boots[turn % 2] ?? randomBytes(16);
      await agent.connect();
    }
    await come(async () => (await history(agent)).includes("clone_suspected"));
    expect((await history(agent)).filter((kind) => kind === "clone_suspected")).toHaveLength(1);
    const quarantined = () => server.db.database.withTenant(place.organizationId, (tx) => tx.agentQuarantine.count());
    expect(await quarantined()).toBe(1);
    // After a restart it would be noticed anew: it is told already.
    const { resourceId } = agent;
    const known = await server.db.database.withTenant(place.organizationId, (tx) => tx.agent.findFirstOrThrow({ where: { resourceId } }));
    await server.directory.cloneSuspected({ ...known, agentId: known.id });
    expect((await history(agent)).filter((kind) => kind === "clone_suspected")).toHaveLength(1);
  });

  test("while the database cannot be asked an agent is told to come back later, and is not called offline for it", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    socket.kill();
    await come(() => presence(agent) === "not_answering");
    const find = vi.spyOn(server.directory, "find").mockRejectedValue(new Error("the database is away"));
    for (let minute = 0; minute < 3; minute++) {
      const { closed, refusal } = await agent.honestHello();
      expect({ code: closed.code, refusal: refusal?.code }).toEqual({
        code: CloseCode.TRY_LATER,
        refusal: RefusalCode.REFUSAL_CODE_UNAVAILABLE,
      });
      expect(refusal?.retryAfterMs).toBeGreaterThanOrEqual(5_000);
      server.pass(60_000);
      expect(presence(agent)).toBe("not_answering");
    }
    find.mockRestore();
    const back = await agent.connect();
    expect(await history(agent)).toEqual(["enrolled", "online"]);
    back.socket.kill();
  });

  test("a restarted server waits five minutes before it calls anybody offline", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    await server.gateway.flush();
    const another = await server.anotherGateway();
    expect(another.presence(agent.resourceId)?.presence).toBe("not_answering");
    for (let passed = 0; passed < 299_000; passed += 1_000) {
      server.clock.advance(1_000);
      another.tick();
    }
    expect(another.presence(agent.resourceId)?.presence).toBe("not_answering");
    server.clock.advance(1_500);
    another.tick();
    expect(another.presence(agent.resourceId)?.presence).toBe("offline");
    await another.stop();
    socket.kill();
  });
});

describe("bounds of a session", () => {
  test("acknowledgements go back as delivery gives them, and a socket with much waiting is not read", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    const before = server.received.length;
    server.queued = 1_001;
    socket.send({ batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records: records(1) } });
    await come(() => server.received.length === before + 1);
    socket.send({ batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records: records(2) } });
    server.received.at(-1)?.reply.ack(Lane.LANE_STATE, agent.epoch, 1);
    expect(await socket.expect("ack")).toMatchObject({ lane: Lane.LANE_STATE, epoch: agent.epoch, seq: 1 });
    expect(server.received).toHaveLength(before + 1);
    // Not read for longer than any silence: that is the server's doing, not the machine's.
    server.pass(80_000);
    expect(presence(agent)).toBe("online");
    expect(server.received).toHaveLength(before + 1);
    server.queued = 0;
    server.gateway.tick();
    await come(() => server.received.length === before + 2);
    socket.kill();
  });

  test("an agent that goes on sending too fast is held back, then closed for it", async () => {
    const agent = await enrolled();
    const { socket } = await agent.connect();
    const before = server.received.length;
    for (let index = 0; index < 4_000; index++) socket.send({ batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records: records(1) } });
    await come(() => server.received.length >= before + 500);
    await come(() => {
      server.pass(1_000);
      return socket.socket.readyState === socket.socket.CLOSED;
    });
    expect((await socket.closed).code).toBe(CloseCode.TOO_FAST);
    expect(server.received.length - before).toBeLessThan(4_000);
  });

  test("what breaks the protocol inside a session closes it", async () => {
    const batch = (agent: FakeAgent, changes: object) => ({
      batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records: records(1), ...changes },
    });
    const breaches = [
      (agent: FakeAgent) => batch(agent, { epoch: agent.epoch + 1 }),
      (agent: FakeAgent) => batch(agent, { lane: 9 }),
      (agent: FakeAgent) => batch(agent, { records: records(257) }),
      (agent: FakeAgent) => batch(agent, { records: [] }),
      () => ({ hello: { statement: randomBytes(10), signature: randomBytes(64) } }),
      () => ({ enroll: { statement: randomBytes(10), signature: randomBytes(64) } }),
      () => ({ ack: { lane: 1, epoch: 1, seq: 1 } }),
    ];
    for (const breach of breaches) {
      const agent = await enrolled();
      const { socket } = await agent.connect();
      socket.send(breach(agent) as never);
      expect((await socket.closed).code).toBe(CloseCode.BAD_FRAME);
    }
    const agent = await enrolled();
    const { socket } = await agent.connect();
    socket.socket.send("text");
    expect((await socket.closed).code).toBe(CloseCode.BAD_FRAME);
  });
});

test("a server that stops says goodbye and when to come back, and calls nobody offline", async () => {
  const own = await startAgentServer();
  const { caller, clientId } = await own.place();
  const { token } = await own.resources.tokens.create(caller, { clientId, approval: "automatic" });
  const agent = new FakeAgent(own.url);
  await agent.enroll(token);
  const { socket } = await agent.connect();
  await own.gateway.stop();
  const goAway = await socket.expect("goAway");
  expect(goAway.reason).toBe("shutdown");
  // Soon, but not while the server is still on its way down.
  expect(goAway.retryAfterMs).toBeGreaterThanOrEqual(2_000);
  expect(goAway.retryAfterMs).toBeLessThan(2_100);
  expect(await socket.closed).toMatchObject({ code: CloseCode.SERVICE_RESTART });
  const written = [];
  for await (const one of own.directory.knownPresence()) written.push(one);
  expect(written).toMatchObject([{ resourceId: agent.resourceId, presence: "online" }]);
  const events = await own.resources.service.events(caller, agent.resourceId, {});
  expect(events.items.map(({ kind }) => kind)).not.toContain("offline");
  await own.close();
});
