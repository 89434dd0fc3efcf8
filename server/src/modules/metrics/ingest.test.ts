import { Lane, type Metrics, type WireRecord } from "@vigia/protocol";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { type Answers, deliver, EPOCH, gap, listen, makeAgent, metrics, report } from "../../../test/deliver.ts";
import { until } from "../../../test/until.ts";
import { systemClock } from "../../clock.ts";
import { createDelivery, type DeliveringAgent, type Delivery, type DeliveryParts, type EventHandlers } from "../../delivery/index.ts";
import { createLog } from "../../log.ts";
import { createMetrics } from "./index.ts";

const NOW = Date.now();
const clock = { now: () => NOW };
const log = createLog("silent");
const unused = () => Promise.reject(new Error("lane EVENT is not part of this test"));
const events: EventHandlers = { agentEvent: unused, gap: unused, spoolReplaced: unused };

let db: TestDatabase;
let owner: pg.Client;
let committed: { agent: DeliveringAgent; records: readonly WireRecord[] }[];
let telemetry: DeliveryParts["telemetry"];

beforeAll(async () => {
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
  telemetry = createMetrics({ database: db.database, clock, log, intervalSeconds: async () => 30 }).telemetry;
});
afterAll(async () => {
  await owner.end();
  await db.close();
});
beforeEach(() => {
  committed = [];
});

const build = (parts: Partial<DeliveryParts> = {}): Delivery =>
  createDelivery({
    database: db.database,
    clock,
    log,
    events,
    telemetry,
    onCommitted: (agent, records) => void committed.push({ agent, records }),
    ...parts,
  });

/** The stored cpu values of an agent's resource, in time. */
async function stored(agent: DeliveringAgent): Promise<number[]> {
  const { rows } = await owner.query("select cpu from telemetry.report_raw where resource_id = $1 order by at", [agent.resourceId]);
  return rows.map((row) => row.cpu);
}

async function quarantined(agent: DeliveringAgent): Promise<{ seq: number; reason: string }[]> {
  const { rows } = await owner.query("select seq::int, reason from telemetry.quarantine where agent_id = $1 order by seq", [agent.agentId]);
  return rows;
}

const lastAck = (answers: Answers) => answers.acks.at(-1)?.seq;
const some = (count: number, from = 1): WireRecord[] =>
  Array.from({ length: count }, (_, index) => metrics(from + index, NOW - 60_000 + (from + index) * 100, report((from + index) / 1000)));

