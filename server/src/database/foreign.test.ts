import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createLog } from "../log.ts";
import { refuseUnfit } from "./foreign.ts";
import { type Embedded, type RunningDatabase, startDatabase, startEmbedded } from "./index.ts";

const log = createLog("silent");
let place: string;
let server: Embedded;
let admin: pg.Client;
let data: string;
let said: string[];
let running: RunningDatabase | undefined;
let name: string;
let count = 0;

/** A PostgreSQL with passwords: the superuser is trusted on the socket, everybody else signs in by SCRAM. */
beforeAll(async () => {
  place = mkdtempSync(path.join(os.tmpdir(), "vigia-foreign-"));
  chmodSync(place, 0o755);
  server = await startEmbedded(place, log, { fsync: "off" });
  const hba = path.join(place, "postgres/cluster/pg_hba.conf");
  writeFileSync(hba, "local all vigia trust\nlocal all all scram-sha-256\n");
  admin = new pg.Client({ host: server.socket, port: 5432, user: server.owner, database: "postgres" });
  await admin.connect();
  await admin.query("select pg_reload_conf()");
});
afterAll(async () => {
  await admin.end();
  await server.stop();
  rmSync(place, { recursive: true });
});

beforeEach(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-data-"));
  said = [];
  running = undefined;
  count += 1;
  name = `msp${count}`;
});
afterEach(async () => {
  await running?.stop();
  rmSync(data, { recursive: true });
});

const url = (user = `${name}_owner`, password = "right") =>
  `postgresql://${user}:${password}@/${name}?host=${encodeURIComponent(server.socket)}`;
const passwords = () => path.join(data, "keys/database.json");

async function createDatabase(attributes = "createrole"): Promise<void> {
  await admin.query(`create role ${name}_owner login password 'right' ${attributes}`);
  await admin.query(`create database ${name} owner ${name}_owner`);
}

async function start(address = url()): Promise<RunningDatabase> {
  running = await startDatabase({ dataDir: data, url: address, log, say: (line) => said.push(line) });
  return running;
}

async function refusal(address?: string): Promise<string> {
  const message = await start(address).then(
    () => "it started",
    (error: Error) => error.message,
  );
  expect(message).not.toContain("\n");
  return message;
}

/** Runs SQL as the superuser in the tested database. */
async function inDatabase(sql: string): Promise<void> {
  const client = new pg.Client({ host: server.socket, port: 5432, user: server.owner, database: name });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

test("an owner who may create roles needs nothing prepared, now and at the next start", async () => {
  await createDatabase();
  const first = await start();
  expect(first.applied).toContain("0001_first_machine");
  expect(await first.database.ready()).toBe(true);
  expect(statSync(passwords()).mode & 0o777).toBe(0o600);
  await first.stop();
  const second = await start();
  expect(second.applied).toEqual([]);
  expect(await second.database.ready()).toBe(true);
  expect(said).toEqual([]);
});

test("an owner who may not is given the exact SQL, which is all it takes", async () => {
  await createDatabase("nocreaterole");
  expect(await refusal()).toMatch(new RegExp(`${name}_owner may not create the roles .* run the SQL printed above`));
  const sql = said.filter((line) => !line.startsWith("--"));
  expect(sql[0]).toMatch(new RegExp(`^CREATE ROLE "${name}_app" LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '.{32}';$`));
  await inDatabase(sql.join("\n"));
  expect(await (await start()).database.ready()).toBe(true);
});

test("a lost password file is replaced, and so are the roles' passwords", async () => {
  await createDatabase();
  await (await start()).stop();
  const before = readFileSync(passwords(), "utf8");
  rmSync(passwords());
  expect(await (await start()).database.ready()).toBe(true);
  expect(readFileSync(passwords(), "utf8")).not.toBe(before);
});

test("a role whose password was changed by somebody else is named with the SQL that mends it", async () => {
  await createDatabase();
  await (await start()).stop();
  await admin.query(`alter role ${name}_app password 'other'`);
  expect(await refusal()).toMatch(new RegExp(`role ${name}_app has another password`));
  await inDatabase(said.filter((line) => !line.startsWith("--")).join("\n"));
  expect(await (await start()).database.ready()).toBe(true);
});

test("an application role that may step around row-level security is refused", async () => {
  await createDatabase();
  await (await start()).stop();
  await admin.query(`alter role ${name}_app bypassrls`);
  expect(await refusal()).toMatch(/can step around row-level security\. Run: ALTER ROLE/);
});

test("a wrong password, a missing database and a dead address each have their own line", async () => {
  await createDatabase();
  expect(await refusal(url(`${name}_owner`, "wrong"))).toMatch(/refuses msp\d+_owner.*Correct the user and password/);
  expect(await refusal(url().replace(`@/${name}`, "@/missing"))).toMatch(/no database missing .*CREATE DATABASE "missing"/);
  expect(await refusal("postgresql://a:b@127.0.0.1:1/c")).toMatch(/127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED.*correct DATABASE_URL/);
});

test("a database with another program's tables is left alone", async () => {
  await createDatabase();
  await inDatabase(
    "create table invoices (id int); create table _prisma_migrations (migration_name text); grant select on _prisma_migrations to public",
  );
  expect(await refusal()).toMatch(/holds 1 tables of another program.*empty database/);
});

test("a database that a newer Vigia used is left alone", async () => {
  await createDatabase();
  await (await start()).stop();
  await inDatabase("insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', '', '9999_future', now())");
  expect(await refusal()).toMatch(/newer Vigia: it has the migration 9999_future/);
});

test("somebody who is not the owner of Vigia's tables is refused", async () => {
  await createDatabase();
  await (await start()).stop();
  await admin.query(`create role ${name}_guest login password 'right'`);
  expect(await refusal(url(`${name}_guest`))).toMatch(/may not read the history of migrations/);
});

test("signing in as the server's own restricted role is refused", async () => {
  await createDatabase();
  await (await start()).stop();
  const { app } = JSON.parse(readFileSync(passwords(), "utf8")) as { app: string };
  expect(await refusal(url(`${name}_app`, app))).toMatch(/restricted roles.*owner of the database/);
});

test("a PostgreSQL that is too old, or not UTF8, is refused", async () => {
  const answering = (row: object) => ({ query: async () => ({ rows: [row] }) }) as unknown as pg.Client;
  const row = { version: 160_000, name: "16.1", encoding: "UTF8", readable: null, tables: 0 };
  await expect(refuseUnfit(answering({ ...row, version: 140_012, name: "14.12" }))).rejects.toThrow(/PostgreSQL 14\.12, Vigia needs 15/);
  await expect(refuseUnfit(answering({ ...row, encoding: "SQL_ASCII" }))).rejects.toThrow(/encoding is SQL_ASCII/);
  await expect(refuseUnfit(answering(row))).resolves.toBeUndefined();
});
