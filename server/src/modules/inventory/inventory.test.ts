import { Lane, type WireRecord } from "@vigia/protocol";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { TestClock } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { deliver } from "../../../test/deliver.ts";
import { makeOrganization, makeResource } from "../../../test/factories.ts";
import { inventoryRecords, MACHINE, pack, type Sections, sectionRecord } from "../../../test/inventory.ts";
import { createDelivery, type DeliveringAgent, type Delivery } from "../../delivery/index.ts";
import { joinTelemetry } from "../../joins.ts";
import { createLog } from "../../log.ts";
import { publish } from "../../outbox/index.ts";
import { createMetrics, type MetricsModule } from "../metrics/index.ts";
import { createInventory, type InventoryModule } from "./index.ts";
import { createInventoryService, type InventoryService } from "./service.ts";

let db: TestDatabase;
let clock: TestClock;
let metrics: MetricsModule;
let inventory: InventoryModule;
let delivery: Delivery;
let service: InventoryService;
let agent: DeliveringAgent;
let asked: boolean[];
let seq: number;

beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  const { database } = db;
  clock = new TestClock();
  const log = createLog("silent");
  asked = [];
  const agents = { requestInventory: (_id: string, full: boolean) => asked.push(full) > 0 };
  metrics = createMetrics({ database, clock, log, intervalSeconds: async () => 30 });
  inventory = createInventory({ database, clock, log, publish, audit: async () => undefined, agents, feed: { publish: () => undefined } });
  service = createInventoryService({ database, clock, agents: { requestInventory: () => false } });
  delivery = createDelivery({
    database,
    clock,
    log,
    events: { agentEvent: async () => undefined, gap: async () => undefined, spoolReplaced: async () => undefined },
    telemetry: joinTelemetry(metrics.telemetry, inventory),
    onCommitted: inventory.committed,
  });
  const organization = await makeOrganization(database);
  const resource = await makeResource(database, organization.id);
  agent = { organizationId: organization.id, agentId: resource.agentId, resourceId: resource.id, pending: false };
  seq = 1;
});
afterEach(async () => {
  await delivery.stop();
  await inventory.stop();
});

const viewer = () => ({ organizationId: agent.organizationId, reach: "all" as const });
async function send(records: WireRecord[], from = agent) {
  const answers = await deliver(delivery, from, records, Lane.LANE_STATE);
  seq += records.length;
  await inventory.idle();
  return answers;
}
const sendInventory = (sections: Sections, known: Sections = {}) => send(inventoryRecords(seq, clock.now(), sections, known));
const seen = () => service.get(viewer(), agent.resourceId);
const lines = async () =>
  (await service.changes(viewer(), agent.resourceId, { limit: 200 })).items.map(({ section, kind, item, field, before, after }) =>
    [section, kind, item, field, before, after].join("|"),
  );
const installs = async () =>
  (await service.software(viewer(), { sort: "name" })).items.map(({ name, version, installs: count }) => `${name} ${version} ${count}`);
const events = () =>
  db.database.withTenant(
    agent.organizationId,
    async (tx) => (await tx.$queryRaw<unknown[]>`select id from outbox where name = 'inventory.changed'`).length,
  );

/** What the newest event carries. */
const told = () =>
  db.database.withTenant(
    agent.organizationId,
    async (tx) =>
      (await tx.$queryRaw<{ payload: unknown }[]>`select payload from outbox where name = 'inventory.changed' order by id desc limit 1`)[0]
        ?.payload,
  );

