// A PostgreSQL that somebody else runs (DATABASE_URL): is it there, is it fit, is it ours, and may we have our two roles.
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { makePrivateFolder, readIfThere, writePrivate } from "../files.ts";
import { StartError } from "../start-error.ts";
import { type RoleNames, roleNames } from "./roles.ts";

const OLDEST = { number: 150_000, name: "15" };
const CONNECT_TIMEOUT_MS = 10_000;
const FIRST_MIGRATION = "0001_first_machine";

export interface ForeignDatabase {
  readonly names: RoleNames;
  readonly app: pg.PoolConfig;
  readonly telemetry: pg.PoolConfig;
}

type Passwords = Record<keyof RoleNames, string>;

/** Runs work on a connection of the URL's user, the owner. Throws StartError saying why the database cannot be reached. */
export async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  owner.on("error", () => undefined);
  try {
    await owner.connect();
  } catch (error) {
    throw unreachable(owner, error as Error & { code?: string });
  }
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/**
 * Checks the database and makes sure of both roles; their passwords are in <data>/keys/database.json.
 * Throws StartError; before one about missing rights, `say` gets the exact SQL for somebody who has them.
 */
export async function prepareForeign(owner: pg.Client, dataDir: string, say: (line: string) => void): Promise<ForeignDatabase> {
  const names = roleNames(String(owner.database));
  if (owner.user === names.app || owner.user === names.telemetry) {
    throw new StartError(
      `DATABASE_URL signs in as ${owner.user}, one of the server's own restricted roles`,
      "Use the owner of the database",
    );
  }
  await refuseUnfit(owner);
  const file = path.join(dataDir, "keys", "database.json");
  const { passwords, fresh } = await loadPasswords(file);
  await ensureRoles(owner, names, passwords, fresh, say);
  const as = (role: keyof RoleNames): pg.PoolConfig => ({
    host: owner.host,
    port: owner.port,
    ssl: owner.ssl,
    database: String(owner.database),
    user: names[role],
    password: passwords[role],
  });
  for (const role of ["app", "telemetry"] as const) await tryRole(as(role), file, owner, say);
  return { names, app: as("app"), telemetry: as("telemetry") };
}

/** Throws StartError for a PostgreSQL that is too old, oddly encoded, or full of somebody else's tables. */
export async function refuseUnfit(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: number; name: string; encoding: string; readable: boolean | null; tables: number }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
        current_setting('server_encoding') as encoding, has_table_privilege(to_regclass('public._prisma_migrations'), 'select') as readable,
        (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            and c.relname <> '_prisma_migrations'
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as tables`,
  );
  const found = rows[0];
  if (found === undefined) throw new Error("the database answered nothing about itself");
  if (found.version < OLDEST.number) {
    throw new StartError(
      `DATABASE_URL leads to PostgreSQL ${found.name}, Vigia needs ${OLDEST.name} or newer`,
      "Upgrade it, or leave DATABASE_URL out to use the bundled one",
    );
  }
  if (found.encoding !== "UTF8") {
    throw new StartError(
      `the database's encoding is ${found.encoding}, Vigia needs UTF8`,
      "Create it with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
    );
  }
  if (found.tables === 0) return;
  if (found.readable === false) {
    throw new StartError(
      `${owner.user} may not read the history of migrations in ${owner.database}`,
      "Let DATABASE_URL sign in as the role that owns the database",
    );
  }
  const ours =
    found.readable === true &&
    (await owner.query("select from _prisma_migrations where migration_name = $1", [FIRST_MIGRATION])).rowCount === 1;
  if (!ours) {
    throw new StartError(
      `the database ${owner.database} holds ${found.tables} tables of another program`,
      "Point DATABASE_URL to an empty database of its own",
    );
  }
}

async function loadPasswords(file: string): Promise<{ passwords: Passwords; fresh: boolean }> {
  const content = await readIfThere(file);
  if (content === undefined) {
    const make = () => randomBytes(24).toString("base64url");
    const passwords = { app: make(), telemetry: make() };
    await makePrivateFolder(path.dirname(file));
    // Kept before any role has them, so that a crash in between is repaired by the next start.
    await writePrivate(file, `${JSON.stringify(passwords)}\n`);
    return { passwords, fresh: true };
  }
  try {
    const { app, telemetry } = JSON.parse(content.toString("utf8")) as Partial<Passwords>;
    if (typeof app === "string" && typeof telemetry === "string") return { passwords: { app, telemetry }, fresh: false };
  } catch {
    // Not JSON: damaged, as below.
  }
  throw new StartError(
    `${file}, which holds the database roles' passwords, is damaged`,
    "Restore it, or remove it to have new passwords set",
  );
}

