import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, TEST_ROLES, type TestDatabase } from "../../test/database.ts";
import { Prisma } from "../generated/prisma/client.ts";
import { verifyRoles } from "./index.ts";

let db: TestDatabase;
let owner: pg.Client;
const organization = randomUUID();
/** Tables without an organization: each is here for a reason that its comment in the schema gives. */
const GLOBAL = ["_prisma_migrations", "installation", "organization_directory", "users", "user_credentials", "person_keys"];

beforeAll(async () => {
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

interface Table {
  schema: string;
  name: string;
  owner: string;
  tenant: boolean;
  enabled: boolean;
  forced: boolean;
  policies: number;
}

const tables = async (): Promise<Table[]> =>
  (
    await owner.query<Table>(
      `select n.nspname as schema, c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as tenant,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname in ('public', 'telemetry') order by 1, 2`,
    )
  ).rows;

test("every table outside telemetry that belongs to organizations has row-level security, forced, with a policy", async () => {
  const all = (await tables()).filter(({ schema }) => schema === "public");
  const unguarded = all.filter(({ enabled, forced, policies }) => !(enabled && forced && policies > 0)).map(({ name }) => name);
  expect(new Set(unguarded)).toEqual(new Set(GLOBAL));
  expect(all.filter(({ tenant, name }) => tenant && GLOBAL.includes(name))).toEqual([]);
  expect(all.filter(({ owner: role }) => role === TEST_ROLES.app || role === TEST_ROLES.telemetry)).toEqual([]);
});

test("telemetry is the sole exception: enabled, not forced, owned by the telemetry role", async () => {
  const all = (await tables()).filter(({ schema }) => schema === "telemetry");
  expect(all.length).toBeGreaterThan(15);
  for (const table of all.filter(({ tenant }) => tenant)) {
    expect(table, table.name).toMatchObject({ enabled: true, forced: false, owner: TEST_ROLES.telemetry });
    expect(table.policies, table.name).toBeGreaterThan(0);
  }
  expect(all.filter(({ tenant }) => !tenant).map(({ name }) => name)).toEqual(["rollup_progress"]);
});

test("every reference between tables of organizations carries the organization", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select k.conrelid::regclass || ' -> ' || k.confrelid::regclass as name from pg_constraint k
      where k.contype = 'f'
        and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id')
        and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'organization_id')
        and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id' and a.attnum = any(k.conkey))`,
  );
  expect(rows).toEqual([]);
});

test("neither role can step around row-level security, and a role that can is refused", async () => {
  await expect(verifyRoles(owner, TEST_ROLES)).resolves.toBeUndefined();
  await expect(verifyRoles(owner, { ...TEST_ROLES, app: "vigia" })).rejects.toThrow(/can step around row-level security.*NOBYPASSRLS/);
  await owner.query("create role schema_test_owner; create role schema_test_member in role schema_test_owner login");
  try {
    await owner.query("create table schema_test_owned (); alter table schema_test_owned owner to schema_test_owner");
    await expect(verifyRoles(owner, { ...TEST_ROLES, app: "schema_test_owner" })).rejects.toThrow(/owns 1 tables/);
    await expect(verifyRoles(owner, { ...TEST_ROLES, app: "schema_test_member" })).rejects.toThrow(/member of schema_test_owner/);
  } finally {
    await owner.query("drop table schema_test_owned; drop role schema_test_member; drop role schema_test_owner");
  }
});

test("the application cannot change the audit log, read the migrations or write telemetry", async () => {
  const asApp = new pg.Client(db.appConfig);
  await asApp.connect();
  try {
    await asApp.query("select set_config('vigia.organization', $1, false)", [organization]);
    for (const statement of [
      "update audit_entries set action = 'nothing'",
      "delete from audit_entries",
      "select * from _prisma_migrations",
      "insert into telemetry.latest (resource_id, organization_id, at, received_at, report) values (gen_random_uuid(), gen_random_uuid(), now(), now(), '')",
      "alter table clients disable row level security",
      "set role vigia_telemetry",
    ]) {
      await expect(asApp.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    }
  } finally {
    await asApp.end();
  }
});

test("the telemetry role may touch nothing outside its schema", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
        and has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    [TEST_ROLES.telemetry],
  );
  expect(rows).toEqual([]);
  await expect(db.database.telemetry.query("select * from users")).rejects.toThrow(/permission denied/);
});

interface Finder {
  findMany(query: { take: number }): Promise<unknown[]>;
}

test.each(Object.values(Prisma.ModelName))("the model %s fits the migrated database", async (model) => {
  const key = model.charAt(0).toLowerCase() + model.slice(1);
  const rows = await db.database.withTenant(
    organization,
    (tx) => (tx as unknown as Record<string, Finder>)[key]?.findMany({ take: 1 }) ?? Promise.reject(new Error("no such model")),
  );
  expect(Array.isArray(rows)).toBe(true);
});
