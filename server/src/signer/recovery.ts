// Recovery codes: ten, shown once, each good once. 80 random bits each; kept as scrypt under the set's own salt.
import { scrypt, timingSafeEqual } from "node:crypto";
import { Secret } from "otpauth";

const COUNT = 10;
const CODE_BYTES = 10;
const HASH_BYTES = 32;

export interface RecoverySet {
  /** Base64. */
  readonly salt: string;
  readonly hashes: readonly string[];
}

/** New codes, as people read them ("ABCD-EFGH-…"), and what to keep of them. */
export async function newRecoveryCodes(random: (bytes: number) => Uint8Array): Promise<{ codes: string[]; set: RecoverySet }> {
  const salt = Buffer.from(random(16)).toString("base64");
  const plain = Array.from({ length: COUNT }, () => new Secret({ buffer: new Uint8Array(random(CODE_BYTES)).buffer }).base32);
  const hashes = await Promise.all(plain.map((code) => hashOf(code, salt)));
  return { codes: plain.map((code) => code.match(/.{4}/g)?.join("-") ?? code), set: { salt, hashes } };
}

/** The kept hash that a code answers to; undefined when it answers to none. */
export async function findRecoveryCode(set: RecoverySet, code: string): Promise<string | undefined> {
  const plain = code.toUpperCase().replaceAll(/[^A-Z2-7]/g, "");
  const given = Buffer.from(await hashOf(plain, set.salt), "base64");
  return set.hashes.find((hash) => timingSafeEqual(Buffer.from(hash, "base64"), given));
}

const hashOf = (code: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(code, Buffer.from(salt, "base64"), HASH_BYTES, (error, key) =>
      error === null ? resolve(key.toString("base64")) : reject(error),
    );
  });
