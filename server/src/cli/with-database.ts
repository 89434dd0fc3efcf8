// Work of a command on the server's database: beside the server that runs on the same data directory, or with the directory to itself.
import type { Config } from "../config.ts";
import { serverUsing, takeDataDir } from "../data-dir.ts";
import { type Database, startDatabase } from "../database/index.ts";
import { createLog } from "../log.ts";

/** Starts the database unless a server has, runs the work, and leaves everything as it was. Throws StartError. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const running = await serverUsing(config.dataDir);
  const release = running === undefined ? await takeDataDir(config.dataDir) : async () => undefined;
  try {
    const started = await startDatabase({
      dataDir: config.dataDir,
      url: config.databaseUrl,
      log: createLog("error"),
      say: console.log,
      guest: running !== undefined,
    });
    try {
      return await work(started.database);
    } finally {
      await started.stop();
    }
  } finally {
    await release();
  }
}