describe("an inventory that arrives", () => {
  test("is kept whole, without a history for its first time", async () => {
    await sendInventory(MACHINE);
    const found = await seen();
    expect(found).toMatchObject({ malformed: null, durationMs: 900, troubles: [], takenAt: new Date(clock.now()).toISOString() });
    expect(found.sections.disks).toEqual({
      disks: [{ name: "PHYSICALDRIVE0", model: "PM981", serial: "S4", bytes: 512e9, kind: "ssd", health: "ok" }],
    });
    expect(found.sections.volumes?.volumes?.[0]?.encryption).toBe("none");
    expect(await lines()).toEqual([]);
    expect(await installs()).toEqual(["7-Zip 19.00 1", "Mozilla Firefox 114.0.2 1"]);
    expect(asked).toEqual([]);
    expect(await events()).toBe(1);
  });

  test("is history where it differs: a module gone, a program updated, an administrator made, a disk swapped", async () => {
    await sendInventory(MACHINE);
    const now: Sections = {
      memory: { totalBytes: 8e9, slots: [...MACHINE.memory.slots.slice(0, 1), { slot: "DIMM B", bytes: 0 }] },
      software: { programs: [{ ...MACHINE.software.programs[0], version: "23.01" }] },
      users: { users: [{ name: "ana", administrator: true }] },
      disks: { disks: [{ name: "PHYSICALDRIVE0", model: "PM9A1", serial: "T7", bytes: 1024e9, kind: "ssd", health: 1 }] },
    };
    await sendInventory(now, MACHINE);
    expect(await lines()).toEqual(
      [
        "disks|removed|PM981 S4||476.8 GiB|",
        "disks|added|PM9A1 T7|||953.7 GiB",
        "memory|removed|DIMM B||8 GiB DDR4 B1|",
        "software|changed|7-Zip|version|19.00|23.01",
        "software|removed|Mozilla Firefox||114.0.2|",
        "users|changed|ana|administrator|false|true",
      ].toSorted((a, b) => order(a) - order(b)),
    );
    expect(await installs()).toEqual(["7-Zip 23.01 1"]);
    expect(await events()).toBe(2);
    expect(await told()).toMatchObject({
      resourceId: agent.resourceId,
      resource: expect.stringMatching(/./),
      sections: expect.arrayContaining(["memory", "users"]),
      changes: expect.arrayContaining([
        { section: "users", kind: "changed", item: "ana", field: "administrator", before: "false", after: "true" },
      ]),
      changesLeft: 0,
    });
  });

  test("that is the same again writes no history and no event, whatever happened to its boot time", async () => {
    await sendInventory(MACHINE);
    clock.advance(60_000);
    await sendInventory({ ...MACHINE, os: { ...MACHINE.os, bootedAtMs: clock.now(), rebootPending: false } });
    expect(await lines()).toEqual([]);
    await sendInventory({}, { ...MACHINE, os: { ...MACHINE.os, bootedAtMs: clock.now(), rebootPending: false } });
    expect(await events()).toBe(2);
    expect((await seen()).takenAt).toBe(new Date(clock.now()).toISOString());
  });

  test("is asked for whole when something is missing here, once, and what is not sent again is gone", async () => {
    await sendInventory({ system: MACHINE.system, batteries: { batteries: [{ name: "old" }] } });
    await sendInventory({}, MACHINE);
    expect(asked).toEqual([true]);
    await sendInventory({}, MACHINE);
    expect(asked).toEqual([true]);
    clock.advance(1_000);
    await sendInventory(MACHINE);
    expect(new Set(Object.keys((await seen()).sections))).toEqual(new Set(Object.keys(MACHINE)));
    expect(asked).toEqual([true]);
  });

  test("survives a server that ends between taking and applying it", async () => {
    await inventory.stop();
    const records = inventoryRecords(seq, clock.now(), MACHINE);
    await deliver(delivery, agent, records, Lane.LANE_STATE);
    expect(await installs()).toEqual([]);
    const again = createInventory({
      database: db.database,
      clock,
      log: createLog("silent"),
      publish,
      audit: async () => undefined,
      agents: { requestInventory: () => true },
      feed: { publish: () => undefined },
    });
    again.start();
    await expect.poll(installs).toHaveLength(2);
    await again.stop();
  });
});

/** History is written in the order of arrival, which the records' names decide. */
const order = (line: string): number => Object.keys(MACHINE).indexOf(line.split("|")[0] ?? "");

