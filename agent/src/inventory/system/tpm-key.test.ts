// The registry's values are made here as Microsoft documents them: BCRYPT_RSAPUBLIC_BLOB, and the properties of a certificate in a store.
import { createHash, X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { parseRegistry } from "../sources/registry.ts";
import { KEYS } from "../sources/registry-keys.ts";
import { windowsTpmKey } from "./tpm-key.ts";

/** An example of a certificate of an RSA key, of no real TPM. */
const CERTIFICATE = new X509Certificate(
  Buffer.from(
    "MIIDEzCCAfugAwIBAgIUdzjaONwK6o8/8aAGB7tOFXwsLGEwDQYJKoZIhvcNAQELBQAwGTEXMBUGA1UEAwwORXhhbXBsZSBUUE0gRUswHhcNMj" +
      "YxMTIyMDkwNzEyWhcNMzYxMTE5MDkwNzEyWjAZMRcwFQYDVQQDDA5FeGFtcGxlIFRQTSBFSzCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoC" +
      "ggEBANYxnYbQFbs8xdDzKoxFJDO9YKkVn4fZdKoGn+TOfDD85cwtQ8E1z0O1sGP2/2+cQ1zSZC84kOvzuelRw/1gPPmvk6E5cwQe2PKZ9O+ZyJ" +
      "uGrgCPJeQEVcG5IlluQN7R6pJXNlyCATUXAJOkVyryhLBMn2mUUrVGDLs75AccZ6IXHV4NcjyVTv9Bbz+MKHyj9KLNSQ26CLNzhccvuBb0L41p" +
      "FDR33+bdzgess+W+R1+2TQ4wvhYLGfrK6QsFQxfkVbxmr8CRNHwipcjwHgBl+zOZw25d1b7/hz7bFV2X79j6Hj694ZaYcv0aLbOIu8VhTnFwRm" +
      "Emra82sFGlAhogksUCAwEAAaNTMFEwHQYDVR0OBBYEFKKnz/yvrSXphxeoi7qpKPuhezgzMB8GA1UdIwQYMBaAFKKnz/yvrSXphxeoi7qpKPuh" +
      "ezgzMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBACOOP7/yv18u2hM2nfNmYAmzxWTLbIFbCtcJwEPK3GYgv7KMSGMX7EzCoz" +
      "gptDKIqV3+OfbsrR19Q6xOWFeUHVrKpIgmj8ULuZvadxjMk/RXYzgAePZ1jb1Fmr0f/bvpG5qRFRJ+qITxZJ6mhvImY+MJZyF6MxrJ1xsDyWiC" +
      "6GExUU1wZlUBou1CQ2j38uquDiBqCVH/hLtaRrDBQj1jzPsvHNiWYinymMJmZsqEUkH3P4h02P/5Nx+N7vH3fN6w7yOuAPBJ3+wmcZE8qoKLEn" +
      "8T4PFAG67+R3c9NrMda4Op1g8+gziOQZpm6m9PFJlxNKG+k8O9JT6ZONbwsgnyPjI=",
    "base64",
  ),
);
const KEY = CERTIFICATE.publicKey;
const HASH = createHash("sha256")
  .update(KEY.export({ type: "pkcs1", format: "der" }))
  .digest("hex");

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
const property = (id: number, content: Uint8Array) => Buffer.concat([number(id), number(1), number(content.length), content]);
/** As stores hold it: its SHA-1 thumbprint (3) before the certificate itself (32). */
const stored = (der: Uint8Array) => Buffer.concat([property(3, Buffer.alloc(20, 7)), property(32, der)]);

function blob(): Buffer {
  const { n = "", e = "" } = KEY.export({ format: "jwk" });
  const [modulus, exponent] = [Buffer.from(n, "base64url"), Buffer.from(e, "base64url")];
  const head = [Buffer.from("RSA1"), number(2048), number(exponent.length), number(modulus.length), number(0), number(0)];
  return Buffer.concat([...head, exponent, modulus]);
}

const whole = (key: string) => key.replace("HKLM", "HKEY_LOCAL_MACHINE");
const value = (name: string, bytes: Uint8Array) => `    ${name}    REG_BINARY    ${Buffer.from(bytes).toString("hex").toUpperCase()}`;
const own = (bytes: Uint8Array) => `${whole(KEYS.tpm)}\n${value("EKPub", bytes)}\n\n`;
const certificates = (...blobs: Uint8Array[]) =>
  blobs.map((bytes, index) => `${whole(KEYS.tpmCertificates)}\\F315D3F896B1${index}\n${value("Blob", bytes)}\n`).join("\n");
const read = (text: string) => windowsTpmKey(parseRegistry(text));

test("one TPM has one hash, however Windows keeps its key", () => {
  for (const bytes of [blob(), KEY.export({ type: "pkcs1", format: "der" }), KEY.export({ type: "spki", format: "der" })])
    expect(read(own(bytes))).toBe(HASH);
  expect(read(certificates(stored(CERTIFICATE.raw), stored(CERTIFICATE.raw)))).toBe(HASH);
  expect(read(own(Buffer.from("no key at all")) + certificates(stored(CERTIFICATE.raw)))).toBe(HASH);
});

test("what is no key, is cut off or lies about its lengths says nothing and breaks nothing", () => {
  const long = Buffer.from(blob());
  long.writeUInt32LE(0xffff_ffff, 8);
  const endless = property(3, Buffer.alloc(0));
  endless.writeUInt32LE(0xffff_ffff, 8);
  const short = blob().subarray(0, 100);
  for (const bytes of [Buffer.alloc(0), Buffer.from("RSA1"), short, long, Buffer.alloc(300)]) expect(read(own(bytes))).toBe("");
  for (const bytes of [endless, Buffer.alloc(5), stored(Buffer.from("none")), stored(CERTIFICATE.raw).subarray(0, 200)])
    expect(read(certificates(bytes))).toBe("");
  expect(read("")).toBe("");
});
