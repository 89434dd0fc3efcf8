// The key-encryption key: <data>/keys/kek, 32 bytes for its user alone. It wraps every other key, and lies in neither the database nor
// its backup; whoever has a dump has nothing without this file. The database knows its id, so that a foreign one is told at start.
import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { makePrivateFolder, readIfThere, syncFolder, writePrivate } from "../files.ts";
import { StartError } from "../start-error.ts";
import { open, type Random, seal } from "./box.ts";

/** Bytes of every key here. */
export const KEY_LENGTH = 32;

export interface Kek {
  /** 16 hexadecimal digits; says nothing about the key. */
  readonly id: string;
  /** Closes a key; `place` names what it is for. */
  wrap(key: Uint8Array, place: string): Uint8Array<ArrayBuffer>;
  /** Another key of 32 bytes, for one purpose alone; the same again as long as this key is. */
  derive(purpose: string): Buffer;
  /** Throws Error when it was wrapped for another place or under another key. */
  unwrap(wrapped: Uint8Array, place: string): Buffer;
}

/** The copy that the operator takes away, because without this key a restored database keeps its secrets to itself. */
export interface KekBackup {
  /** Whether nobody has confirmed a copy of the present key. */
  pending(): Promise<boolean>;
  /** The bytes of the file; put back under the same name they are the key again. */
  read(): Promise<Uint8Array>;
  confirm(): Promise<void>;
}

/** A key-encryption key from its 32 bytes. Throws TypeError on another length. */
export function kekOf(bytes: Uint8Array, random: Random = randomBytes): Kek {
  if (bytes.length !== KEY_LENGTH) throw new TypeError(`a key-encryption key has ${KEY_LENGTH} bytes, not ${bytes.length}`);
  return {
    id: createHash("sha256").update("vigia key id\0").update(bytes).digest("hex").slice(0, 16),
    derive: (purpose) => Buffer.from(hkdfSync("sha256", bytes, "", `vigia ${purpose}`, KEY_LENGTH)),
    wrap: (key, place) => seal(bytes, place, key, random),
    unwrap: (wrapped, place) => open(bytes, place, wrapped),
  };
}

/** Files of the present key, of its successor while a rotation is under way, and of the reminder to copy it. */
export const kekFiles = (dataDir: string) => ({
  present: path.join(dataDir, "keys/kek"),
  next: path.join(dataDir, "keys/kek-next"),
  reminder: path.join(dataDir, "keys/kek-backup-pending"),
});

/** Writes a fresh key to `file` and answers it. */
export async function makeKekFile(file: string, random: Random = randomBytes): Promise<Kek> {
  const bytes = random(KEY_LENGTH);
  await makePrivateFolder(path.dirname(file));
  await writePrivate(file, bytes);
  return kekOf(bytes);
}

/** The key in this file, or undefined when there is none. Throws StartError when it is no key. */
export async function readKekFile(file: string): Promise<Kek | undefined> {
  const bytes = await readIfThere(file);
  if (bytes === undefined) return undefined;
  if (bytes.length !== KEY_LENGTH) {
    throw new StartError(`the key-encryption key ${file} is damaged: it has ${bytes.length} bytes`, "Put back the copy you took of it");
  }
  return kekOf(bytes);
}

/**
 * The key that this database's secrets are under; made with the first start.
 * Throws StartError when it is missing, damaged, another one's, or a rotation was cut short.
 * @param knownId the id that the database remembers, null while it has none
 */
export async function loadOrMakeKek(dataDir: string, knownId: string | null): Promise<Kek> {
  const files = kekFiles(dataDir);
  if ((await readIfThere(files.next)) !== undefined) {
    throw new StartError("a change of the key-encryption key was cut short", "Finish it: vigia-server secrets rotate");
  }
  const found = await readKekFile(files.present);
  if (found === undefined && knownId !== null) {
    throw new StartError(
      `the key-encryption key is not at ${files.present}, and this database's secrets cannot be read without it`,
      "Put back the copy you took of it",
    );
  }
  if (found !== undefined && knownId !== null && found.id !== knownId) {
    throw new StartError(
      `the key-encryption key at ${files.present} is not the one of this database`,
      "Put back the copy you took of it, or point VIGIA_DATA to the right folder",
    );
  }
  if (found !== undefined) return found;
  await makePrivateFolder(path.dirname(files.present));
  await writePrivate(files.reminder, "");
  return makeKekFile(files.present);
}

/** The operator's copy of the key in this data directory. */
export function kekBackup(dataDir: string): KekBackup {
  const { present, reminder } = kekFiles(dataDir);
  return {
    pending: async () => (await readIfThere(reminder)) !== undefined,
    async read() {
      const bytes = await readIfThere(present);
      if (bytes === undefined) throw new Error(`the key-encryption key is not at ${present}`);
      return bytes;
    },
    async confirm() {
      await rm(reminder, { force: true });
      await syncFolder(path.dirname(reminder));
    },
  };
}