describe("telemetry", () => {
  it("is acknowledged once it can be read back, newest values included", async () => {
    const agent = makeAgent();
    const answers = await deliver(build(), agent, some(3));
    expect(answers.acks).toEqual([{ lane: Lane.LANE_METRIC, epoch: EPOCH, seq: 3 }]);
    expect(await stored(agent)).toEqual([0.001, 0.002, 0.003]);
    const { rows } = await owner.query("select cpu, worst_volume, worst_volume_used from telemetry.latest where resource_id = $1", [
      agent.resourceId,
    ]);
    expect(rows).toEqual([{ cpu: 0.003, worst_volume: "/", worst_volume_used: 0.6 }]);
    // What is newest is told.
    expect(committed.map(({ records }) => records.map((record) => record.seq))).toEqual([[3]]);
  });

  it("has no effect a second time, and is acknowledged again", async () => {
    const agent = makeAgent();
    const delivery = build();
    await deliver(delivery, agent, some(3));
    const again = await deliver(delivery, agent, some(5));
    expect([lastAck(again), await stored(agent)]).toEqual([5, [0.001, 0.002, 0.003, 0.004, 0.005]]);
    expect(committed.map(({ records }) => records.map((record) => record.seq))).toEqual([[3], [5]]);
    expect(delivery.stats()).toMatchObject({ applied: 5, duplicates: 3, queued: 0 });
  });

  it("with a hole asks for what is missing and stores nothing behind it", async () => {
    const agent = makeAgent();
    const delivery = build();
    await deliver(delivery, agent, some(2));
    const answers = await deliver(delivery, agent, some(2, 4));
    expect(answers.resends).toEqual([{ lane: Lane.LANE_METRIC, epoch: EPOCH, seq: 3 }]);
    expect(await stored(agent)).toHaveLength(2);
    expect(lastAck(await deliver(delivery, agent, some(3, 3)))).toBe(5);
    expect(await stored(agent)).toHaveLength(5);
  });

  it("keeps a gap as the agent tells it and goes on behind it", async () => {
    const agent = makeAgent();
    const delivery = build();
    await deliver(delivery, agent, some(2));
    expect(lastAck(await deliver(delivery, agent, [gap(2, 40, NOW - 9_000_000, NOW - 50_000), ...some(1, 41)]))).toBe(41);
    const { rows } = await owner.query("select from_seq::int, to_seq::int, first_at from telemetry.gaps where agent_id = $1", [
      agent.agentId,
    ]);
    // Number 2 was received: it is not missing.
    expect(rows).toEqual([{ from_seq: 3, to_seq: 40, first_at: new Date(NOW - 9_000_000) }]);
  });

  it("of a new epoch begins with the first record, and the old epoch is not taken any more", async () => {
    const agent = makeAgent();
    const delivery = build();
    await delivery.cursors(agent, EPOCH);
    await deliver(delivery, agent, some(3));
    expect(await delivery.cursors(agent, EPOCH)).toContainEqual({ lane: Lane.LANE_METRIC, lastSeq: 3 });
    expect(await delivery.cursors(agent, EPOCH + 1)).toContainEqual({ lane: Lane.LANE_METRIC, lastSeq: 0 });
    const fresh = await deliver(delivery, agent, some(2, 20), Lane.LANE_METRIC, EPOCH + 1);
    expect([fresh.acks, fresh.resends]).toEqual([[{ lane: Lane.LANE_METRIC, epoch: EPOCH + 1, seq: 21 }], []]);
    const old = await deliver(delivery, agent, some(1, 4));
    expect([old.acks, old.resends, old.rejected]).toEqual([[], [], []]);
  });

  it("that breaks the protocol is refused whole", async () => {
    const agent = makeAgent();
    const answers = await deliver(build(), agent, [...some(2), ...some(1)]);
    expect([answers.rejected.length, answers.acks, await stored(agent)]).toEqual([1, [], []]);
  });

  it("of an agent that waits for approval stays with the agent, except its state", async () => {
    const agent = makeAgent(undefined, true);
    const delivery = build();
    expect((await deliver(delivery, agent, some(1))).acks).toEqual([]);
    const facts: WireRecord = { seq: 1, atMs: NOW, body: "hostFacts", hostFacts: { hostname: "pc-1", cpuCount: 4 } };
    expect(lastAck(await deliver(delivery, agent, [facts], Lane.LANE_STATE))).toBe(1);
    const { rows } = await owner.query("select key, value->>'hostname' as hostname from telemetry.states where resource_id = $1", [
      agent.resourceId,
    ]);
    expect(rows).toEqual([{ key: "host", hostname: "pc-1" }]);
  });

  it("keeps the newest state whatever comes in which order", async () => {
    const agent = makeAgent();
    const delivery = build();
    const status = (seq: number, atMs: number, reason: string): WireRecord => ({
      seq,
      atMs,
      body: "collectorStatus",
      collectorStatus: { collector: "disk", state: 2, reason },
    });
    await deliver(delivery, agent, [status(1, NOW - 10, "new"), status(2, NOW - 20, "old")], Lane.LANE_STATE);
    await deliver(delivery, agent, [status(3, NOW - 30, "older")], Lane.LANE_STATE);
    const { rows } = await owner.query("select value->>'reason' as reason from telemetry.states where resource_id = $1", [
      agent.resourceId,
    ]);
    expect(rows).toEqual([{ reason: "new" }]);
  });
});

const poison: [string, Metrics | WireRecord][] = [
  ["NaN", report(Number.NaN)],
  ["Infinity", report(0.5, { uptimeSeconds: Number.POSITIVE_INFINITY })],
  ["a negative number", report(0.5, { disks: [{ device: "sda", readBytesPerSecond: -1 }] })],
  ["a huge number", report(1e308)],
  ["more bytes than there are numbers", report(0.5, { memory: { totalBytes: 2 ** 60, usedBytes: 2 ** 60 } })],
  ["a name with a NUL", report(0.5, { volumes: [{ mount: "/a\0b", totalBytes: 1, usedBytes: 1 }] })],
  ["a name without end", report(0.5, { interfaces: [{ name: "x".repeat(60_000) }] })],
  ["no name", report(0.5, { disks: [{ device: "" }] })],
  ["10,000 volumes", report(0.5, { volumes: Array.from({ length: 10_000 }, (_, index) => ({ mount: `/${index}` })) })],
  ["a body of nothing known", { seq: 0, atMs: NOW }],
  ["a body of another lane", { seq: 0, atMs: NOW, body: "hostFacts", hostFacts: {} }],
  ["a time 36 days ago", { seq: 0, atMs: NOW - 36 * 86_400_000, body: "metrics", metrics: report(0.5) }],
  ["a time 11 minutes ahead", { seq: 0, atMs: NOW + 660_000, body: "metrics", metrics: report(0.5) }],
  ["a time beyond all calendars", { seq: 0, atMs: 2 ** 60, body: "metrics", metrics: report(0.5) }],
  ["a gap that ends in the future", { seq: 0, atMs: NOW, body: "gap", gap: { from: 2, firstAtMs: 1, lastAtMs: NOW + 1e9 } }],
];

