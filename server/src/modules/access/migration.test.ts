// Roles of an organization that was there before grants: nobody gains or loses a right by the update.
import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, TEST_ROLES, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization } from "../../../test/factories.ts";
import { migrate } from "../../database/index.ts";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../../prisma/migrations");
const name = `migration_${randomUUID().replaceAll("-", "")}`;
let db: TestDatabase;
let admin: pg.Client;
let owner: pg.Client;
let folder: string;

beforeAll(async () => {
  db = await startTestDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-migrations-"));
  admin = new pg.Client(db.ownerConfig);
  await admin.connect();
  // An owner whom row-level security binds, as in a database that somebody else runs.
  await admin.query(`create role ${name} login nosuperuser in role ${TEST_ROLES.telemetry}`);
  await admin.query(`create database ${name} owner ${name}`);
  owner = new pg.Client({ ...db.ownerConfig, user: name, database: name });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await admin?.query(`drop database ${name} with (force)`);
  await admin?.query(`drop role ${name}`);
  await admin?.end();
  await db?.close();
  await rm(folder, { recursive: true, force: true });
});

test("each role becomes a grant everywhere, and old organizations have the groups that new ones get", async () => {
  await cp(path.join(MIGRATIONS, "0001_first_machine"), path.join(folder, "0001_first_machine"), { recursive: true });
  await migrate(owner, TEST_ROLES, folder);
  const organizations = [randomUUID(), randomUUID()];
  const people = new Map<string, string>();
  for (const organization of organizations) {
    await owner.query("select set_config('vigia.organization', $1, false)", [organization]);
    await owner.query("insert into organization_directory (id) values ($1)", [organization]);
    await owner.query("insert into organizations (id, name) values ($1, 'Old')", [organization]);
    for (const role of ["administrator", "technician", "viewer"]) {
      const person = randomUUID();
      people.set(person, role);
      await owner.query("insert into users (id, email, name) values ($1, $2, $3)", [person, `${person}@example.test`, role]);
      await owner.query("insert into memberships (id, organization_id, user_id, role) values ($1, $2, $3, $4)", [
        randomUUID(),
        organization,
        person,
        role,
      ]);
    }
  }
  await owner.query("reset vigia.organization");
  await migrate(owner, TEST_ROLES);

  const made = await makeOrganization(db.database);
  const content = `select p.name, p.description, p.predefined, array(select unnest(p.permissions) order by 1) as permissions
    from permission_groups p where p.organization_id = $1 order by p.predefined`;
  const { rows: fresh } = await admin.query(content, [made.id]);
  expect(fresh).toHaveLength(8);
  for (const organization of organizations) {
    await owner.query("select set_config('vigia.organization', $1, false)", [organization]);
    expect((await owner.query(content, [organization])).rows).toEqual(fresh);
    const { rows } = await owner.query<{ person: string; predefined: string; kind: string }>(
      `select g.user_id as person, p.predefined, s.kind from grants g join permission_groups p on p.id = g.permission_group_id
         join attendant_group_scopes s on s.attendant_group_id = g.attendant_group_id`,
    );
    expect(rows).toHaveLength(3);
    for (const { person, predefined, kind } of rows)
      expect({ role: people.get(person), kind }).toEqual({ role: predefined.replace(/s$/, ""), kind: "all" });
  }
});
