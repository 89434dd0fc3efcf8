import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestDatabase, TEST_ROLES, type TestDatabase } from "../../test/database.ts";
import { migrate } from "./index.ts";

let db: TestDatabase;
let folder: string;
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
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-migrations-"));
  await owner.query("drop table if exists _prisma_migrations; drop table if exists thing, other");
  add("0001_thing", "create table thing (id int); insert into thing values (1)");
  return () => rmSync(folder, { recursive: true });
});

function add(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}
const run = (client = owner) => migrate(client, TEST_ROLES, folder);
const count = async () => (await owner.query<{ n: number }>("select count(*)::int as n from thing")).rows[0]?.n;

test("applies each migration once, in the order of their names", async () => {
  add("0002_other", "insert into thing select id + 1 from thing");
  expect(await run()).toEqual(["0001_thing", "0002_other"]);
  expect(await run()).toEqual([]);
  add("0003_last", "insert into thing values (9)");
  expect(await run()).toEqual(["0003_last"]);
  expect(await count()).toBe(3);
});

test("of two servers that start at once one migrates and the other waits for it", async () => {
  const second = new pg.Client(db.ownerConfig);
  await second.connect();
  try {
    add("0001_thing", "create table thing (id int); insert into thing values (1); select pg_sleep(0.2)");
    const applied = await Promise.all([run(), run(second)]);
    expect(applied.flat()).toEqual(["0001_thing"]);
    expect(await count()).toBe(1);
  } finally {
    await second.end();
  }
});

test("refuses a migration that was changed after it was applied", async () => {
  await run();
  add("0001_thing", "create table thing (id bigint)");
  await expect(run()).rejects.toThrow(/0001_thing was changed after it was applied/);
});

test("refuses a database that a newer version used", async () => {
  add("0002_newer", "select 1");
  await run();
  rmSync(path.join(folder, "0002_newer"), { recursive: true });
  await expect(run()).rejects.toThrow(/newer Vigia: it has the migration 0002_newer.*Start that newer version/);
});

test("refuses a database in which another tool left a migration half done", async () => {
  await run();
  await owner.query("update _prisma_migrations set finished_at = null");
  await expect(run()).rejects.toThrow(/0001_thing failed earlier/);
});

test("a migration that fails leaves nothing behind and can be mended", async () => {
  add("0002_other", "create table other (id int); select 1 / 0");
  await expect(run()).rejects.toThrow(/0002_other failed and was undone: division by zero/);
  expect((await owner.query("select to_regclass('other') as name")).rows).toEqual([{ name: null }]);
  add("0002_other", "create table other (id int)");
  expect(await run()).toEqual(["0002_other"]);
});

test("the history is what Prisma's own tools write", async () => {
  await run();
  const { rows } = await owner.query(
    "select migration_name, length(checksum) as length, applied_steps_count, finished_at is not null as finished from _prisma_migrations",
  );
  expect(rows).toEqual([{ migration_name: "0001_thing", length: 64, applied_steps_count: 1, finished: true }]);
});

test("a migration knows the names of both roles", async () => {
  add(
    "0002_roles",
    "create table other as select current_setting('vigia.app_role') as app, current_setting('vigia.telemetry_role') as telemetry",
  );
  await run();
  expect((await owner.query("select * from other")).rows).toEqual([TEST_ROLES]);
});
