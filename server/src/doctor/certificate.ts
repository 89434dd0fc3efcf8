// The certificate that this server shows: its time, names, chain and key.
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { isIP } from "node:net";
import path from "node:path";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "certificate";
const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
const SMALLEST_RSA_BITS = 2_048;

export interface Shown {
  /** The server's own first, each with the one that signed it after it. */
  readonly chain: readonly X509Certificate[];
  readonly key: KeyObject;
  /** Permission bits of the key's file; undefined where there are none. */
  readonly keyMode: number | undefined;
  readonly keyFile: string;
  /** The name or address people type; undefined: nobody said. */
  readonly name: string | undefined;
  /** Made and renewed by the server itself. */
  readonly selfMade: boolean;
}

/** @param now milliseconds since 1970 */
function judgeCertificate({ chain, key, keyMode, keyFile, name, selfMade }: Shown, now: number): Finding[] {
  const [own] = chain;
  if (own === undefined) return [fault(CHECK, "the file holds no certificate", "Put the PEM certificate there, its chain after it.")];
  return [
    judgeTime(own, now),
    judgeName(own, name),
    ...(selfMade ? [] : [judgeChain(chain)]),
    judgeKey(own, key),
    ...(keyMode !== undefined && (keyMode & 0o077) !== 0
      ? [fault(CHECK, `the key ${keyFile} is open to other users (mode ${keyMode.toString(8)})`, `Close it: chmod 600 ${keyFile}`)]
      : []),
  ];
}

function judgeTime(own: X509Certificate, now: number): Finding {
  const days = Math.floor((Date.parse(own.validTo) - now) / DAY_MS);
  if (Date.parse(own.validFrom) > now)
    return fault(CHECK, `not valid before ${own.validFrom}`, "Set the clock right, or take a certificate that is valid already.");
  if (Date.parse(own.validTo) < now) return fault(CHECK, `expired on ${own.validTo}`, "Renew it and restart the server.");
  if (days < SOON_DAYS) return warning(CHECK, `expires in ${days} days`, "Renew it and restart the server; find why nothing renewed it.");
  return ok(CHECK, `valid for ${days} days`);
}

function judgeName(own: X509Certificate, name: string | undefined): Finding {
  const names = own.subjectAltName ?? "nothing";
  if (name === undefined) return ok(CHECK, `made for ${names}`);
  const fits = isIP(name) === 0 ? own.checkHost(name) : own.checkIP(name);
  if (fits !== undefined) return ok(CHECK, `made for ${name}`);
  return fault(CHECK, `made for ${names}, not for ${name}`, `Get one that names ${name}, or correct VIGIA_PUBLIC_URL.`);
}

function judgeChain(chain: readonly X509Certificate[]): Finding {
  const cure = "Put the server's certificate first into the file, then each one that signed the one before it.";
  for (const [index, one] of chain.entries()) {
    const next = chain[index + 1];
    if (next !== undefined && (!one.checkIssued(next) || !one.verify(next.publicKey)))
      return fault(CHECK, `certificate ${index + 2} of the file did not sign certificate ${index + 1}`, cure);
  }
  const own = chain[0];
  if (chain.length > 1 || own === undefined) return ok(CHECK, `${chain.length} certificates in a chain`);
  if (own.subject === own.issuer)
    return warning(CHECK, "signed by itself", "Give agents the file (--ca), or take one from an authority that browsers know.");
  return warning(CHECK, "the file holds no certificate of the authority between it and the root", cure);
}

function judgeKey(own: X509Certificate, key: KeyObject): Finding {
  if (!own.checkPrivateKey(key)) return fault(CHECK, "the key is another certificate's", "Put certificate and key of the same pair there.");
  const bits = key.asymmetricKeyDetails?.modulusLength;
  const kind = key.asymmetricKeyDetails?.namedCurve ?? `${key.asymmetricKeyType ?? ""} ${bits ?? ""}`.trim();
  if (key.asymmetricKeyType === "rsa" && (bits ?? 0) < SMALLEST_RSA_BITS)
    return fault(CHECK, `its key is ${kind}, which can be broken`, "Get one with a P-256 key.");
  if (key.asymmetricKeyType === "rsa")
    return warning(CHECK, `its key is ${kind}: each connection costs several times as much as with P-256`, "Renew it with a P-256 key.");
  return ok(CHECK, `its key is ${kind}`);
}

export const certificateCheck: Check = {
  name: CHECK,
  async run({ config, clock }) {
    if (config.tls.kind === "none") return [ok(CHECK, "none: this server speaks no TLS itself")];
    const folder = path.join(config.dataDir, "tls");
    const selfMade = config.tls.kind === "self";
    const files = config.tls.kind === "files" ? config.tls : { cert: path.join(folder, "cert.pem"), key: path.join(folder, "key.pem") };
    try {
      const [cert, key, found] = [await readFile(files.cert, "utf8"), await readFile(files.key), await stat(files.key)];
      const parts = cert.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
      const keyMode = process.platform === "win32" ? undefined : found.mode & 0o777;
      const chain = parts.map((part) => new X509Certificate(part));
      const name = config.publicUrl === undefined ? undefined : new URL(config.publicUrl).hostname.replace(/^\[(.*)\]$/, "$1");
      return judgeCertificate({ chain, key: createPrivateKey(key), keyMode, keyFile: files.key, name, selfMade }, clock.now());
    } catch (error) {
      if (selfMade && (error as NodeJS.ErrnoException).code === "ENOENT") return [ok(CHECK, "the server makes one when it starts")];
      const cure = "Let VIGIA_TLS_CERT and VIGIA_TLS_KEY name a PEM certificate and its key that the server's user may read.";
      return [fault(CHECK, `certificate or key cannot be read: ${(error as Error).message}`, cure)];
    }
  },
};
