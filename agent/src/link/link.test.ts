import { AgentEventKind, AgentState, CloseCode, encode, Lane, MAX_UNAUTHENTICATED_FRAME_BYTES, RefusalCode } from "@vigia/protocol";
import { makeKey } from "@vigia/protocol/handshake";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLink, type Link } from "./link.ts";
import { agentParts } from "./testing/agent-parts.ts";
import { FakeServer } from "./testing/fake-server.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 5 });
const started = (detail: string) => ({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail });

let server: FakeServer;
let rig: Awaited<ReturnType<typeof agentParts>>;
let link: Link;

beforeEach(async () => {
  server = new FakeServer();
  rig = await agentParts(server);
  link = createLink(rig.parts);
});
afterEach(async () => {
  await link.stop();
  await rig.tidy();
});

const start = () => link.start(new AbortController().signal);
const phases = () => rig.statuses.map((status) => status.phase);
const problems = () => rig.statuses.flatMap((status) => status.problem ?? []);

it("connects, sends every lane and takes the Acks", async () => {
  const { spool } = rig.parts;
  await spool.event(started("one"), Date.now());
  spool.metrics({ uptimeSeconds: 5 }, Date.now());
  spool.state("collector:cpu", { collectorStatus: { collector: "cpu", reason: "x" } }, Date.now());
  await start();
  await until(() => {
    expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["one"]);
    expect(server.lanes[Lane.LANE_METRIC].contents).toEqual(["5"]);
    expect(server.lanes[Lane.LANE_STATE].contents).toEqual(["cpu=x"]);
    expect(spool.lanes.map((lane) => lane.backlog())).toEqual([0, 0, 0]);
  });
  expect(rig.settings[0]).toMatchObject({ metricsIntervalSeconds: 5 });
  expect(phases()).toEqual(["connecting", "connected"]);
  await spool.event(started("two"), Date.now());
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["one", "two"]));
  expect(server.problems).toEqual([]);
});

it("sends a long backlog within the window, in order, and nothing twice", async () => {
  const { spool } = rig.parts;
  const details = Array.from({ length: 700 }, (_, index) => `event ${index} ${"x".repeat(200)}`);
  await Promise.all(details.map((detail) => spool.event(started(detail), Date.now())));
  server.acks = false;
  await start();
  await until(() => expect(server.lanes[Lane.LANE_EVENT].cursor).toBe(256));
  server.acks = true;
  server.peers[0]?.send({ body: "ack", ack: { lane: Lane.LANE_EVENT, epoch: spool.epoch, seq: 256 } });
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(details));
  expect(server.problems).toEqual([]);
});

it("sends again from where the server asks", async () => {
  const { spool } = rig.parts;
  for (const word of ["a", "b", "c"]) await spool.event(started(word), Date.now());
  server.acks = false;
  await start();
  await until(() => expect(server.lanes[Lane.LANE_EVENT].cursor).toBe(3));
  server.lanes[Lane.LANE_EVENT].restore(1);
  server.acks = true;
  server.peers[0]?.send({ body: "resendFrom", resendFrom: { lane: Lane.LANE_EVENT, epoch: spool.epoch, seq: 2 } });
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["a", "b", "c"]));
});

it("comes back after the connection broke and goes on where the server stands", async () => {
  await start();
  await until(() => expect(phases()).toContain("connected"));
  server.dropAll();
  await rig.parts.spool.event(started("meanwhile"), Date.now());
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["meanwhile"]));
  expect(server.hellos).toHaveLength(2);
});

it("resends what a restored server lost and says so", async () => {
  const { spool } = rig.parts;
  for (const word of ["a", "b", "c"]) await spool.event(started(word), Date.now());
  spool.state("collector:cpu", { collectorStatus: { collector: "cpu", reason: "x" } }, Date.now());
  await start();
  await until(() => expect(spool.lanes.map((lane) => lane.backlog())).toEqual([0, 0, 0]));
  server.lanes[Lane.LANE_EVENT].restore(1);
  server.generation = 2;
  server.dropAll();
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["a", "b", "c", "The server came back with older data."]));
  await until(() => expect(server.lanes[Lane.LANE_STATE].contents).toEqual(["cpu=x", "cpu=x"]));
  expect(rig.parts.identity.current.serverGeneration).toBe(2);
});

it("sends states alone while it waits for approval, and everything at once when approved", async () => {
  server.state = AgentState.AGENT_STATE_PENDING;
  const { spool, identity } = rig.parts;
  await spool.event(started("held"), Date.now());
  spool.state("collector:cpu", { collectorStatus: { collector: "cpu", reason: "x" } }, Date.now());
  await start();
  await until(() => expect(server.lanes[Lane.LANE_STATE].contents).toEqual(["cpu=x"]));
  expect(server.batchLanes).toEqual([Lane.LANE_STATE]);
  expect(identity.current.standing).toBe("pending");
  server.state = AgentState.AGENT_STATE_ACTIVE;
  server.peers[0]?.send({ body: "goAway", goAway: { reason: "approved", retryAfterMs: 0 } });
  server.peers[0]?.socket.close(CloseCode.SERVICE_RESTART);
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["held"]));
  expect(identity.current.standing).toBe("active");
});

it("keeps server time, whatever this machine's clock says", async () => {
  server.timeMs = () => Date.now() + 3_600_000;
  await start();
  await until(() => expect(phases()).toContain("connected"));
  expect(Math.abs(rig.parts.clock.now() - server.timeMs())).toBeLessThan(2_000);
  expect(Math.abs(rig.parts.identity.current.clockOffsetMs - 3_600_000)).toBeLessThan(2_000);
});

