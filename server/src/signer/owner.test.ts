// Real users of the system: runs as root alone, the only one who can become them.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { exportPrivateKey, makeKey } from "@vigia/protocol/handshake";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { childEnvironment } from "../config.ts";
import { newId } from "../ids.ts";
import { createLog } from "../log.ts";
import { createSignerClient } from "./client.ts";
import { findSignerUser, giveToSigner, keepOwner, type SystemUser } from "./owner.ts";
import { findSignerPlace } from "./place.ts";
import { superviseSigner } from "./supervisor.ts";

const isRoot = process.getuid?.() === 0;
const why = isRoot ? "" : " (skipped: only root becomes other users)";
const SIGNER: SystemUser = { uid: 12_001, gid: 12_001 };
const SERVER: SystemUser = { uid: 12_002, gid: 12_002 };
const STRANGER: SystemUser = { uid: 12_003, gid: 12_003 };
const who = { userId: newId(), organizationId: newId() };
let data: string;

beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-owner-"));
  chmodSync(data, 0o711);
  mkdirSync(path.join(data, "signer"), { mode: 0o700 });
  writeFileSync(path.join(data, "signer/signer.pem"), exportPrivateKey(makeKey()), { mode: 0o600 });
});
afterEach(() => rmSync(data, { recursive: true }));

const PROBE = `
  const fs = require("node:fs"), [job, file] = process.argv.slice(1);
  const end = (word) => { process.stdout.write(word); process.exit(0); };
  try {
    if (job === "read") fs.readFileSync(file);
    if (job === "write") fs.appendFileSync(file, "x");
    if (job === "remove") fs.rmSync(file);
    if (job === "connect") require("node:net").connect(file).on("connect", () => end("done")).on("error", (error) => end(error.code));
    else end("done");
  } catch (error) { end(error.code); }`;
/** What a user gets who tries: "done", or the system's refusal. */
const attempt = (user: SystemUser, job: "read" | "write" | "remove" | "connect", file: string): string =>
  execFileSync(process.execPath, ["-e", PROBE, job, file], { ...user, cwd: "/", env: {}, encoding: "utf8" });

const store = () => ["signer.pem", "journal.key", "journal/000000000001.log"].map((name) => path.join(data, "signer", name));
function expectClosed(user: SystemUser): void {
  for (const file of store()) {
    expect(attempt(user, "read", file)).toBe("EACCES");
    expect(attempt(user, "write", file)).toBe("EACCES");
  }
  expect(attempt(user, "write", path.join(data, "signer/planted"))).toBe("EACCES");
}

describe.skipIf(!isRoot)(`a signer of its own user${why}`, () => {
  test("started by root, keeps its store to itself and answers root alone", async () => {
    const place = await findSignerPlace(data);
    await giveToSigner(place, SIGNER);
    const supervisor = await superviseSigner({
      dataDir: data,
      logLevel: "silent",
      environment: childEnvironment(),
      user: SIGNER,
      log: createLog("silent"),
    });
    const client = createSignerClient(place.socket);
    try {
      expect(await client.ask("factors.state", who)).toMatchObject({ factors: [] });
      expect(statSync(`/proc/${supervisor.pid}`).uid).toBe(SIGNER.uid);
      for (const file of store()) expect([statSync(file).uid, statSync(file).mode & 0o777]).toEqual([SIGNER.uid, 0o600]);
      expectClosed(SERVER);
      expect(attempt(STRANGER, "connect", place.socket)).toBe("EACCES");
    } finally {
      client.close();
      await supervisor.stop();
    }
  });

  test("as a service, lets the server's user ask and nothing else, and nobody else ask", async () => {
    const folder = path.join(data, "run");
    const socket = path.join(folder, "signer.sock");
    mkdirSync(folder);
    chownSync(folder, SIGNER.uid, SERVER.gid);
    chmodSync(folder, 0o2750);
    await giveToSigner(await findSignerPlace(data), SIGNER);
    const main = path.join(import.meta.dirname, "main.ts");
    const service: ChildProcess = spawn(process.execPath, ["--conditions=vigia-source", main], {
      ...SIGNER,
      cwd: "/",
      env: { ...childEnvironment(), VIGIA_DATA: data, VIGIA_SIGNER_SOCKET: socket, VIGIA_LOG_LEVEL: "silent" },
      stdio: "inherit",
    });
    try {
      await vi.waitFor(() => expect(existsSync(socket) && attempt(SERVER, "connect", socket)).toBe("done"), {
        timeout: 30_000,
        interval: 300,
      });
      expectClosed(SERVER);
      expect(attempt(SERVER, "connect", `${socket}.host`)).toBe("EACCES");
      expect(attempt(SERVER, "remove", socket)).toBe("EACCES");
      expect(attempt(STRANGER, "connect", socket)).toBe("EACCES");
    } finally {
      const ended = new Promise((resolve) => service.once("exit", resolve));
      service.kill("SIGTERM");
      await ended;
    }
  });

  test("gets what root wrote for it, and never a file of root's that its user tied there", async () => {
    const folder = path.join(data, "signer");
    const treasure = path.join(data, "treasure");
    writeFileSync(treasure, "root's");
    chownSync(folder, SIGNER.uid, SIGNER.gid);
    symlinkSync(treasure, path.join(folder, "tied"));
    await keepOwner(folder);
    expect(statSync(path.join(folder, "signer.pem")).uid).toBe(SIGNER.uid);
    expect(statSync(treasure).uid).toBe(0);
  });

  test("must be named rightly", () => {
    expect(() => findSignerUser("nobody-has-this-name")).toThrow("there is no such user");
    expect(() => findSignerUser("root")).toThrow("which is root");
    expect(findSignerUser("nobody").uid).toBeGreaterThan(0);
  });
});
