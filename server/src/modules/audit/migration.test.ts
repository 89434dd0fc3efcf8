import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, TEST_ROLES, type TestDatabase } from "../../../test/database.ts";
import { migrate, openDatabase } from "../../database/index.ts";
import { verifyChain } from "./index.ts";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../../prisma/migrations");
const name = `test_${randomUUID().replaceAll("-", "")}`;
let db: TestDatabase;
let folder: string;
let maintenance: pg.Client;

beforeAll(async () => {
  db = await startTestDatabase();
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-migrations-"));
  cpSync(path.join(MIGRATIONS, "0001_first_machine"), path.join(folder, "0001_first_machine"), { recursive: true });
  maintenance = new pg.Client({ ...db.ownerConfig, database: "postgres" });
  await maintenance.connect();
  await maintenance.query(`create database ${name}`);
});
afterAll(async () => {
  await maintenance.query(`drop database if exists ${name} with (force)`);
  await maintenance.end();
  rmSync(folder, { recursive: true });
  await db.close();
});

test("entries from before the chain are linked in the order they came", async () => {
  const organizations = [randomUUID(), randomUUID()];
  const owner = new pg.Client({ ...db.ownerConfig, database: name });
  await owner.connect();
  try {
    await migrate(owner, TEST_ROLES, folder);
    for (const organization of organizations) {
      await owner.query("insert into organization_directory values ($1)", [organization]);
      await owner.query("insert into organizations (id, name) values ($1, 'Old')", [organization]);
      for (let n = 0; n < 5; n++)
        await owner.query(
          "insert into audit_entries (id, organization_id, at, actor_kind, action, details) values ($1, $2, $3, 'server', 'x.y', $4)",
          [randomUUID(), organization, new Date(1_700_000_000_000 - n), { n }],
        );
    }
    await migrate(owner, TEST_ROLES, MIGRATIONS);
    const { rows } = await owner.query(
      "select e.details ->> 'n' as n from audit_chain c join audit_entries e on e.id = c.entry_id where c.organization_id = $1 order by c.number",
      [organizations[0]],
    );
    expect(rows.map(({ n }) => n)).toEqual(["4", "3", "2", "1", "0"]);
  } finally {
    await owner.end();
  }
  const database = openDatabase({ app: { ...db.appConfig, database: name }, telemetry: { ...db.telemetryConfig, database: name } });
  try {
    for (const organization of organizations)
      expect(await verifyChain(database, organization, new Map())).toEqual({ entries: 5, broken: undefined });
  } finally {
    await database.close();
  }
});
