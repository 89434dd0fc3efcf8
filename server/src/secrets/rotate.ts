// Changes the key-encryption key: every wrapped key is closed again under a new one; what those keys sealed stays as it is.
// Each step may be the last one before a crash: running it again finishes it.
import { rename } from "node:fs/promises";
import path from "node:path";
import type { Database } from "../database/index.ts";
import { syncFolder, writePrivate } from "../files.ts";
import { StartError } from "../start-error.ts";
import { tenantKeyPlace } from "./envelope.ts";
import { type Kek, kekFiles, makeKekFile, readKekFile } from "./kek.ts";
import { findKekId, rememberKekId } from "./open-kek.ts";
import { personKeyPlace } from "./person-keys.ts";
import { findWrappedElsewhere, replaceWrapped } from "./person-queries.ts";
import { findTenantKeysElsewhere, replaceTenantKey } from "./tenant-queries.ts";

/**
 * Replaces the key in <data>. The server must not run meanwhile. Answers the new key and how many keys were wrapped again.
 * Throws StartError when the present key is missing or not the database's.
 */
export async function rotateKek(database: Database, dataDir: string): Promise<{ kek: Kek; wrapped: number }> {
  const files = kekFiles(dataDir);
  const known = await database.global(findKekId);
  const present = await readKekFile(files.present);
  const begun = await readKekFile(files.next);
  if (present === undefined || known === null || (present.id !== known && begun?.id !== known)) {
    throw new StartError(`the key-encryption key at ${files.present} is not the one of this database`, "Put back the copy you took of it");
  }
  const next = begun ?? (await makeKekFile(files.next));
  const wrapped = await rewrapAll(database, present, next);
  await database.global((tx) => rememberKekId(tx, next.id));
  await writePrivate(files.reminder, "");
  await rename(files.next, files.present);
  await syncFolder(path.dirname(files.present));
  return { kek: next, wrapped };
}

async function rewrapAll(database: Database, from: Kek, to: Kek): Promise<number> {
  const again = (wrapped: Uint8Array, place: string) => to.wrap(from.unwrap(wrapped, place), place);
  let count = 0;
  await database.global(async (tx) => {
    for (const { personId, wrapped } of await findWrappedElsewhere(tx, to.id)) {
      if (wrapped === null) continue;
      await replaceWrapped(tx, { personId, kekId: to.id, wrapped: again(wrapped, personKeyPlace(personId)) });
      count += 1;
    }
  });
  const organizations = await database.global((tx) => tx.organizationDirectory.findMany({ select: { id: true } }));
  for (const { id } of organizations) {
    await database.withTenant(id, async (tx) => {
      for (const row of await findTenantKeysElsewhere(tx, to.id)) {
        const wrapped = again(row.wrapped, tenantKeyPlace(row.organizationId, row.version));
        await replaceTenantKey(tx, { ...row, kekId: to.id, wrapped });
        count += 1;
      }
    });
  }
  return count;
}