describe("a poisonous record", () => {
  it.each(poison)("with %s is quarantined with a reason and the others of its batch are stored", async (_, bad) => {
    const agent = makeAgent();
    const record = "seq" in bad ? { ...(bad as WireRecord), seq: 2 } : metrics(2, NOW - 500, bad as Metrics);
    const answers = await deliver(build(), agent, [...some(1), record, ...some(1, 3)]);
    expect(lastAck(answers)).toBe(3);
    expect(await stored(agent)).toEqual([0.001, 0.003]);
    expect(await quarantined(agent)).toEqual([{ seq: 2, reason: expect.stringMatching(/./) }]);
  });

  it("keeps the first of its bytes in quarantine, at most 1 KiB", async () => {
    const agent = makeAgent();
    await deliver(build(), agent, [
      metrics(1, NOW, report(0.5, { volumes: Array.from({ length: 9_000 }, (_, n) => ({ mount: `/mnt/${n}` })) })),
    ]);
    const { rows } = await owner.query("select length(record) as bytes from telemetry.quarantine where agent_id = $1", [agent.agentId]);
    expect(rows).toEqual([{ bytes: 1_024 }]);
  });

  // The second net: values that no check foresaw fail inside PostgreSQL or the handler.
  it.each([
    ["PostgreSQL refuses", (client: pg.PoolClient) => client.query("select 1 / 0")],
    ["the handler trips over", () => Promise.reject(new TypeError("unforeseen"))],
  ])("that %s is found among 50 healthy agents, and none of them loses anything", async (_, fail) => {
    const sick = makeAgent();
    const healthy = Array.from({ length: 50 }, () => makeAgent());
    let attempts = 0;
    const delivery = build({
      telemetry: {
        ...telemetry,
        async apply(client, items) {
          attempts++;
          if (items.some(({ agent, seq }) => agent.agentId === sick.agentId && seq === 3)) await fail(client);
          await telemetry.apply(client, items);
        },
      },
    });
    const answers = new Map([...healthy.slice(0, 25), sick, ...healthy.slice(25)].map((agent) => [agent, listen()]));
    for (const [agent, { reply }] of answers) delivery.receive(agent, { lane: Lane.LANE_METRIC, epoch: EPOCH, records: some(4) }, reply);
    await delivery.flush();
    for (const [agent, answer] of answers) {
      expect(lastAck(answer)).toBe(4);
      expect(await stored(agent)).toHaveLength(agent === sick ? 3 : 4);
    }
    expect(await quarantined(sick)).toEqual([{ seq: 3, reason: expect.stringMatching(/division by zero|unforeseen/) }]);
    // Halving, not one transaction for each of 204 records.
    expect(attempts).toBeLessThan(25);
    expect(delivery.stats()).toMatchObject({ applied: 203, quarantined: 1, queued: 0 });
  });
});

