// The two roles on a PostgreSQL that somebody else runs: made when the owner may, else asked for with the exact SQL.
// Their passwords are in <data>/keys/database.json.
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { makePrivateFolder, readIfThere, writePrivate } from "../files.ts";
import { StartError } from "../start-error.ts";
import type { RoleNames } from "./roles.ts";

export const CONNECT_TIMEOUT_MS = 10_000;

export interface ForeignRoles {
  readonly names: RoleNames;
  readonly app: pg.PoolConfig;
  readonly telemetry: pg.PoolConfig;
}

type Passwords = Record<keyof RoleNames, string>;

/** Makes sure that both roles exist and can sign in. Throws StartError, after `say` got the exact SQL that helps. */
export async function provideRoles(
  owner: pg.Client,
  names: RoleNames,
  dataDir: string,
  say: (line: string) => void,
): Promise<ForeignRoles> {
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
