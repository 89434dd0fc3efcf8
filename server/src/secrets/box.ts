// One sealed value: AES-256-GCM under one key, bound to the place it was sealed for.
import { createCipheriv, createDecipheriv } from "node:crypto";

const CIPHER = "aes-256-gcm";
/** Bytes. A key seals far fewer than 2^32 values, so random nonces do not meet. */
const NONCE = 12;
const TAG = 16;

export type Random = (bytes: number) => Uint8Array;

/** Answers nonce ‖ tag ‖ ciphertext. `place` is not stored: open() must name the same one. */
export function seal(key: Uint8Array, place: string, plain: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const nonce = random(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The sealed bytes. Throws Error when the key or the place is another, or a bit was changed. */
export function open(key: Uint8Array, place: string, box: Uint8Array): Buffer {
  if (box.length < NONCE + TAG) throw new Error("a sealed value is cut short");
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(place)).setAuthTag(box.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
}
