// Each thing is really broken, and the doctor has to find it.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { exportPrivateKey, makeKey } from "@vigia/protocol/handshake";
import pg from "pg";
import { generate } from "selfsigned";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildTestServer, type TestServer } from "../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { foundAt, patientOf } from "../../test/doctor.ts";
import { startMailSink } from "../../test/mail-sink.ts";
import { startS3 } from "../../test/s3.ts";
import { auditCheck } from "./audit.ts";
import { certificateCheck } from "./certificate.ts";
import { clockCheck } from "./clock.ts";
import { databaseCheck } from "./database.ts";
import { diskCheck } from "./disk.ts";
import { readFigures } from "./figures.ts";
import { filesCheck } from "./files.ts";
import { keysCheck } from "./keys.ts";
import { mailCheck } from "./mail.ts";
import { proxyCheck } from "./proxy.ts";
import { signerCheck } from "./signer.ts";

const DAY_MS = 86_400_000;
const ROOT = process.getuid?.() === 0;
let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), "vigia-doctor-"));
});
afterEach(() => rm(data, { recursive: true, force: true }));
const at = (...parts: string[]) => path.join(data, ...parts);

describe("a certificate", () => {
  async function make(parts: { keySize?: number; days?: number; name?: string } = {}) {
    const { keySize, days = 90, name = "vigia.example" } = parts;
    const made = await generate([{ name: "commonName", value: name }], {
      ...(keySize === undefined ? { keyType: "ec" as const, curve: "P-256" as const } : { keySize }),
      algorithm: "sha256",
      notBeforeDate: new Date(Date.now() - 100 * DAY_MS),
      notAfterDate: new Date(Date.now() + days * DAY_MS + 60_000),
      extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: name }] }],
    });
    return { cert: made.cert, key: made.private };
  }
  async function look(level: "fault" | "warning", cert: string, key: string, mode = 0o600) {
    await writeFile(at("cert.pem"), cert);
    await writeFile(at("key.pem"), key, { mode });
    await chmod(at("key.pem"), mode);
    const environment = {
      VIGIA_DATA: data,
      VIGIA_TLS_CERT: at("cert.pem"),
      VIGIA_TLS_KEY: at("key.pem"),
      VIGIA_PUBLIC_URL: "https://vigia.example",
    };
    return (await foundAt(level, certificateCheck, patientOf(environment))).join("\n");
  }

  test("that is well is no fault", async () => {
    const { cert, key } = await make();
    expect(await look("fault", cert, key)).toBe("");
  });
  test("that expired, or soon does, is told", async () => {
    const [old, ending] = [await make({ days: -1 }), await make({ days: 3 })];
    expect(await look("fault", old.cert, old.key)).toMatch(/expired on .* → Renew it/);
    expect(await look("warning", ending.cert, ending.key)).toMatch(/expires in 3 days/);
  });
  test("of another name is told", async () => {
    const { cert, key } = await make({ name: "other.example" });
    expect(await look("fault", cert, key)).toMatch(/not for vigia\.example → Get one that names vigia\.example/);
  });
  test("with another's key, a weak key or an open key is told", async () => {
    const [one, other] = [await make(), await make()];
    expect(await look("fault", one.cert, other.key)).toMatch(/the key is another certificate's/);
    expect(await look("fault", one.cert, one.key, 0o644)).toMatch(/open to other users \(mode 644\) → Close it: chmod 600/);
    const weak = await make({ keySize: 1_024 });
    expect(await look("fault", weak.cert, weak.key)).toMatch(/rsa 1024, which can be broken → Get one with a P-256 key/);
  });
  test("whose chain does not hold together, or that is none, is told", async () => {
    const [one, other] = [await make(), await make()];
    expect(await look("fault", `${one.cert}\n${other.cert}`, one.key)).toMatch(/certificate 2 of the file did not sign certificate 1/);
    expect(await look("fault", "nothing", one.key)).toMatch(/holds no certificate/);
    expect(await look("fault", one.cert, "nothing")).toMatch(/cannot be read/);
  });
});

