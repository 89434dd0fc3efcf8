import { X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { connect, createServer } from "node:tls";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCertificate } from "./tls.ts";

const DAY_MS = 86_400_000;
const machine = ["box.example.com", "192.168.1.5"];
const now = Date.now();
let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-tls-"));
});
afterEach(() => rmSync(data, { recursive: true }));

const self = (at = now, names = machine) => loadCertificate({ kind: "self" }, data, names, at);
const file = (name: string) => path.join(data, "tls", name);

describe("the self-made certificate", () => {
  test("is P-256, names this machine, and a client that trusts it connects", async () => {
    const made = await self();
    const found = new X509Certificate(made?.cert ?? "");
    expect(found.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: "prime256v1" });
    for (const name of ["box.example.com", "localhost"]) expect(found.checkHost(name)).toBe(name);
    for (const address of ["192.168.1.5", "127.0.0.1", "::1"]) expect(found.checkIP(address)).toBeDefined();
    const server = createServer({ cert: made?.cert, key: made?.key }, (socket) => socket.end("hello"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const heard = await new Promise<string>((resolve, reject) => {
      const client = connect({ port, host: "127.0.0.1", ca: made?.cert });
      client.once("data", (bytes) => resolve(bytes.toString()));
      client.once("error", reject);
    });
    server.close();
    expect(heard).toBe("hello");
  });

  test("is kept, its key for this user alone", async () => {
    const first = await self();
    expect(await self(now + 300 * DAY_MS)).toEqual(first);
    expect(statSync(file("key.pem")).mode & 0o777).toBe(0o600);
    expect(readFileSync(file("cert.pem"), "utf8")).toBe(first?.cert);
  });

  test("is made anew within its last 30 days, when the machine has another name, and when it is damaged", async () => {
    const first = await self();
    const later = await self(now + 370 * DAY_MS);
    expect(later).not.toEqual(first);
    const renamed = await self(now + 370 * DAY_MS, ["other.example.com"]);
    expect(renamed).not.toEqual(later);
    truncateSync(file("key.pem"), 30);
    expect(await self(now + 370 * DAY_MS, ["other.example.com"])).not.toEqual(renamed);
  });
});

describe("the operator's certificate", () => {
  const given = () => loadCertificate({ kind: "files", cert: file("cert.pem"), key: file("key.pem") }, data, machine, now);

  test("is used as it is", async () => {
    const made = await self();
    expect(await given()).toEqual(made);
  });

  test("is refused in one line when it cannot be read, is no pair, or has expired", async () => {
    await expect(given()).rejects.toThrow(/VIGIA_TLS_CERT is ".*cert\.pem", which cannot be read/);
    await self(now - 500 * DAY_MS);
    await expect(given()).rejects.toThrow(/has expired\. Renew it/);
    chmodSync(file("key.pem"), 0o600);
    writeFileSync(file("key.pem"), "no key");
    await expect(given()).rejects.toThrow(/cannot be used/);
  });
});

test("without TLS there is none", async () => {
  expect(await loadCertificate({ kind: "none" }, data, machine, now)).toBeUndefined();
});
