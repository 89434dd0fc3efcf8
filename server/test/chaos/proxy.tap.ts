// The fault proxy by itself: each kind of weather does to real sockets what it says. And an agent's batch that is cut after every one
// of its bytes is applied once, when it comes whole.
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import { AgentEventKind, encode, Lane } from "@vigia/protocol";
import t from "tap";
import { FakeAgent } from "../fake-agent.ts";
import { makeToken, setUp } from "../kit/api.ts";
import { ask } from "../kit/database.ts";
import { endAll, startServer, temporaryFolder, until } from "../kit/processes.ts";
import { FaultProxy } from "./proxy.ts";

/** An upstream that answers every byte with the same byte. */
const echo = net.createServer({ noDelay: true }, (socket) => socket.on("error", () => undefined).pipe(socket));
let proxy: FaultProxy;

/** A socket through the proxy, with all it received so far and whether it is over. */
class Caller {
  readonly socket: net.Socket;
  received = "";
  over = false;
  constructor() {
    this.socket = net.connect(proxy.port, "127.0.0.1");
    this.socket.on("error", () => undefined);
    this.socket.on("data", (data) => (this.received += data.toString("latin1")));
    this.socket.on("close", () => (this.over = true));
  }

  /** Says something and waits for its echo. */
  async hears(text: string): Promise<void> {
    this.received = "";
    this.socket.write(text);
    await until(`the echo of ${text}`, () => (this.received === text ? true : undefined));
  }

  async ends(): Promise<void> {
    await until("the end", () => (this.over ? true : undefined));
  }
}

async function caller(): Promise<Caller> {
  const made = new Caller();
  await made.hears("hello");
  return made;
}

t.before(async () => {
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  proxy = await FaultProxy.start((echo.address() as net.AddressInfo).port);
});
t.beforeEach(() => {
  proxy.set({});
  proxy.reset();
});
t.teardown(async () => {
  await proxy.stop();
  echo.close();
  await endAll();
});

t.test("in good weather bytes pass both ways, and an end is an end", async (t) => {
  const one = await caller();
  await one.hears("all well");
  one.socket.end();
  await one.ends();
  t.pass();
});

t.test("a reset ends the connection, a refusal every further one", async (t) => {
  const one = await caller();
  proxy.set({ refuse: true });
  proxy.reset();
  await one.ends();
  await new Caller().ends();
  proxy.set({});
  await caller();
  t.pass();
});

t.test("what is dropped never comes, also in better weather; a new connection works", async (t) => {
  const one = await caller();
  proxy.set({ drop: true });
  one.received = "";
  one.socket.write("lost");
  await until("the bytes are swallowed", () => (proxy.mute === 1 ? true : undefined));
  const two = new Caller();
  two.socket.write("lost too");
  await until("the other's too", () => (proxy.mute === 2 ? true : undefined));
  proxy.set({});
  one.socket.write("still lost");
  await caller();
  t.same([one.received, one.over], ["", false]);
});

t.test("half open, the agent's side stays and hears nothing", async (t) => {
  const one = await caller();
  proxy.halfOpen();
  one.received = "";
  one.socket.write("anybody?");
  await caller();
  t.same([one.received, one.over], ["", false]);
});

t.test("orphaned, the agent's side ends while the server's stays", async (t) => {
  const one = await caller();
  proxy.orphan();
  await one.ends();
  const two = await caller();
  const connections = () => new Promise<number>((resolve) => echo.getConnections((_, count) => resolve(count)));
  // Those of earlier tests are on their way out.
  await until("the server has both", async () => ((await connections()) === 2 ? true : undefined));
  two.socket.destroy();
  t.pass();
});

t.test("late and one at a time, all bytes come in order", async (t) => {
  const one = await caller();
  proxy.set({ delayMs: 30 });
  await one.hears("late");
  proxy.set({ byteEveryMs: 5 });
  await one.hears("one by one");
  t.pass();
});

t.test("a cut lets exactly so many bytes through, a corruption turns exactly one bit", async (t) => {
  for (const after of [0, 1, 5]) {
    proxy.set({ cut: { direction: "down", after: () => after } });
    const one = new Caller();
    one.socket.write("0123456789");
    await one.ends();
    t.equal(one.received, "0123456789".slice(0, after));
  }
  proxy.set({ corrupt: { direction: "up", at: (connection) => 2 + connection } });
  for (const at of [2, 3]) {
    const two = new Caller();
    two.socket.write("0123456789");
    await until("ten bytes", () => (two.received.length === 10 ? true : undefined));
    const wrong = [...two.received].flatMap((letter, i) => (letter === String(i) ? [] : [i]));
    t.same(wrong, [at]);
  }
});

t.test("a batch cut after any of its bytes is applied once, when it comes whole", async (t) => {
  const dataDir = temporaryFolder("chaos-cuts");
  const server = await startServer(dataDir);
  const { token } = await makeToken(await setUp(server.url, dataDir));
  const before = await FaultProxy.start(Number(new URL(server.url).port));
  const agent = new FakeAgent(`ws://127.0.0.1:${before.port}/agent/v1`);
  await agent.enroll(token);
  const kind = AgentEventKind.AGENT_EVENT_KIND_STARTED;
  const record = { seq: 1, atMs: Date.now(), body: "agentEvent" as const, agentEvent: { kind, detail: "cut" } };
  const batch = { body: "batch" as const, batch: { lane: Lane.LANE_EVENT, epoch: agent.epoch, records: [record] } };
  // The frame with its WebSocket header and mask.
  const length = encode(batch).length + 6;
  for (let bytes = 0; bytes < length; bytes++) {
    const { socket, welcome } = await agent.connect();
    const stands = (welcome.cursors ?? []).find(({ lane }) => lane === Lane.LANE_EVENT)?.lastSeq ?? 0;
    if (stands !== 0) t.fail(`applied although cut after ${bytes - 1} of ${length} bytes`);
    before.cutAfter("up", bytes);
    socket.send(batch);
    await socket.closed;
  }
  const { socket } = await agent.connect();
  socket.send(batch);
  await socket.expect("ack");
  t.same(await ask(dataDir, "select count(*)::int n from resource_events where detail = 'cut'"), [{ n: 1 }]);
  socket.kill();
  await before.stop();
  await server.program.end();
  fs.rmSync(dataDir, { recursive: true, force: true });
});