describe("a machine that lies", () => {
  const rejected = async (record: WireRecord) => {
    const { acks, rejected: closed } = await send([record]);
    expect(acks).toHaveLength(1);
    expect(closed).toEqual([]);
    return (await seen()).malformed?.reason;
  };

  test("about hash, name or length is flagged, loses no connection, and its next sound inventory is taken", async () => {
    const good = pack("software", MACHINE.software);
    expect(await rejected(sectionRecord(seq, clock.now(), { ...good, hash: new Uint8Array(32) }))).toMatch(/hash does not fit/);
    expect(await rejected(sectionRecord(seq, clock.now(), { ...good, name: "users" }))).toMatch(/of another section/);
    expect(await rejected(sectionRecord(seq, clock.now(), { ...good, deflated: Buffer.from("nonsense") }))).toMatch(/damaged/);
    expect((await seen()).sections).toEqual({});
    await sendInventory(MACHINE);
    expect((await seen()).malformed).toBeNull();
    expect(await installs()).toHaveLength(2);
  });

  test("with a bomb or 5 MiB of programs is flagged before anything is inflated to its end", async () => {
    const many = Array.from({ length: 40_000 }, () => ({ name: "x".repeat(140) }));
    expect(await rejected(sectionRecord(seq, clock.now(), pack("software", { programs: many })))).toMatch(/2097152 bytes/);
  });

  test("with 50,000 rows has the first 5,000 kept, and their number is told", async () => {
    const many = Array.from({ length: 50_000 }, () => ({ name: "x" }));
    await send([sectionRecord(seq, clock.now(), pack("software", { programs: many.slice(0, 20_000) }))]);
    const { states, sections, malformed } = await seen();
    expect(malformed).toBeNull();
    expect([states[0]?.leftOut, sections.software?.programs?.length]).toEqual([15_000, 5_000]);
    expect(await rejected(sectionRecord(seq, clock.now(), pack("software", { programs: many })))).toMatch(/more fields/);
  });

  test("in its texts is shown without marks that turn or hide, and never longer than 256 characters", async () => {
    const name = `=cmd()|'/c calc'!A0\u202Etxt\u0000\u0007${"é".repeat(400)}`;
    await sendInventory({ software: { programs: [{ name, version: "\u2066" }, { name: "\u200b" }] } });
    const { items } = await service.programs(viewer(), agent.resourceId, {});
    expect(items).toHaveLength(1);
    expect(items[0]?.name).toMatch(/^=cmd\(\)\|'\/c calc'!A0txté+$/);
    expect([...(items[0]?.name ?? "")]).toHaveLength(256);
    expect((await service.software(viewer(), {})).items.map(({ version }) => version)).toEqual([""]);
  });

  test("has at most 500 lines of history for one inventory, and a last one that says how many more", async () => {
    await sendInventory({ software: { programs: [{ name: "first" }] } });
    await sendInventory({ software: { programs: Array.from({ length: 700 }, (_, index) => ({ name: `p${index}` })) } });
    const all = await service.changes(viewer(), agent.resourceId, { limit: 1 });
    expect(all.total).toBe(501);
    expect(
      await db.database.withTenant(agent.organizationId, (tx) => tx.resourceChange.findFirst({ where: { kind: "more" } })),
    ).toMatchObject({ item: "201" });
  });

  test("with a section of no such name is put aside, and what stands behind it is applied", async () => {
    const records = [
      sectionRecord(seq, clock.now(), { ...pack("users", MACHINE.users), name: "__proto__" }),
      ...inventoryRecords(seq + 1, clock.now(), MACHINE),
    ];
    await send(records);
    expect(await installs()).toHaveLength(2);
  });
});

describe("programs of the fleet", () => {
  test("are counted exactly, for everybody within their own reach, and not for machines that are deleted", async () => {
    const { database } = db;
    const place = await makeResource(database, agent.organizationId);
    const other = { ...agent, agentId: place.agentId, resourceId: place.id };
    await sendInventory(MACHINE);
    await send(
      inventoryRecords(1, clock.now(), { software: { programs: [{ name: "7-Zip", version: "19.00", vendor: "Igor Pavlov" }] } }),
      other,
    );
    expect(await installs()).toEqual(["7-Zip 19.00 2", "Mozilla Firefox 114.0.2 1"]);
    const narrow = { organizationId: agent.organizationId, reach: { clients: [place.clientId], sites: [], groups: [] } };
    const mine = await service.software(narrow, {});
    expect(mine).toMatchObject({ total: 1, items: [{ name: "7-Zip", installs: 1 }] });
    const [firefox] = (await service.software(viewer(), { search: "firefox" })).items;
    await expect(service.holders(narrow, firefox?.id ?? "", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await service.holders(viewer(), firefox?.id ?? "", {})).items.map(({ id }) => id)).toEqual([agent.resourceId]);
    expect((await service.holders(viewer(), firefox?.id ?? "", { lacking: "true", anyVersion: "true" })).items.map(({ id }) => id)).toEqual(
      [other.resourceId],
    );
    await inventory.resourceDeleted({
      id: "",
      organizationId: agent.organizationId,
      name: "resource.deleted",
      payload: { resourceId: other.resourceId },
    });
    expect(await installs()).toEqual(["7-Zip 19.00 1", "Mozilla Firefox 114.0.2 1"]);
  });

  test("answer the fleet's questions by what is known, and a machine that is away cannot be asked", async () => {
    await sendInventory(MACHINE);
    const { questions, systems, machines, inventoried, agents, contacts } = await service.fleet(viewer());
    expect([machines, inventoried]).toEqual([1, 1]);
    expect(Object.fromEntries(questions.map(({ name, machines: count }) => [name, count]))).toMatchObject({
      encryptionMissing: 1,
      rebootPending: 1,
      updatesPending: 1,
      criticalUpdates: 1,
      antivirusOff: 1,
      diskFailing: 0,
    });
    expect(systems).toEqual([{ name: "Microsoft Windows 11 Pro", version: "23H2", machines: 1, supportEndsOn: "2025-11-11" }]);
    expect(agents).toEqual([{ version: expect.any(String), machines: 1 }]);
    expect(contacts.map(({ machines: count }) => count)).toEqual([1]);
    await expect(service.request(viewer(), agent.resourceId)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
