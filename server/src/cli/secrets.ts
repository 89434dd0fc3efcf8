// `vigia-server secrets rotate`: a new key-encryption key, while the server stands still.
import { randomBytes } from "node:crypto";
import { readConfig } from "../config.ts";
import { serverUsing } from "../data-dir.ts";
import type { Database } from "../database/index.ts";
import { createAudit } from "../modules/audit/index.ts";
import { createPersonKeys, type Kek, rotateKek } from "../secrets/index.ts";
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
  const wrapped = await withDatabase(config, async (database) => {
    const { kek, wrapped: count } = await rotateKek(database, config.dataDir);
    await tellAll(database, kek, count);
    return count;
  });
  console.log(`The key-encryption key is new; ${wrapped} keys were wrapped again. Copies of the old one open nothing from now on,`);
  console.log("except in backups of the database that are older than this. Take a copy of the new one: keys/kek, or in the console.");
  return 0;
}

/** Every organization's secrets are under the new key, so each log says it. */
async function tellAll(database: Database, kek: Kek, wrapped: number): Promise<void> {
  const audit = createAudit({ database, people: createPersonKeys({ kek, random: randomBytes }) });
  for (const { id: organizationId } of await database.global((tx) => tx.organizationDirectory.findMany({ select: { id: true } })))
    await database.withTenant(organizationId, (tx) =>
      audit.record(tx, { organizationId, actor: { kind: "server" }, action: "encryption_key.rotated", details: { wrapped } }),
    );
}
