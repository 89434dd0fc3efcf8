// TOTP secrets as the journal holds them: sealed under a key of the signer's own, so that a copy of the journal alone opens none.
import path from "node:path";
import { readIfThere, writePrivate } from "../files.ts";
import { open, type Random, seal } from "../secrets/box.ts";

const SEAL_KEY_FILE = "journal.key";
const KEY_BYTES = 32;
const SEALED = "sealed:";

/** Whose secret it is: a sealed one opens for nobody else. */
export interface SecretOwner {
  readonly userId: string;
  readonly factorId: string;
}

export interface Seal {
  seal(secret: string, owner: SecretOwner): string;
  /** Throws Error when it was sealed under another key, or for somebody else. */
  open(sealed: string, owner: SecretOwner): string;
}

const placeOf = ({ userId, factorId }: SecretOwner): string => `vigia signer totp\0${userId}\0${factorId}`;

/** A seal under this key of 32 bytes. */
export function createSeal(key: Uint8Array, random: Random): Seal {
  return {
    seal: (secret, owner) => `${SEALED}${Buffer.from(seal(key, placeOf(owner), Buffer.from(secret), random)).toString("base64")}`,
    open(sealed, owner) {
      // Journals of the first servers had them clear.
      if (!sealed.startsWith(SEALED)) return sealed;
      return open(key, placeOf(owner), Buffer.from(sealed.slice(SEALED.length), "base64")).toString("utf8");
    },
  };
}

/**
 * The seal of a signer's folder, whose key is made with the first start.
 * @param needed whether something is sealed already; then the key must be there
 * Throws Error when it is missing or damaged.
 */
export async function openSeal(folder: string, needed: boolean, random: Random): Promise<Seal> {
  const file = path.join(folder, SEAL_KEY_FILE);
  const found = await readIfThere(file);
  if (found === undefined && needed)
    throw new Error(`${file}, which opens the second factors in the journal, is missing; restore the folder from a backup`);
  const key = found ?? Buffer.from(random(KEY_BYTES));
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged: it has ${key.length} bytes instead of ${KEY_BYTES}`);
  if (found === undefined) await writePrivate(file, key);
  return createSeal(key, random);
}

/** Whether a secret of the journal is sealed. */
export const isSealed = (secret: string): boolean => secret.startsWith(SEALED);
