// A PostgreSQL that somebody else runs (DATABASE_URL): is it there, is it fit, is it ours.
import pg from "pg";
import { StartError } from "../start-error.ts";
import { CONNECT_TIMEOUT_MS, type ForeignRoles, provideRoles } from "./foreign-roles.ts";
import { roleNames } from "./roles.ts";

const OLDEST = { number: 150_000, name: "15" };
const FIRST_MIGRATION = "0001_first_machine";

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
 * Checks the database and makes sure of both roles.
 * Throws StartError; before one about missing rights, `say` gets the exact SQL for somebody who has them.
 */
export async function prepareForeign(owner: pg.Client, dataDir: string, say: (line: string) => void): Promise<ForeignRoles> {
  const names = roleNames(String(owner.database));
  if (owner.user === names.app || owner.user === names.telemetry) {
    throw new StartError(
      `DATABASE_URL signs in as ${owner.user}, one of the server's own restricted roles`,
      "Use the owner of the database",
    );
  }
  await refuseUnfit(owner);
  return provideRoles(owner, names, dataDir, say);
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
