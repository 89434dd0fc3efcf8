// The owner's connection to the database as it stands, for looking at it: no role is made and nothing is migrated.
import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { takeDataDir } from "../data-dir.ts";
import type { Log } from "../log.ts";
import { StartError } from "../start-error.ts";
import { OWNER } from "./embedded/cluster.ts";
import { startEmbedded } from "./embedded/index.ts";
import { withOwner } from "./foreign.ts";
import { CONNECT_TIMEOUT_MS } from "./foreign-roles.ts";
import { type RoleNames, roleNames } from "./roles.ts";
import { LOCAL_DATABASE } from "./start.ts";

type Look<T> = (owner: pg.Client, names: RoleNames) => Promise<T>;

/**
 * Runs work on the database of this data directory, or on the one at `url`. A bundled one that stands still is started for as long as
 * that takes; `running` says that a server has it, and then it is that server's to start. Throws StartError when it cannot be reached.
 */
export async function inspectDatabase<T>(
  { dataDir, url, running, log }: { dataDir: string; url: string | undefined; running: boolean; log: Log },
  work: Look<T>,
): Promise<T> {
  if (url !== undefined) return withOwner(url, (owner) => work(owner, roleNames(String(owner.database))));
  const host = await socketOf(dataDir);
  const known = await connect(host).catch((error: unknown) => {
    if (running)
      throw new StartError("the bundled PostgreSQL does not answer", "Its postgres.log says why; the server starts it again by itself", {
        cause: error,
      });
    return undefined;
  });
  if (known !== undefined) return finish(known, work);
  // Held, so that a server that starts meanwhile does not find its PostgreSQL stopped a moment later.
  const release = await takeDataDir(dataDir);
  try {
    const embedded = await startEmbedded(dataDir, log);
    try {
      return await finish(await connect(embedded.socket), work);
    } finally {
      await embedded.stop();
    }
  } finally {
    await release();
  }
}

async function socketOf(dataDir: string): Promise<string> {
  try {
    return (JSON.parse(await readFile(path.join(dataDir, "postgres.json"), "utf8")) as { socket: string }).socket;
  } catch (error) {
    throw new StartError(`there is no database in ${dataDir} yet`, "Start the server once, or set VIGIA_DATA to the right folder", {
      cause: error,
    });
  }
}

async function connect(host: string): Promise<pg.Client> {
  const client = new pg.Client({
    host,
    port: 5432,
    ssl: false,
    database: LOCAL_DATABASE,
    user: OWNER,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function finish<T>(client: pg.Client, work: Look<T>): Promise<T> {
  try {
    return await work(client, roleNames(LOCAL_DATABASE));
  } finally {
    await client.end();
  }
}
