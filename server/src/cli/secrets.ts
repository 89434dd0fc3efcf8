// `vigia-server secrets rotate`: a new key-encryption key, while the server stands still.
import { readConfig } from "../config.ts";
import { serverUsing } from "../data-dir.ts";
import { rotateKek } from "../secrets/index.ts";
import { StartError } from "../start-error.ts";
import { withDatabase } from "./with-database.ts";

/** Answers 0 when every wrapped key is under the new one. Throws StartError. */
export async function secretsCommand([verb, ...rest]: readonly string[]): Promise<number> {
  if (verb !== "rotate" || rest.length > 0) {
    throw new StartError(`there is no command "secrets ${[verb ?? "", ...rest].join(" ")}"`, "Use: vigia-server secrets rotate");
  }
  const config = readConfig();
  if ((await serverUsing(config.dataDir)) !== undefined) {
    throw new StartError("the server is running and would go on with the old key", "Stop it, run this again, and start it");
  }
  const { wrapped } = await withDatabase(config, (database) => rotateKek(database, config.dataDir));
  console.log(`The key-encryption key is new; ${wrapped} keys were wrapped again. Copies of the old one open nothing from now on,`);
  console.log("except in backups of the database that are older than this. Take a copy of the new one: keys/kek, or in the console.");
  return 0;
}
