import { Lane, type WireRecord } from "@vigia/protocol";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { agentEvent, deliver, EPOCH, gap, listen } from "../../test/deliver.ts";
import { makeOrganization, makeResource } from "../../test/factories.ts";
import type { Tx } from "../database/index.ts";
import { newId } from "../ids.ts";
import { createLog } from "../log.ts";
import { createDelivery, type DeliveringAgent, type Delivery, type DeliveryParts, type EventHandlers } from "./index.ts";

const NOW = Date.now();
const clock = { now: () => NOW };
const log = createLog("silent");
const unused = () => Promise.reject(new Error("the telemetry lanes are not part of this test"));

let db: TestDatabase;
let owner: pg.Client;
let organizationId: string;

/** Writes what happened into the resource's history, as the resources module does. */
async function write(
  tx: Tx,
  { organizationId, resourceId }: DeliveringAgent,
  kind: string,
  seq: number | null,
  detail: string,
): Promise<void> {
  await tx.resourceEvent.create({
    data: {
      id: newId(),
      organizationId,
      resourceId,
      at: new Date(NOW),
      source: "agent",
      kind,
      detail,
      seq: seq === null ? null : BigInt(seq),
    },
  });
}
const handlers: EventHandlers = {
  agentEvent: (tx, agent, { seq, agentEvent: { detail } }) => write(tx, agent, "agent_started", seq, detail ?? ""),
  gap: (tx, agent, { seq, gap: { from } }) => write(tx, agent, "events_lost", seq, String(seq - (from ?? seq) + 1)),
  spoolReplaced: (tx, agent) => write(tx, agent, "spool_replaced", null, ""),
};

