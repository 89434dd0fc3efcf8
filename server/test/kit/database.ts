// Looks into the bundled PostgreSQL of a running test server as its owner: what the oracle compares the truth with.
import path from "node:path";
import pg from "pg";
import { findPlace } from "../../src/database/embedded/place.ts";
import { createLog } from "../../src/log.ts";

/** Runs one question on the server's own database, past row-level security. */
export async function ask<Row extends pg.QueryResultRow>(dataDir: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const place = await findPlace(path.resolve(dataDir), createLog("silent"));
  const client = new pg.Client({ host: place.socket, user: "vigia", database: "vigia" });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
