// How the oracle asks the database: as its owner, past row-level security.
import path from "node:path";
import pg from "pg";
import { findPlace } from "../../../server/src/database/embedded/place.ts";
import { createLog } from "../../../server/src/log.ts";

/** Runs one question. */
export type Ask = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

export interface Oracle {
  readonly ask: Ask;
  close(): Promise<void>;
}

/** One connection, opened now. */
export async function openOracle(config: pg.ClientConfig): Promise<Oracle> {
  const client = new pg.Client(config);
  await client.connect();
  return {
    ask: async (sql, values = []) => (await client.query(sql, values)).rows,
    close: () => client.end(),
  };
}

/** Where the bundled PostgreSQL of a server's data folder is reached. */
export async function bundledDatabase(dataDir: string): Promise<pg.ClientConfig & { cluster: string }> {
  const place = await findPlace(path.resolve(dataDir), createLog("silent"));
  return { host: place.socket, user: "vigia", database: "vigia", cluster: place.cluster };
}
