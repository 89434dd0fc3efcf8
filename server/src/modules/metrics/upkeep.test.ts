import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { until } from "../../../test/until.ts";
import { createLog } from "../../log.ts";
import { createUpkeep } from "./upkeep.ts";

let db: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

describe("the upkeep", () => {
  it("has partitions ready when it is started, closes what is due behind the scenes, and stops", async () => {
    const now = Date.UTC(2026, 2, 3, 4, 5, 6);
    // The server was off for six hours.
    await owner.query("insert into telemetry.rollup_progress select level, $1 from unnest(array['1m', '5m', '1h']) as level", [
      new Date(Date.UTC(2026, 2, 2, 22)),
    ]);
    const upkeep = createUpkeep({ pool: db.database.telemetry, clock: { now: () => now }, log: createLog("silent") });
    await upkeep.start();
    const { rows } = await owner.query(
      "select count(*)::int as days from pg_class where relname like 'report\\_raw\\_2026____' and relkind = 'r'",
    );
    expect(rows[0].days).toBe(3);
    await until(async () => {
      const progress = await owner.query("select level, upto from telemetry.rollup_progress order by upto desc, level desc");
      expect(progress.rows).toEqual([
        { level: "1m", upto: new Date("2026-03-03T04:03:00Z") },
        { level: "5m", upto: new Date("2026-03-03T04:00:00Z") },
        { level: "1h", upto: new Date("2026-03-03T04:00:00Z") },
      ]);
    });
    await upkeep.stop();
  });

  it("by two servers at once does the work once", async () => {
    const now = Date.UTC(2026, 2, 3, 9);
    const two = [0, 1].map(() => createUpkeep({ pool: db.database.telemetry, clock: { now: () => now }, log: createLog("silent") }));
    await Promise.all(two.map((upkeep) => upkeep.start()));
    await until(async () => {
      const { rows } = await owner.query("select min(upto) as upto from telemetry.rollup_progress");
      expect(rows[0].upto).toEqual(new Date("2026-03-03T08:00:00Z"));
    });
    await Promise.all(two.map((upkeep) => upkeep.stop()));
  });
});
