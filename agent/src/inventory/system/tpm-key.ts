// Who a TPM is, on Windows: its endorsement key, of which only a hash of the public half leaves this file. Windows keeps the key and the
// maker's certificates of it in the registry; where it keeps neither, nothing is said.
import { createHash, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import type { Registry } from "../sources/registry.ts";
import { KEYS } from "../sources/registry-keys.ts";

/**
 * SHA-256 over the RSA endorsement key's public half (PKCS #1, DER), lower-case hexadecimal: what Get-TpmEndorsementKeyInfo calls
 * PublicKeyHash. "" when there is none, when it is in no form that is known, or when certificates name several keys.
 */
export function windowsTpmKey(keys: Registry): string {
  const own = hashOf(() => publicKey(keys.key(KEYS.tpm)?.bytes("EKPub") ?? new Uint8Array()));
  if (own !== "") return own;
  const certified = keys.below(KEYS.tpmCertificates).map((key) => hashOf(() => certifiedKey(key.bytes("Blob"))));
  const [first = "", ...others] = new Set(certified.filter((hash) => hash !== ""));
  return others.length === 0 ? first : "";
}

function hashOf(read: () => KeyObject | undefined): string {
  let key: KeyObject | undefined;
  try {
    key = read();
  } catch {
    // Bytes that are no key: nobody knows who this TPM is.
    return "";
  }
  if (key?.asymmetricKeyType !== "rsa") return "";
  return createHash("sha256")
    .update(key.export({ type: "pkcs1", format: "der" }))
    .digest("hex");
}

/** "RSA1", then the lengths of key (bits), exponent and modulus (bytes), those of two primes, and exponent and modulus themselves. */
const BLOB_MAGIC = "RSA1";
const BLOB_HEAD = 24;

/** BCRYPT_RSAPUBLIC_BLOB, or DER as it is. Throws for anything else. */
function publicKey(bytes: Uint8Array): KeyObject {
  const blob = Buffer.from(bytes);
  if (blob.toString("latin1", 0, 4) !== BLOB_MAGIC) return fromDer(blob);
  const exponentEnd = BLOB_HEAD + blob.readUInt32LE(8);
  const end = exponentEnd + blob.readUInt32LE(12);
  if (end > blob.length) throw new RangeError("the blob is cut off");
  const [e, n] = [blob.subarray(BLOB_HEAD, exponentEnd), blob.subarray(exponentEnd, end)];
  return createPublicKey({ key: { kty: "RSA", e: e.toString("base64url"), n: n.toString("base64url") }, format: "jwk" });
}

function fromDer(key: Buffer): KeyObject {
  try {
    return createPublicKey({ key, format: "der", type: "pkcs1" });
  } catch {
    // The other of the two forms there are.
    return createPublicKey({ key, format: "der", type: "spki" });
  }
}

/** CERT_CERT_PROP_ID: the property that is the certificate. */
const CERTIFICATE = 32;
const PROPERTY_HEAD = 12;

/** The key of a certificate in a store of the registry: properties one after the other, each with its id, a 1 and its length (4 bytes each). */
function certifiedKey(bytes: Uint8Array): KeyObject | undefined {
  const blob = Buffer.from(bytes);
  for (let at = 0; at + PROPERTY_HEAD <= blob.length; ) {
    const start = at + PROPERTY_HEAD;
    const end = start + blob.readUInt32LE(at + 8);
    if (blob.readUInt32LE(at) === CERTIFICATE) return new X509Certificate(blob.subarray(start, end)).publicKey;
    at = end;
  }
  return undefined;
}