beforeAll(async () => {
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
  organizationId = (await makeOrganization(db.database)).id;
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

const build = (parts: Partial<DeliveryParts> = {}): Delivery =>
  createDelivery({
    database: db.database,
    clock,
    log,
    events: handlers,
    telemetry: { read: () => undefined, prepare: unused, apply: unused },
    ...parts,
  });

async function newAgent(): Promise<DeliveringAgent> {
  const { id, agentId } = await makeResource(db.database, organizationId);
  return { organizationId, agentId, resourceId: id, pending: false };
}

async function history(agent: DeliveringAgent): Promise<string[]> {
  const { rows } = await owner.query("select kind, seq::int, detail from resource_events where resource_id = $1 order by id", [
    agent.resourceId,
  ]);
  return rows.map(({ kind, seq, detail }) => [kind, seq, detail].filter((part) => part !== null && part !== "").join(" "));
}

async function quarantined(agent: DeliveringAgent): Promise<string[]> {
  const { rows } = await owner.query("select seq, reason from telemetry.quarantine where agent_id = $1 order by seq", [agent.agentId]);
  return rows.map(({ seq, reason }) => `${seq} ${reason}`);
}

const send = (delivery: Delivery, agent: DeliveringAgent, records: WireRecord[], epoch = EPOCH) =>
  deliver(delivery, agent, records, Lane.LANE_EVENT, epoch);
const some = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => agentEvent(from + index, NOW, `number ${from + index}`));

describe("events", () => {
  it("become history exactly once and are acknowledged after that", async () => {
    const agent = await newAgent();
    const delivery = build();
    expect((await send(delivery, agent, some(2))).acks).toEqual([{ lane: Lane.LANE_EVENT, epoch: EPOCH, seq: 2 }]);
    expect((await send(delivery, agent, some(3))).acks).toEqual([{ lane: Lane.LANE_EVENT, epoch: EPOCH, seq: 3 }]);
    expect(await history(agent)).toEqual(["agent_started 1 number 1", "agent_started 2 number 2", "agent_started 3 number 3"]);
    expect(await delivery.cursors(agent, EPOCH)).toContainEqual({ lane: Lane.LANE_EVENT, lastSeq: 3 });
  });

  it("of an older connection count before a newer one is told where it stands, or not at all", async () => {
    const old = await newAgent();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const agentEvent: EventHandlers["agentEvent"] = async (...what) => {
      await gate;
      await handlers.agentEvent(...what);
    };
    const delivery = build({ events: { ...handlers, agentEvent } });
    const batch = (records: WireRecord[]) => ({ lane: Lane.LANE_EVENT, epoch: EPOCH, records });
    delivery.receive(old, batch(some(2)), listen().reply);
    delivery.receive(old, batch(some(1, 3)), listen().reply);
    const young = { ...old };
    const told = delivery.cursors(young, EPOCH);
    open();
    expect(await told).toContainEqual({ lane: Lane.LANE_EVENT, lastSeq: 2 });
    delivery.receive(old, batch(some(2, 3)), listen().reply);
    // Its disk lost what it had sent under this number.
    await send(delivery, young, [{ ...some(1, 3)[0], agentEvent: { kind: 1, detail: "another" } } as WireRecord]);
    expect(await history(old)).toEqual(["agent_started 1 number 1", "agent_started 2 number 2", "agent_started 3 another"]);
  });

  it("with a hole are asked for again", async () => {
    const agent = await newAgent();
    const delivery = build();
    await send(delivery, agent, some(1));
    const answers = await send(delivery, agent, some(1, 5));
    expect([answers.resends, await history(agent)]).toEqual([
      [{ lane: Lane.LANE_EVENT, epoch: EPOCH, seq: 2 }],
      ["agent_started 1 number 1"],
    ]);
  });

  it("that the agent had to drop are written down as lost", async () => {
    const agent = await newAgent();
    const delivery = build();
    await send(delivery, agent, some(2));
    await send(delivery, agent, [gap(2, 10, NOW - 1000, NOW)]);
    expect((await history(agent)).at(-1)).toBe("events_lost 10 8");
  });

  it("of a new spool are preceded by one line that says so", async () => {
    const agent = await newAgent();
    const delivery = build();
    await send(delivery, agent, some(2));
    await delivery.cursors(agent, EPOCH + 1);
    await send(delivery, agent, some(2), EPOCH + 1);
    await send(delivery, agent, some(3), EPOCH + 1);
    expect((await history(agent)).map((line) => line.split(" ")[0])).toEqual([
      "agent_started",
      "agent_started",
      "spool_replaced",
      "agent_started",
      "agent_started",
      "agent_started",
    ]);
  });

  it("of many agents sent at once all arrive in each agent's order", async () => {
    const agents = await Promise.all(Array.from({ length: 12 }, newAgent));
    const delivery = build();
    const answers = agents.map(() => listen());
    for (let from = 1; from <= 300; from += 30)
      for (const [index, agent] of agents.entries())
        delivery.receive(agent, { lane: Lane.LANE_EVENT, epoch: EPOCH, records: some(30, from) }, answers[index]?.reply ?? listen().reply);
    expect(delivery.queued(agents[0]?.agentId ?? "")).toBe(300);
    await delivery.flush();
    for (const [index, agent] of agents.entries()) {
      expect(answers[index]?.acks.at(-1)?.seq).toBe(300);
      expect((await history(agent)).map((line) => Number(line.split(" ")[1]))).toEqual(Array.from({ length: 300 }, (_, n) => n + 1));
    }
  });
});

describe("an event that cannot be applied", () => {
  it.each([
    ["no known body", { seq: 2, atMs: NOW }, "no body"],
    ["a time beyond the window", agentEvent(2, NOW + 3_600_000), "10 minutes"],
    ["what PostgreSQL cannot store", agentEvent(2, NOW, "planted"), "invalid byte sequence|22021"],
  ] as [string, WireRecord, string][])("because of %s is quarantined and acknowledged, the others are kept", async (_, bad, reason) => {
    const agent = await newAgent();
    const delivery = build({
      events: {
        ...handlers,
        async agentEvent(tx, of, record) {
          await handlers.agentEvent(tx, of, record);
          if (record.agentEvent.detail === "planted") await tx.$executeRaw`select ${"\0"}::text`;
        },
      },
    });
    const answers = await send(delivery, agent, [...some(1), bad, ...some(2, 3)]);
    expect(answers.acks.at(-1)?.seq).toBe(4);
    expect(await history(agent)).toEqual(["agent_started 1 number 1", "agent_started 3 number 3", "agent_started 4 number 4"]);
    expect(await quarantined(agent)).toEqual([expect.stringMatching(new RegExp(`^2 .*(${reason})`))]);
  });

  it("because the handler fails is found by halving, and other agents go on meanwhile", async () => {
    const [sick, healthy] = [await newAgent(), await newAgent()];
    let calls = 0;
    const delivery = build({
      events: {
        ...handlers,
        agentEvent: (tx, agent, record) => {
          calls++;
          return agent === sick && record.seq === 70
            ? Promise.reject(new RangeError("unforeseen"))
            : handlers.agentEvent(tx, agent, record);
        },
      },
    });
    const [first, second] = [listen(), listen()];
    delivery.receive(sick, { lane: Lane.LANE_EVENT, epoch: EPOCH, records: some(100) }, first.reply);
    delivery.receive(healthy, { lane: Lane.LANE_EVENT, epoch: EPOCH, records: some(100) }, second.reply);
    await delivery.flush();
    expect([first.acks.at(-1)?.seq, second.acks.at(-1)?.seq]).toEqual([100, 100]);
    expect([(await history(sick)).length, (await history(healthy)).length]).toEqual([99, 100]);
    expect(await quarantined(sick)).toEqual(["70 unforeseen"]);
    expect(calls).toBeLessThan(100 * 4);
  });
});

describe("when the database fails under an event", () => {
  it("nothing is quarantined or doubled, and it is applied when the database is back", async () => {
    const agent = await newAgent();
    let kills = 0;
    const delivery = build({
      events: {
        ...handlers,
        async agentEvent(tx, of, record) {
          await handlers.agentEvent(tx, of, record);
          if (record.seq !== 2 || kills++ > 0) return;
          const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
          await owner.query("select pg_terminate_backend($1)", [row?.pid]);
        },
      },
    });
    const answers = await send(delivery, agent, some(3));
    expect([kills, answers.acks.map(({ seq }) => seq), await history(agent), await quarantined(agent)]).toEqual([
      2,
      [3],
      ["agent_started 1 number 1", "agent_started 2 number 2", "agent_started 3 number 3"],
      [],
    ]);
  });
});

describe("an agent that reports without end", () => {
  it("keeps what is beyond its allowance, and is asked for it later", async () => {
    let now = NOW;
    const delivery = build({ clock: { now: () => now }, eventAllowanceBytes: 10_000 });
    const agent = await newAgent();
    const long = (from: number) => Array.from({ length: 4 }, (_, index) => agentEvent(from + index, NOW, "x".repeat(2_000)));
    expect((await send(delivery, agent, long(1))).acks.map(({ seq }) => seq)).toEqual([4]);
    const more = await send(delivery, agent, long(5));
    expect([more.acks, more.pauses.length]).toEqual([[], 1]);
    expect(await history(agent)).toHaveLength(4);
    expect((await send(delivery, await newAgent(), long(1))).acks.map(({ seq }) => seq)).toEqual([4]);
    // With its next connection the hold is over; the allowance decides.
    await delivery.cursors(agent, EPOCH);
    now += 3_600_000;
    expect((await send(delivery, agent, long(5))).acks.map(({ seq }) => seq)).toEqual([8]);
    await delivery.stop();
  });
});

describe("who may write telemetry", () => {
  it("is the telemetry role alone; the application may only put records into its own organization's quarantine", async () => {
    const tables = ["report_raw", "volume_1m", "latest", "states", "cursors", "gaps", "rollup_progress"];
    for (const table of tables) {
      const write = db.database.withTenant(organizationId, (tx) => tx.$executeRawUnsafe(`delete from telemetry.${table}`));
      await expect(write, table).rejects.toThrow("permission denied");
    }
    const foreign = db.database.withTenant(
      organizationId,
      (tx) => tx.$executeRaw`insert into telemetry.quarantine (id, organization_id, resource_id, agent_id, lane, epoch, seq, reason, record)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 1, 1, '', ''`,
    );
    await expect(foreign).rejects.toThrow("row-level security");
  });
});
