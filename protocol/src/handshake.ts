// Who signs what when a connection opens (security-and-reliability §3.2). Both sides sign the exact bytes that travelled:
// the challenge frame, the statement before, their own statement, and the role they speak in.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";

export type HandshakeDomain = "vigia/hello/v1" | "vigia/enroll/v1";
type Role = "agent" | "server";

function digest(domain: HandshakeDomain, parts: readonly Uint8Array[], role: Role): Buffer {
  const hash = createHash("sha256").update(`${domain}\0`);
  for (const part of [...parts, Buffer.from(role)]) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    hash.update(length).update(part);
  }
  return hash.digest();
}

/** The agent's proof over the challenge frame and its own statement. 64 bytes. */
export function signAsAgent(key: KeyObject, domain: HandshakeDomain, challengeFrame: Uint8Array, statement: Uint8Array): Uint8Array {
  return sign(null, digest(domain, [challengeFrame, statement], "agent"), key);
}

/** Whether an agent's proof is by this raw public key over exactly these bytes. Never throws. */
export function verifyAgent(
  publicKey: Uint8Array,
  domain: HandshakeDomain,
  challengeFrame: Uint8Array,
  statement: Uint8Array,
  signature: Uint8Array,
): boolean {
  return holds(publicKey, digest(domain, [challengeFrame, statement], "agent"), signature);
}

/** The server's proof over the challenge frame, the agent's statement and its own answer. 64 bytes. */
export function signAsServer(
  key: KeyObject,
  domain: HandshakeDomain,
  challengeFrame: Uint8Array,
  agentStatement: Uint8Array,
  answer: Uint8Array,
): Uint8Array {
  return sign(null, digest(domain, [challengeFrame, agentStatement, answer], "server"), key);
}

/** Whether a server's proof is by this raw public key over exactly these bytes. Never throws. */
export function verifyServer(
  publicKey: Uint8Array,
  domain: HandshakeDomain,
  challengeFrame: Uint8Array,
  agentStatement: Uint8Array,
  answer: Uint8Array,
  signature: Uint8Array,
): boolean {
  return holds(publicKey, digest(domain, [challengeFrame, agentStatement, answer], "server"), signature);
}

const ROSTER_DOMAIN = Buffer.from("vigia/roster/v1\0");

/** The signer's signature over a roster's exact bytes. 64 bytes. */
export function signRoster(key: KeyObject, roster: Uint8Array): Uint8Array {
  return sign(null, Buffer.concat([ROSTER_DOMAIN, roster]), key);
}

/** Whether a roster's exact bytes are signed by this raw public key. Never throws. */
export function verifyRoster(publicKey: Uint8Array, roster: Uint8Array, signature: Uint8Array): boolean {
  return holds(publicKey, Buffer.concat([ROSTER_DOMAIN, roster]), signature);
}

function holds(publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return verify(null, data, importPublicKey(publicKey), signature);
  } catch {
    // A key that is not a point on the curve: no signature holds under it.
    return false;
  }
}

/** A new ed25519 key pair. */
export function makeKey(): KeyObject {
  return generateKeyPairSync("ed25519").privateKey;
}

/** The raw 32 bytes of a key's public half. */
export function rawPublicKey(key: KeyObject): Buffer {
  const half = key.type === "private" ? createPublicKey(key) : key;
  return Buffer.from(String(half.export({ format: "jwk" }).x), "base64url");
}

/** A public key from its raw 32 bytes. Throws when they are not a key. */
export function importPublicKey(raw: Uint8Array): KeyObject {
  return createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(raw).toString("base64url") } });
}

/** A private key as PKCS#8 PEM, for a file that only its owner may read. */
export function exportPrivateKey(key: KeyObject): string {
  return String(key.export({ format: "pem", type: "pkcs8" }));
}

/** A private key from PKCS#8 PEM. Throws when the text is not one, or not ed25519. */
export function importPrivateKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "ed25519") throw new TypeError(`expected an ed25519 key, found ${key.asymmetricKeyType}`);
  return key;
}

/** How keys are named in frames and logs: SHA-256 of the raw public key. */
export function keyId(publicKey: Uint8Array): Buffer {
  return createHash("sha256").update(publicKey).digest();
}
