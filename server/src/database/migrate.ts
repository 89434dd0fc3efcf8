// Applies the committed SQL at start, one transaction each, in Prisma's own history format, so that Prisma's tools agree with it.
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { PACKAGE } from "../places.ts";
import { StartError } from "../start-error.ts";
import type { RoleNames } from "./roles.ts";

const FOLDER = path.join(PACKAGE, "prisma/migrations");
/** Any number that no other program on the same database uses: "vigi" in ASCII. */
const LOCK = 0x76_69_67_69;

const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
}

/**
 * Brings the database to this version's schema and answers the names of the migrations it applied.
 * Two servers that start at once wait for each other. Throws StartError when the history does not fit this version.
 */
export async function migrate(owner: pg.ClientBase, roles: RoleNames, folder = FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await owner.query("select pg_advisory_lock($1)", [LOCK]);
  try {
    await owner.query(HISTORY);
    const missing = await compare(owner, migrations);
    for (const migration of missing) await apply(owner, migration, roles);
    return missing.map(({ name }) => name);
  } finally {
    await owner.query("select pg_advisory_unlock($1)", [LOCK]);
  }
}

/** Names of the migrations that the next start would apply. Throws StartError when the history does not fit this version. */
export async function findMissing(owner: pg.ClientBase, folder = FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const { rows } = await owner.query<{ there: boolean }>("select to_regclass('_prisma_migrations') is not null as there");
  return (rows[0]?.there === true ? await compare(owner, migrations) : migrations).map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** The migrations still to apply. Throws StartError when what was applied is not what this version ships. */
async function compare(owner: pg.ClientBase, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await owner.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of rows) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new StartError(
        `the database was used by a newer Vigia: it has the migration ${name}, which this version does not know`,
        "Start that newer version, or restore a backup from before it",
      );
    }
    if (!finished) {
      throw new StartError(`the migration ${name} failed earlier and was left half done`, "Restore the database from a backup");
    }
    if (migration.checksum !== checksum) {
      throw new StartError(`the migration ${name} was changed after it was applied`, "Put the shipped migration.sql back");
    }
  }
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(owner: pg.ClientBase, { name, sql, checksum }: Migration, roles: RoleNames): Promise<void> {
  await owner.query("begin");
  try {
    await owner.query("select set_config('vigia.app_role', $1, true), set_config('vigia.telemetry_role', $2, true)", [
      roles.app,
      roles.telemetry,
    ]);
    await owner.query(sql);
    await owner.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`the migration ${name} failed and was undone: ${reason}`, "Report this with the server's version", {
      cause: error,
    });
  }
}
