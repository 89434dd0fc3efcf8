// From nothing to a database that serves: the bundled one or a foreign one, roles, migrations, checks, pools.
import pg from "pg";
import type { Log } from "../log.ts";
import { startEmbedded } from "./embedded/index.ts";
import { prepareForeign, withOwner } from "./foreign.ts";
import { migrate } from "./migrate.ts";
import { createLocalRoles, type RoleNames, roleNames, verifyRoles } from "./roles.ts";
import { type Database, openDatabase } from "./tenant.ts";

export interface RunningDatabase {
  readonly database: Database;
  /** Names of the migrations that this start applied. */
  readonly applied: readonly string[];
  /** Closes the connections, then ends the bundled PostgreSQL if that is the one. */
  stop(): Promise<void>;
}

/** Connections kept for each role; the bundled PostgreSQL accepts 60 in all. */
const POOL = { app: 24, telemetry: 8 };
export const LOCAL_DATABASE = "vigia";

/**
 * Starts the database of this data directory, or uses the one at `url`. Throws StartError.
 * `say` receives lines for the person at the terminal (SQL that only they may run). A `guest` is beside the server that
 * runs on this directory, and leaves its PostgreSQL running. `pool` bounds the connections of each role below the usual.
 */
export function startDatabase(options: {
  dataDir: string;
  url: string | undefined;
  log: Log;
  say: (line: string) => void;
  guest?: boolean;
  pool?: number | undefined;
}): Promise<RunningDatabase> {
  return options.url === undefined ? startLocal(options) : startForeign({ ...options, url: options.url });
}

interface Local {
  dataDir: string;
  log: Log;
  guest?: boolean;
  pool?: number | undefined;
}

async function startLocal({ dataDir, log, guest = false, pool }: Local): Promise<RunningDatabase> {
  const embedded = await startEmbedded(dataDir, log);
  try {
    const at = (database: string, user: string) => ({ host: embedded.socket, port: 5432, ssl: false, database, user });
    const names = roleNames(LOCAL_DATABASE);
    await withClient(at("postgres", embedded.owner), async (owner) => {
      await createLocalRoles(owner, names);
      const { rowCount } = await owner.query("select from pg_database where datname = $1", [LOCAL_DATABASE]);
      if (rowCount === 0) await owner.query(`create database ${pg.escapeIdentifier(LOCAL_DATABASE)}`);
    });
    const applied = await withClient(at(LOCAL_DATABASE, embedded.owner), (owner) => bringUp(owner, names));
    const database = open(at(LOCAL_DATABASE, names.app), at(LOCAL_DATABASE, names.telemetry), log, pool);
    return {
      database,
      applied,
      async stop() {
        await database.close();
        if (!guest) await embedded.stop();
      },
    };
  } catch (error) {
    if (!guest) await embedded.stop();
    throw error;
  }
}

async function startForeign(options: {
  dataDir: string;
  url: string;
  log: Log;
  say: (line: string) => void;
  pool?: number | undefined;
}): Promise<RunningDatabase> {
  const { applied, app, telemetry } = await withOwner(options.url, async (owner) => {
    const found = await prepareForeign(owner, options.dataDir, options.say);
    return { ...found, applied: await bringUp(owner, found.names) };
  });
  const database = open(app, telemetry, options.log, options.pool);
  return { database, applied, stop: () => database.close() };
}

async function bringUp(owner: pg.Client, names: RoleNames): Promise<string[]> {
  const applied = await migrate(owner, names);
  await verifyRoles(owner, names);
  return applied;
}

function open(app: pg.PoolConfig, telemetry: pg.PoolConfig, log: Log, most = Number.POSITIVE_INFINITY): Database {
  // Its words alone: the error carries the whole connection, with the key that cancels its queries.
  const onLost = (error: Error) => log.warn({ reason: error.message }, "a database connection was lost; a new one is made when needed");
  return openDatabase(
    { app: { ...app, max: Math.min(most, POOL.app) }, telemetry: { ...telemetry, max: Math.min(most, POOL.telemetry) } },
    onLost,
  );
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  // A lost connection fails the query under way; the event itself must not end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