describe("keys", () => {
  beforeEach(async () => {
    for (const folder of ["keys", "signer"]) await mkdir(at(folder), { mode: 0o700 });
    for (const file of ["keys/identity.pem", "keys/public.json", "keys/roster.bin", "keys/kek", "signer/signer.pem"])
      await writeFile(at(file), "secret", { mode: 0o600 });
  });
  const look = async (level: "fault" | "warning") => (await foundAt(level, keysCheck, patientOf({ VIGIA_DATA: data }))).join("\n");

  test("that are closed and copied are well", async () => {
    expect([await look("fault"), await look("warning")]).toEqual(["", ""]);
  });
  test("that others can read, folder or file, are told with the command that closes them", async () => {
    await chmod(at("keys/kek"), 0o640);
    await chmod(at("signer"), 0o755);
    expect(await look("fault")).toContain(`chmod 600 ${at("keys/kek")}`);
    expect(await look("fault")).toContain(`chmod 700 ${at("signer")}`);
  });
  test("that are gone are told", async () => {
    await rm(at("keys/identity.pem"));
    expect(await look("fault")).toMatch(/identity\.pem is missing → Put it back/);
  });
  test("that nobody copied or took away are told", async () => {
    await writeFile(at("keys/kek-backup-pending"), "");
    await writeFile(at("recovery-key"), "secret", { mode: 0o600 });
    expect(await look("warning")).toMatch(/recovery key still lies.*\n.*key-encryption key/);
  });
  test.runIf(ROOT)("that belong to somebody else are told", async () => {
    await chown(at("keys/kek"), 65_534, 65_534);
    expect(await look("fault")).toMatch(/belongs to user 65534.* → Give it back: chown 0 /);
  });
});

describe("a disk", () => {
  test("whose folder is not there is told once", async () => {
    const found = await foundAt("fault", diskCheck, patientOf({ VIGIA_DATA: at("nowhere") }));
    expect(found).toEqual([expect.stringMatching(/ENOENT.* → Set VIGIA_DATA to the right folder/)]);
  });
  test.runIf(ROOT && process.platform === "linux")("that is full, and in memory, is told", async () => {
    const small = at("small");
    await mkdir(small);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", small]);
    try {
      await writeFile(path.join(small, "filler"), Buffer.alloc(262_144)).catch(() => undefined);
      const patient = patientOf({ VIGIA_DATA: small });
      expect((await foundAt("fault", diskCheck, patient)).join("\n")).toMatch(/0 MiB of 0 free.*\n.*ENOSPC.* → Free some space/);
      expect((await foundAt("warning", diskCheck, patient)).join("\n")).toMatch(/in memory/);
    } finally {
      execFileSync("umount", [small]);
    }
  });
});

test("a clock before the server's own last mark is told", async () => {
  await mkdir(at("keys"));
  await writeFile(at("keys/generation.json"), "{}");
  const later = new Date(Date.now() + 7_200_000);
  await utimes(at("keys/generation.json"), later, later);
  expect((await foundAt("fault", clockCheck, patientOf({ VIGIA_DATA: data }))).join()).toMatch(/already ran → Set the clock right/);
});

test("a clock that a web server contradicts is told, and one that agrees is not", async () => {
  let ahead = 0;
  const web = http.createServer((_, answer) => {
    answer.sendDate = false;
    answer.setHeader("date", new Date(Date.now() + ahead).toUTCString());
    answer.end();
  });
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  const dateFrom = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`;
  const look = () => foundAt("fault", clockCheck, patientOf({ VIGIA_DATA: data }, { dateFrom }));
  expect(await look()).toEqual([]);
  ahead = 300_000;
  expect(await look()).toEqual([expect.stringMatching(/behind 127\.0\.0\.1.* → Let a time service/)]);
  web.close();
});

describe("an S3-compatible store", () => {
  const settings = (endpoint: string, bucket: string) => ({
    VIGIA_DATA: data,
    VIGIA_FILES: `s3://${bucket}`,
    VIGIA_S3_ENDPOINT: endpoint,
    VIGIA_S3_KEY_ID: "S3RVER",
    VIGIA_S3_SECRET: "S3RVER",
  });

  test("is well when it gives back what it was given, and faulty without its bucket or when it is away", async () => {
    const { place, close } = await startS3();
    const look = (bucket: string) => filesCheck.run(patientOf(settings(place.endpoint, bucket)));
    expect(await look(place.bucket)).toEqual([{ check: "files", level: "ok", said: expect.stringContaining("keeps what it is given") }]);
    expect(await look("nowhere")).toMatchObject([{ level: "fault", said: expect.stringContaining('there is no bucket "nowhere"') }]);
    await close();
    expect(await look(place.bucket)).toMatchObject([{ level: "fault", said: expect.stringContaining("cannot be reached") }]);
  });
});

