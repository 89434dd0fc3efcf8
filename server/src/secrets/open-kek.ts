// The key-encryption key and the database that knows its id, brought together at start.
import type { Database, Tx } from "../database/index.ts";
import { type Kek, loadOrMakeKek } from "./kek.ts";

/** The id that this database remembers; null before its first key. */
export const findKekId = async (tx: Tx): Promise<string | null> =>
  (await tx.installation.findUniqueOrThrow({ where: { id: 1 }, select: { kekId: true } })).kekId;

export async function rememberKekId(tx: Tx, kekId: string): Promise<void> {
  await tx.installation.update({ where: { id: 1 }, data: { kekId } });
}

/** The key of this data directory, made with the first start. Throws StartError when it does not belong to the database. */
export async function openKek(database: Database, dataDir: string): Promise<Kek> {
  const known = await database.global(findKekId);
  const kek = await loadOrMakeKek(dataDir, known);
  if (known === null) await database.global((tx) => rememberKekId(tx, kek.id));
  return kek;
}
