import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { createPartitions, spanOf } from "./partitions.ts";
import { rollUp } from "./rollup.ts";
import { forget } from "./upkeep.ts";

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 30, 12);

let db: TestDatabase;
let owner: pg.Client;
let now: number;
const clock = { now: () => now };
beforeEach(async () => {
  now = START;
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await db.close();
});

async function names(like: string): Promise<string[]> {
  const { rows } = await owner.query(
    "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relname like $1 and c.relkind = 'r' order by 1",
    [like],
  );
  return rows.map((row) => row.relname);
}

describe("partitions", () => {
  it("are made ahead for every kind, by day or by month, across the month's end", async () => {
    const partitions = createPartitions(db.database.telemetry, clock);
    await partitions.maintain();
    expect(await names("report_raw%")).toEqual(["report_raw_20260130", "report_raw_20260131", "report_raw_20260201"]);
    expect(await names("interface_1h%")).toEqual(["interface_1h_202601", "interface_1h_202602"]);
    // Twice the same changes nothing, neither does another server.
    await createPartitions(db.database.telemetry, clock).maintain();
    expect(await names("report_raw%")).toHaveLength(3);
  });

  it("are made by two servers at once without a quarrel", async () => {
    const two = [createPartitions(db.database.telemetry, clock), createPartitions(db.database.telemetry, clock)];
    await Promise.all(two.map((partitions) => partitions.maintain()));
    expect(await names("volume_1m%")).toHaveLength(3);
  });

  it("for late reports are made on demand, and none where the table would not keep them", async () => {
    await createPartitions(db.database.telemetry, clock).ensure([START - 20 * DAY, START - 34 * DAY]);
    expect(await names("report_raw%")).toEqual([]);
    expect(await names("disk_1m%")).toEqual(["disk_1m_20260110"]);
    expect(await names("disk_5m%")).toEqual(["disk_5m_202512", "disk_5m_202601"]);
  });

  it("are dropped when their time is over, but not before every level was made from them", async () => {
    const partitions = createPartitions(db.database.telemetry, clock);
    await rollUp({ pool: db.database.telemetry, clock, partitions });
    await partitions.maintain();
    now = START + 5 * DAY;
    expect(await partitions.maintain()).toBe(0);
    await rollUp({ pool: db.database.telemetry, clock, partitions });
    await partitions.maintain();
    // Three days, the promised two and a margin, then today's and two made ahead.
    expect(await names("report_raw%")).toEqual([1, 2, 3, 4, 5, 6].map((day) => `report_raw_2026020${day}`));
    expect((await names("host_1m%")).length).toBeGreaterThan(5);
  }, 60_000);

  it("cannot be reached by the application role directly", async () => {
    await createPartitions(db.database.telemetry, clock).maintain();
    const app = new pg.Client(db.appConfig);
    await app.connect();
    try {
      await expect(app.query("select * from telemetry.report_raw_20260130")).rejects.toThrow("permission denied");
    } finally {
      await app.end();
    }
  });

  it("have labels that name their span", () => {
    expect(spanOf("day", Date.UTC(2026, 11, 31, 23), 1)).toEqual({
      label: "20270101",
      from: new Date("2027-01-01"),
      to: new Date("2027-01-02"),
    });
    expect(spanOf("month", Date.UTC(2026, 11, 31, 23), 1)).toEqual({
      label: "202701",
      from: new Date("2027-01-01"),
      to: new Date("2027-02-01"),
    });
  });
});

describe("old gaps and quarantined records", () => {
  it("are forgotten, newer ones kept", async () => {
    const id = "00000000-0000-7000-8000-000000000000";
    const gap = "insert into telemetry.gaps values ($1, $1, $1, 3, 1, 1, 2, to_timestamp($2), to_timestamp($2))";
    const record = "insert into telemetry.quarantine values (gen_random_uuid(), $1, $1, $1, 3, 1, 1, '', '', to_timestamp($2))";
    for (const days of [1, 30, 36, 399, 401]) for (const sql of [gap, record]) await owner.query(sql, [id, (START - days * DAY) / 1000]);
    await forget(db.database.telemetry, now);
    const count = async (table: string) => (await owner.query(`select count(*)::int from telemetry.${table}`)).rows[0].count;
    expect([await count("gaps"), await count("quarantine")]).toEqual([4, 2]);
  });
});