describe("when the database fails", () => {
  it("in the middle of a flush, nothing is lost, doubled, quarantined or acknowledged early", async () => {
    const agents = Array.from({ length: 5 }, () => makeAgent());
    const acksWhenKilled: number[] = [];
    let kills = 0;
    const delivery = build({
      telemetry: {
        ...telemetry,
        async apply(client, items) {
          await telemetry.apply(client, items);
          if (kills++ > 1) return;
          // Everything is written but not committed.
          const { rows } = await client.query("select pg_backend_pid() as pid");
          await owner.query("select pg_terminate_backend($1)", [rows[0].pid]);
          acksWhenKilled.push([...answers.values()].flatMap(({ acks }) => acks).length);
        },
      },
    });
    const answers = new Map(agents.map((agent) => [agent, listen()]));
    for (const [agent, { reply }] of answers) delivery.receive(agent, { lane: Lane.LANE_METRIC, epoch: EPOCH, records: some(3) }, reply);
    await delivery.flush();
    expect([kills, acksWhenKilled]).toEqual([3, [0, 0]]);
    for (const [agent, { acks }] of answers) {
      expect(acks.map(({ seq }) => seq)).toEqual([3]);
      expect(await stored(agent)).toHaveLength(3);
      expect(await quarantined(agent)).toEqual([]);
    }
  });

  it("after COMMIT but before the answer, the second try finds duplicates and acknowledges", async () => {
    const agent = makeAgent();
    const pool = db.database.telemetry;
    let losses = 0;
    const forgetful = new Proxy(pool, {
      get(target, name) {
        if (name !== "connect") return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
        return async () => {
          const client = await target.connect();
          const query = client.query.bind(client) as (...values: unknown[]) => Promise<unknown>;
          client.query = ((...values: unknown[]) =>
            values[0] === "commit" && losses++ === 0
              ? query(...values).then(() => Promise.reject(new Error("Connection terminated unexpectedly")))
              : query(...values)) as never;
          const release = client.release.bind(client);
          client.release = (error) => {
            client.query = query as never;
            release(error);
          };
          return client;
        };
      },
    });
    const delivery = build({ database: { ...db.database, telemetry: forgetful } });
    const answers = await deliver(delivery, agent, some(3));
    expect([losses > 1, lastAck(answers), await stored(agent)]).toEqual([true, 3, [0.001, 0.002, 0.003]]);
    expect(delivery.stats().duplicates).toBe(3);
  });

  it("for good, stop() gives up in time and leaves the records with their agents", async () => {
    const delivery = build({
      telemetry: { ...telemetry, apply: () => Promise.reject(Object.assign(new Error("down"), { code: "57P03" })) },
    });
    const answers = listen();
    const agent = makeAgent();
    delivery.receive(agent, { lane: Lane.LANE_METRIC, epoch: EPOCH, records: some(3) }, answers.reply);
    await delivery.stop(50);
    expect([answers.acks, await stored(agent), await quarantined(agent)]).toEqual([[], [], []]);
  });

  it("on the way down, stop() commits what waits", async () => {
    const agent = makeAgent();
    const delivery = build();
    const answers = listen();
    delivery.receive(agent, { lane: Lane.LANE_METRIC, epoch: EPOCH, records: some(3) }, answers.reply);
    expect(delivery.queued(agent.agentId)).toBe(3);
    await delivery.stop();
    expect([lastAck(answers), delivery.queued(agent.agentId)]).toEqual([3, 0]);
  });
});

describe("two servers", () => {
  it("that get the same records of one agent at the same time store each of them once", async () => {
    const agent = makeAgent();
    const servers = [build(), build(), build()];
    for (let from = 1; from <= 50; from += 5) {
      const answers = await Promise.all(servers.map((delivery) => deliver(delivery, agent, some(5, from))));
      expect(answers.map(lastAck)).toEqual([from + 4, from + 4, from + 4]);
    }
    expect(await stored(agent)).toEqual(Array.from({ length: 50 }, (_, index) => (index + 1) / 1000));
    expect(await quarantined(agent)).toEqual([]);
  });
});

describe("an agent that sends too much", () => {
  it("is told to pause, its records stay with it, and others are not slowed", async () => {
    const greedy = makeAgent();
    const delivery = build({ allowanceBytes: 2_000 });
    const first = await deliver(delivery, greedy, some(8));
    expect([lastAck(first), first.pauses]).toEqual([8, []]);
    const second = await deliver(delivery, greedy, some(8, 9));
    expect([second.acks, second.pauses]).toEqual([[], [expect.any(Number)]]);
    expect(await stored(greedy)).toHaveLength(8);
    expect(lastAck(await deliver(delivery, makeAgent(), some(8)))).toBe(8);
    await delivery.stop();
  });

  it("is asked to send again from where it was stopped when it may", async () => {
    const agent = makeAgent();
    // One byte comes back each millisecond; the first record takes nearly all there is.
    const delivery = build({ allowanceBytes: 3_600_000, clock: systemClock });
    const heavy = metrics(1, Date.now(), { volumes: Array.from({ length: 11_575 }, () => ({ mount: "x".repeat(255) })) });
    const answers = listen();
    const send = (records: WireRecord[]) => delivery.receive(agent, { lane: Lane.LANE_METRIC, epoch: EPOCH, records }, answers.reply);
    send([heavy]);
    send(some(2, 2));
    send(some(2, 4));
    expect(answers.pauses).toHaveLength(1);
    await until(() => expect(answers.resends).toEqual([{ lane: Lane.LANE_METRIC, epoch: EPOCH, seq: 2 }]));
    send(some(2, 2));
    await delivery.flush();
    expect(lastAck(answers)).toBe(3);
  });
});
