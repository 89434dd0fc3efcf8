import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const MAIN = path.resolve(import.meta.dirname, "../main.ts");
const ana = { email: "ana@example.com", password: "tall boats sail east" };
let data: string;
let server: ChildProcess;
let url: string;
let cookie = "";
let csrf = "";
let secret: string;

const environment = () => ({ PATH: process.env["PATH"], VIGIA_DATA: data, VIGIA_PORT: "0", VIGIA_LOG_LEVEL: "silent" });

async function start(): Promise<{ url: string; setupCode?: string }> {
  server = spawn(process.execPath, ["--conditions=vigia-source", MAIN], {
    env: environment(),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    server.once("message", (message) => resolve(message as { url: string }));
    server.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
}
const stop = () =>
  new Promise((resolve) => {
    server.once("exit", resolve);
    server.kill("SIGTERM");
  });
const vigia = (...args: string[]) =>
  execFileSync(process.execPath, ["--conditions=vigia-source", MAIN, ...args], { env: environment(), encoding: "utf8" });

async function call(method: string, route: string, body?: object) {
  const headers: Record<string, string> = { origin: url, cookie, "x-csrf-token": csrf };
  if (body !== undefined) headers["content-type"] = "application/json";
  const response = await fetch(`${url}/api/v1/${route}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
  const text = await response.text();
  const json = (text === "" ? {} : JSON.parse(text)) as Record<string, string> & { details?: object };
  csrf = json["csrfToken"] ?? csrf;
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: json };
}
const signIn = (password = ana.password) => call("POST", "session", { email: ana.email, password });

/** Processes of this data directory's signer, found by its parent. */
const signers = () =>
  execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(
      ([, parent, state, ...args]) => Number(parent) === server.pid && !state?.startsWith("Z") && args.join(" ").includes("signer/main"),
    )
    .map(([pid]) => Number(pid));

beforeAll(async () => {
  const parent = mkdtempSync(path.join(os.tmpdir(), "vigia-operator-"));
  chmodSync(parent, 0o755);
  data = path.join(parent, "data");
  const started = await start();
  url = started.url;
  expect((await call("POST", "setup", { code: started.setupCode, organization: "Acme", name: "Ana", ...ana })).status).toBe(201);
});
afterAll(async () => {
  await stop();
  rmSync(path.dirname(data), { recursive: true });
});

test("while a killed signer cannot come back nobody signs in, sessions and monitoring go on, and then everything is as it was", async () => {
  const begun = await call("POST", "me/factors/totp");
  secret = begun.body["secret"] ?? "";
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  expect((await call("POST", "me/factors/totp/confirm", { code })).status).toBe(200);
  const [first = 0] = signers();
  const key = path.join(data, "signer/signer.pem");
  renameSync(key, `${key}.away`);
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(signers()).not.toContain(first), { timeout: 30_000 });
  expect(await signIn()).toMatchObject({ status: 503, retryAfter: "5", body: { code: "UNAVAILABLE", details: { part: "signer" } } });
  expect((await call("GET", "clients")).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  renameSync(`${key}.away`, key);
  await vi.waitFor(async () => expect((await signIn()).status).toBe(202), { timeout: 30_000, interval: 500 });
  expect(signers()).not.toContain(first);
  expect((await call("GET", "clients")).status).toBe(200);
});

test("the operator resets a lost factor while the server runs; the sessions of that person end", async () => {
  expect(vigia("factor", "reset", "--email", "Ana@example.com")).toContain("1 removed");
  await vi.waitFor(async () => expect((await call("GET", "session")).status).toBe(401), { timeout: 30_000 });
  expect((await signIn()).status).toBe(200);
  const { body } = await call("GET", "audit");
  expect(JSON.stringify(body)).toContain("factor_reset.by_host");
});

test("the operator lets somebody in again who is throttled", async () => {
  for (let guess = 0; guess < 5; guess++) await signIn("wrong");
  expect((await signIn()).status).toBe(429);
  const password = /after signing in: (\S+)/.exec(vigia("account", "unlock", "--email", ana.email, "--new-password"))?.[1];
  await vi.waitFor(async () => expect((await signIn(password)).status).toBe(200), { timeout: 30_000, interval: 300 });
});

test("while the server stands still the commands work too, and an edited journal is told by its line", async () => {
  await stop();
  cpSync(path.join(data, "signer"), path.join(data, "signer.older"), { recursive: true });
  expect(vigia("factor", "reset", "--email", ana.email)).toContain("0 removed");
  expect(vigia("signer", "verify")).toMatch(/^intact, \d+ entries/);
  const journal = path.join(data, "signer/journal/000000000001.log");
  const whole = readFileSync(journal, "utf8");
  writeFileSync(journal, whole.replace('"totp.added"', '"totp.addeD"'));
  expect(() => vigia("signer", "verify")).toThrow(/Command failed/);
  writeFileSync(journal, whole);
  url = (await start()).url;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test("an older copy of the signer's folder signs nobody in until the operator accepts it", async () => {
  await stop();
  rmSync(path.join(data, "signer"), { recursive: true });
  renameSync(path.join(data, "signer.older"), path.join(data, "signer"));
  const verdict = spawnSync(process.execPath, ["--conditions=vigia-source", MAIN, "signer", "verify"], { env: environment() });
  expect([verdict.status, String(verdict.stdout)]).toEqual([
    1,
    expect.stringMatching(/SET BACK: .* ends at entry \d+, but the server heard/),
  ]);
  url = (await start()).url;
  const password = /after signing in: (\S+)/.exec(vigia("account", "unlock", "--email", ana.email, "--new-password"))?.[1];
  expect(await signIn(password)).toMatchObject({ status: 503, body: { details: { part: "signer", reason: "set_back" } } });
  expect(vigia("signer", "accept")).toContain("Accepted");
  // What the operator did while the server stood still ends sessions when its event is told, also one that was opened meanwhile.
  await vi.waitFor(async () => expect((await signIn(password)).status).toBe(200), { timeout: 30_000, interval: 300 });
  expect(vigia("signer", "verify")).toMatch(/^intact/);
});
