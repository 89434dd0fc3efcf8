// The certificate to serve with: the operator's own, or a self-made one kept in <data>/tls. Agents trust the server's
// identity key, not this, so that renewing it is nobody's event.
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import path from "node:path";
import { createSecureContext } from "node:tls";
import { generate } from "selfsigned";
import type { TlsConfig } from "./config.ts";
import { makePrivateFolder, readIfThere, writePrivate } from "./files.ts";
import type { MachineNames } from "./origins.ts";
import { StartError } from "./start-error.ts";

/** PEM texts. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 24 * 3_600_000;
const LIFETIME_MS = 397 * DAY_MS;
const RENEW_BEFORE_MS = 30 * DAY_MS;

/**
 * The certificate this configuration asks for, undefined for none. Throws StartError when the files cannot be used.
 * @param now milliseconds since 1970
 */
export async function loadCertificate(
  tls: TlsConfig,
  dataDir: string,
  machine: MachineNames,
  now: number,
): Promise<Certificate | undefined> {
  if (tls.kind === "none") return undefined;
  if (tls.kind === "self") return selfMade(path.join(dataDir, "tls"), machine, now);
  const certificate = { cert: await readPem("VIGIA_TLS_CERT", tls.cert), key: await readPem("VIGIA_TLS_KEY", tls.key) };
  try {
    createSecureContext(certificate);
  } catch (error) {
    throw new StartError(
      `the certificate ${tls.cert} and the key ${tls.key} cannot be used: ${(error as Error).message}`,
      "Give a PEM certificate (with its chain) and its own key",
      {
        cause: error,
      },
    );
  }
  if (Date.parse(new X509Certificate(certificate.cert).validTo) < now) {
    throw new StartError(`the certificate ${tls.cert} has expired`, "Renew it");
  }
  return certificate;
}

async function readPem(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new StartError(`${variable} is "${file}", which cannot be read: ${(error as Error).message}`, "Name a readable PEM file", {
      cause: error,
    });
  }
}

async function selfMade(folder: string, machine: MachineNames, now: number): Promise<Certificate> {
  const files = { cert: path.join(folder, "cert.pem"), key: path.join(folder, "key.pem") };
  const [cert, key] = await Promise.all([readIfThere(files.cert), readIfThere(files.key)]);
  if (cert !== undefined && key !== undefined && fits(cert, key, machine, now)) return { cert: cert.toString(), key: key.toString() };
  const made = await make(machine, now);
  await makePrivateFolder(folder);
  await writePrivate(files.key, made.key);
  await writePrivate(files.cert, made.cert);
  return made;
}

/** Whether a self-made certificate is whole, long enough valid, and names this machine. */
function fits(cert: Buffer, key: Buffer, machine: MachineNames, now: number): boolean {
  try {
    createSecureContext({ cert, key });
    const found = new X509Certificate(cert);
    const named = (name: string) => (isIP(name) === 0 ? found.checkHost(name) : found.checkIP(name)) !== undefined;
    return Date.parse(found.validTo) - now > RENEW_BEFORE_MS && machine.every(named);
  } catch {
    // Cut short or not a pair: a new one is made, which costs nobody anything.
    return false;
  }
}

async function make(machine: MachineNames, now: number): Promise<Certificate> {
  const names = [...new Set([...machine, "localhost", "127.0.0.1", "::1"])];
  const made = await generate([{ name: "commonName", value: machine[0] ?? "localhost" }], {
    keyType: "ec",
    curve: "P-256",
    algorithm: "sha256",
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + LIFETIME_MS),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })) },
    ],
  });
  return { cert: made.cert, key: made.private };
}