describe("a mail server", () => {
  const look = async (port: number) => {
    const patient = patientOf({
      VIGIA_DATA: data,
      VIGIA_SMTP_URL: `smtp://ana:secret@127.0.0.1:${port}`,
      VIGIA_MAIL_FROM: "vigia@example.test",
    });
    return (await foundAt("fault", mailCheck, patient)).join();
  };
  test("that lets us in is well, and gets no mail", async () => {
    const sink = await startMailSink({ onAuth: (_auth, _session, callback) => callback(null, { user: "ana" }) });
    expect(await look(sink.port)).toBe("");
    expect(sink.received).toEqual([]);
    await sink.close();
  });
  test("that refuses the password, shows a worthless certificate or is not there has its own cure", async () => {
    const refusing = await startMailSink({ onAuth: (_auth, _session, callback) => callback(new Error("no such password")) });
    expect(await look(refusing.port)).toMatch(/no such password.* → Correct user and password/);
    await refusing.close();
    const untrusted = await startMailSink({ disabledCommands: [] });
    expect(await look(untrusted.port)).toMatch(/certificate.* → Give the mail server a certificate/);
    await untrusted.close();
    expect(await look(untrusted.port)).toMatch(/ECONNREFUSED.* → Correct host and port/);
  });
});

describe("a database of somebody else's", () => {
  let db: TestDatabase;
  let owner: pg.Client;
  let url: string;
  const role = (name: string) => pg.escapeIdentifier(`${db.ownerConfig.database}_${name}`);
  beforeAll(async () => {
    db = await startTestDatabase();
    owner = new pg.Client(db.ownerConfig);
    await owner.connect();
    const { host, user, database } = db.ownerConfig;
    url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(String(host))}`;
    for (const name of ["app", "telemetry"]) await owner.query(`create role ${role(name)} login`);
  });
  afterAll(async () => {
    for (const name of ["app", "telemetry"]) await owner.query(`drop role ${role(name)}`);
    await owner.end();
    await db.close();
  });
  const look = async (environment = { DATABASE_URL: url }, running?: number) =>
    (await foundAt("fault", databaseCheck, patientOf({ VIGIA_DATA: data, ...environment }, { running }))).join("\n");

  test("whose role could step around row-level security is told", async () => {
    expect(await look()).not.toMatch(/row-level security/);
    await owner.query(`alter role ${role("app")} bypassrls`);
    expect(await look()).toMatch(/can step around row-level security → Run: ALTER ROLE .* NOSUPERUSER NOBYPASSRLS/);
    await owner.query(`alter role ${role("app")} nobypassrls`);
  });
  test("that acknowledges before it is safe is told", async () => {
    await owner.query(`alter role ${role("telemetry")} set synchronous_commit = off`);
    expect(await look()).toMatch(/synchronous_commit is off.* → Set synchronous_commit = on/);
    await owner.query(`alter role ${role("telemetry")} reset synchronous_commit`);
    expect(await look()).not.toMatch(/synchronous_commit/);
  });
  test("whose schema is not this version's is told", async () => {
    await owner.query("update _prisma_migrations set checksum = 'x' where migration_name = '0001_first_machine'");
    expect(await look()).toMatch(/0001_first_machine was changed after it was applied → Put the shipped migration\.sql back/);
    await owner.query("delete from _prisma_migrations where migration_name = '0001_first_machine'");
    expect(await look({ DATABASE_URL: url }, process.pid)).toMatch(/0001_first_machine is not applied → Restart the server/);
  });
  test("that is dead, or was never made, is told", async () => {
    expect(await look({ DATABASE_URL: "postgresql://vigia@127.0.0.1:1/vigia" })).toMatch(
      /cannot be reached.* → Start it or correct DATABASE_URL/,
    );
    expect((await foundAt("fault", databaseCheck, patientOf({ VIGIA_DATA: data }))).join()).toMatch(
      /no database in .* yet → Start the server once/,
    );
  });
});

test("a signer that is away is told", async () => {
  const patient = patientOf({ VIGIA_DATA: data, VIGIA_SIGNER_SOCKET: at("no.sock") });
  expect((await foundAt("fault", signerCheck, patient)).join()).toMatch(/does not answer.* → Start the signer's service/);
});

describe("a public address", () => {
  let server: TestServer;
  let own: string;
  let gate: http.Server;
  let gateUrl: string;
  let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
  beforeAll(async () => {
    server = await buildTestServer();
    own = await server.app.listen({ host: "127.0.0.1", port: 0 });
    gate = http.createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
    await once(gate, "listening");
    gateUrl = `http://127.0.0.1:${(gate.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    gate.close();
    await server.close();
  });
  async function look(publicUrl: string, more: Record<string, string> = {}, key = server.keys.identityPublic) {
    await mkdir(at("keys"), { recursive: true });
    await writeFile(at("keys/public.json"), JSON.stringify({ identity: Buffer.from(key).toString("base64") }));
    const askFigures = async () =>
      readFigures((await server.app.inject({ method: "GET", url: "/metrics", remoteAddress: "127.0.0.1" })).body);
    const patient = patientOf(
      { VIGIA_DATA: data, VIGIA_PUBLIC_URL: publicUrl, ...more },
      { running: process.pid, figures: await askFigures(), askFigures },
    );
    return [...(await foundAt("fault", proxyCheck, patient)), ...(await foundAt("warning", proxyCheck, patient))].join("\n");
  }

  test("that leads straight here is well", async () => {
    expect(await look(own)).toBe("");
  });
  test("that leads to another Vigia, to something else or nowhere is told", async () => {
    expect(await look(own, {}, new Uint8Array(32))).toMatch(/another Vigia server answers agents/);
    answer = (_, response) => response.end("hello");
    expect(await look(gateUrl)).toMatch(/answers 200, not this server → Let the proxy pass every path/);
    expect(await look("http://127.0.0.1:1")).toMatch(/cannot be reached/);
  });
  test("whose proxy drops WebSockets and is not trusted is told both", async () => {
    answer = (request, response) => {
      http.get(`${own}${request.url}`, { headers: { "x-forwarded-for": "203.0.113.9" } }, (found) => found.pipe(response));
    };
    const found = await look(gateUrl);
    expect(found).toMatch(/WebSockets do not pass .* → Let the proxy pass WebSocket upgrades/);
    expect(found).toMatch(/not trusted.* → Add the proxy's address to VIGIA_TRUSTED_PROXIES/);
  });
  test("whose proxy says nothing of its clients is told", async () => {
    expect(await look(own, { VIGIA_TRUSTED_PROXIES: "127.0.0.1" })).toMatch(
      /sends no X-Forwarded-For.* → Let the proxy set X-Forwarded-For/,
    );
  });
});

test("checkpoints that somebody changed are told", async () => {
  for (const folder of ["keys", "audit"]) await mkdir(at(folder));
  await writeFile(at("keys/identity.pem"), exportPrivateKey(makeKey()));
  await writeFile(at("audit/checkpoints.jsonl"), '{"forged":true}\n');
  expect((await foundAt("fault", auditCheck, patientOf({ VIGIA_DATA: data }))).join()).toMatch(
    /line 1 of .* is damaged.* → Look who has had access/,
  );
});