async function ensureRoles(
  owner: pg.Client,
  names: RoleNames,
  passwords: Passwords,
  fresh: boolean,
  say: (line: string) => void,
): Promise<void> {
  const sql = await missingRights(owner, names, passwords, fresh);
  if (sql.length === 0) return;
  try {
    await owner.query("begin");
    for (const statement of sql) await owner.query(statement);
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    if ((error as { code?: string }).code !== "42501") throw error;
    throw askAdministrator(owner, sql, say);
  }
}

/** The statements that bring the two roles and the owner's rights to what the migrations need; empty when all is there. */
async function missingRights(owner: pg.Client, names: RoleNames, passwords: Passwords, fresh: boolean): Promise<string[]> {
  const id = pg.escapeIdentifier;
  const { rows } = await owner.query<{ name: string }>("select rolname as name from pg_roles where rolname = any($1)", [
    Object.values(names),
  ]);
  const there = new Set(rows.map(({ name }) => name));
  const sql: string[] = [];
  for (const role of ["app", "telemetry"] as const) {
    const password = pg.escapeLiteral(passwords[role]);
    if (!there.has(names[role])) sql.push(`CREATE ROLE ${id(names[role])} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD ${password}`);
    else if (fresh) sql.push(`ALTER ROLE ${id(names[role])} LOGIN PASSWORD ${password}`);
  }
  const member = there.has(names.telemetry) && (await holds(owner, "pg_has_role(current_user, $1, 'MEMBER')", names.telemetry));
  if (!member) sql.push(`GRANT ${id(names.telemetry)} TO ${id(String(owner.user))}`);
  const database = String(owner.database);
  if (!(await holds(owner, "has_database_privilege(current_user, $1, 'CREATE')", database))) {
    sql.push(`GRANT CREATE ON DATABASE ${id(database)} TO ${id(String(owner.user))}`);
  }
  if (!(await holds(owner, "has_schema_privilege(current_user, $1, 'CREATE')", "public"))) {
    sql.push(`GRANT CREATE, USAGE ON SCHEMA public TO ${id(String(owner.user))}`);
  }
  return sql;
}

async function holds(owner: pg.Client, condition: string, value: string): Promise<boolean> {
  const { rows } = await owner.query<{ holds: boolean }>(`select ${condition} as holds`, [value]);
  return rows[0]?.holds === true;
}

function askAdministrator(owner: pg.Client, sql: readonly string[], say: (line: string) => void): StartError {
  say(`-- For an administrator of the PostgreSQL server, in the database ${owner.database}:`);
  for (const statement of sql) say(`${statement};`);
  return new StartError(
    `${owner.user} may not create the roles that Vigia needs in ${owner.database}`,
    "Have an administrator run the SQL printed above, then start again",
  );
}

/** Signs in once as the role, so that a wrong password is found now and not with the first request. */
async function tryRole(config: pg.PoolConfig, file: string, owner: pg.Client, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code === "28P01" || code === "28000") {
      const password = pg.escapeLiteral(String(config.password));
      throw askPassword(String(config.user), password, file, owner, say);
    }
    throw new StartError(
      `the role ${config.user} cannot sign in to ${config.database}: ${message}`,
      "Allow it in pg_hba.conf and grant it CONNECT",
      {
        cause: error,
      },
    );
  } finally {
    await client.end();
  }
}

function askPassword(role: string, password: string, file: string, owner: pg.Client, say: (line: string) => void): StartError {
  say(`-- For an administrator of the PostgreSQL server, in the database ${owner.database}:`);
  say(`ALTER ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${password};`);
  return new StartError(
    `the role ${role} has another password than ${file} says`,
    "Run the SQL printed above, or put the right password there",
  );
}

function unreachable(owner: pg.Client, error: Error & { code?: string }): StartError {
  const where = `${owner.host}:${owner.port}`;
  const because = { cause: error };
  switch (error.code) {
    case "28P01":
    case "28000":
      return new StartError(
        `PostgreSQL at ${where} refuses ${owner.user}: ${error.message}`,
        "Correct the user and password in DATABASE_URL",
        because,
      );
    case "3D000":
      return new StartError(
        `there is no database ${owner.database} at ${where}`,
        `Create it: CREATE DATABASE ${pg.escapeIdentifier(String(owner.database))};`,
        because,
      );
    case "53300":
      return new StartError(
        `PostgreSQL at ${where} has no connection free`,
        "Raise its max_connections, or close other programs' connections",
        because,
      );
    default:
      return new StartError(
        `PostgreSQL at ${where} cannot be reached: ${error.message || error.code}`,
        "Start it or correct DATABASE_URL; without DATABASE_URL the bundled one is used",
        because,
      );
  }
}