it("stays away for at least half a minute when it was replaced", async () => {
  await start();
  await until(() => expect(phases()).toContain("connected"));
  server.peers[0]?.socket.close(CloseCode.REPLACED);
  await until(() => expect(phases().at(-1)).toBe("waiting"));
  const last = rig.statuses.at(-1);
  expect((last?.nextTryMs ?? 0) - (last?.sinceMs ?? 0)).toBeGreaterThanOrEqual(30_000);
});

it("believes a signed refusal, remembers it and comes back slowly", async () => {
  server.onHello = (peer) => {
    peer.send(server.refusal(peer, RefusalCode.REFUSAL_CODE_REVOKED, "revoked by an administrator"));
    peer.socket.close(CloseCode.REFUSED);
  };
  await start();
  await until(() => expect(phases().at(-1)).toBe("waiting"));
  expect(rig.parts.identity.current).toMatchObject({ standing: "revoked", standingReason: "revoked by an administrator" });
  const last = rig.statuses.at(-1);
  expect((last?.nextTryMs ?? 0) - (last?.sinceMs ?? 0)).toBeGreaterThanOrEqual(1_800_000);
});

it("takes an unsigned or foreign refusal as a hiccup", async () => {
  server.onHello = (peer) => {
    peer.send(server.refusal(peer, RefusalCode.REFUSAL_CODE_REVOKED, "forged", makeKey()));
    peer.socket.close(CloseCode.REFUSED);
  };
  await start();
  await until(() => expect(server.hellos.length).toBeGreaterThan(2));
  expect(rig.parts.identity.current.standing).toBe("active");
});

it("takes a refusal before the hello as a hiccup", async () => {
  server.onOpen = (peer) => peer.send(server.refusal(peer, RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT, "forged"));
  await start();
  await until(() => expect(problems()).toContain("the server declined without proving itself"));
  expect(rig.parts.identity.current.standing).toBe("active");
});

async function closesWith(code: number): Promise<void> {
  await rig.parts.spool.event(started("secret"), Date.now());
  await start();
  await until(() => expect(server.closes[0]).toBe(code));
  expect(server.batchLanes).toEqual([]);
  expect(phases()).not.toContain("connected");
}

it("leaves a server whose Welcome another key signed", async () => {
  server.onHello = (peer) => peer.send(server.welcome(peer, makeKey()));
  await closesWith(CloseCode.BAD_PROOF);
});

it("leaves a server that replays an earlier Welcome", async () => {
  let first: ReturnType<FakeServer["welcome"]> | undefined;
  server.onHello = (peer) => {
    const replayed = first;
    first ??= server.welcome(peer);
    peer.send(replayed ?? first);
    if (replayed === undefined) peer.socket.close();
  };
  await start();
  await until(() => expect(problems()).toContain("the server could not prove that it is the one this machine was enrolled with"));
});

it("leaves a server that reflects the agent's own signature", async () => {
  server.onHello = (peer) => {
    peer.send({ body: "welcome", welcome: { statement: peer.helloBytes, signature: peer.helloSignature } });
  };
  await closesWith(CloseCode.BAD_PROOF);
});

it("says nothing to a server with another identity key", async () => {
  const other = new FakeServer();
  server.onOpen = (peer) => peer.send(other.challenge());
  await closesWith(CloseCode.BAD_PROOF);
  expect(server.hellos).toEqual([]);
});

it("leaves a server that sends two messages in one frame", async () => {
  server.onHello = (peer) => peer.socket.send(Buffer.concat([encode(server.welcome(peer)), encode(server.welcome(peer))]));
  await closesWith(CloseCode.BAD_FRAME);
});

it("leaves a server that sends too large a frame before its Welcome", async () => {
  server.onHello = (peer) => peer.socket.send(Buffer.alloc(MAX_UNAUTHENTICATED_FRAME_BYTES + 1));
  await closesWith(CloseCode.BAD_FRAME);
});

it("ignores everything before a valid Welcome, also a Welcome before its Hello", async () => {
  server.onOpen = (peer) => {
    peer.send(server.welcome(peer));
    peer.send({ body: "settings", settings: { metricsIntervalSeconds: 3_600 } });
    peer.send({ body: "ack", ack: { lane: Lane.LANE_EVENT, epoch: rig.parts.spool.epoch, seq: 1 } });
    peer.socket.send(peer.challengeFrame);
  };
  server.onHello = (peer) => {
    peer.send({ body: "settings", settings: { metricsIntervalSeconds: 3_600 } });
    peer.send(server.welcome(peer));
  };
  server.acks = false;
  await rig.parts.spool.event(started("kept"), Date.now());
  await start();
  await until(() => expect(server.lanes[Lane.LANE_EVENT].contents).toEqual(["kept"]));
  expect(rig.settings).toHaveLength(1);
  expect(rig.settings[0]).toMatchObject({ metricsIntervalSeconds: 5 });
  expect(rig.parts.spool.lanes[0]?.backlog()).toBe(1);
});

it("stops within its time even when the server does not answer the close", async () => {
  await start();
  await until(() => expect(phases()).toContain("connected"));
  server.peers[0]?.socket.pause();
  await link.stop();
  expect(phases().at(-1)).toBe("stopped");
});
