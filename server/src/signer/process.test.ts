import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { exportPrivateKey, makeKey } from "@vigia/protocol/handshake";
import { afterEach, beforeEach, expect, test } from "vitest";
import { until } from "../../test/until.ts";
import { childEnvironment } from "../config.ts";
import { isAlive } from "../database/processes.ts";
import { newId } from "../ids.ts";
import { createLog } from "../log.ts";
import { createSignerClient, type SignerClient } from "./client.ts";
import { findSignerPlace, type SignerPlace } from "./place.ts";
import { type Supervisor, superviseSigner } from "./supervisor.ts";

let data: string;
let place: SignerPlace;
let supervisor: Supervisor;
let client: SignerClient;

beforeEach(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-signer-"));
  mkdirSync(path.join(data, "signer"), { mode: 0o700 });
  writeFileSync(path.join(data, "signer/signer.pem"), exportPrivateKey(makeKey()), { mode: 0o600 });
  place = await findSignerPlace(data);
  supervisor = await superviseSigner({ dataDir: data, logLevel: "silent", environment: childEnvironment(), log: createLog("silent") });
  client = createSignerClient(place.socket);
});
afterEach(async () => {
  client.close();
  await supervisor.stop();
  rmSync(data, { recursive: true });
});

const who = { userId: newId(), organizationId: newId() };

test("answers over a socket that is its owner's alone", async () => {
  expect(await client.ask("factors.state", who)).toMatchObject({ factors: [], requireFactor: "none", fits: true });
  expect(statSync(place.socket).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(place.socket)).mode & 0o777).toBe(0o700);
});

test("killed without warning, it is started again and knows what it knew", async () => {
  await client.ask("policy.set", { organizationId: who.organizationId, requireFactor: "any", by: who.userId });
  const first = supervisor.pid ?? 0;
  process.kill(first, "SIGKILL");
  await until(() => expect(isAlive(first)).toBe(false));
  await until(async () => expect(await client.ask("factors.state", who)).toMatchObject({ requireFactor: "any" }));
  expect(supervisor.pid).not.toBe(first);
});

test("while it is away the client says so", async () => {
  await supervisor.stop();
  await expect(client.ask("factors.state", who)).rejects.toMatchObject({ name: "SignerUnavailable" });
});

test("what only the host may ask is refused on the server's socket and answered on the host's", async () => {
  await expect(client.ask("host.reset", { userId: who.userId })).rejects.toMatchObject({ code: "INVALID" });
  const host = createSignerClient(place.hostSocket);
  expect(await host.ask("host.reset", { userId: who.userId })).toEqual({ removed: 0 });
  host.close();
  expect(readFileSync(path.join(data, "signer/journal/000000000001.log"), "utf8")).toContain('"host.reset"');
});

test("garbage and too large frames end their connection and nothing else", async () => {
  for (const garbage of [Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from([0, 0, 0, 2, 0x7b, 0x7b])]) {
    const socket = connect(place.socket);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => undefined);
    socket.write(garbage);
    await closed;
  }
  await expect(client.ask("factors.state", { userId: "no id" } as never)).rejects.toMatchObject({ code: "INVALID" });
  expect(await client.ask("factors.state", who)).toMatchObject({ factors: [] });
});

test("a configured socket is for the server's group, and the host's beside it for the owner", async () => {
  await supervisor.stop();
  const socket = path.join(data, "shared.sock");
  supervisor = await superviseSigner({
    dataDir: data,
    logLevel: "silent",
    environment: { ...childEnvironment(), VIGIA_SIGNER_SOCKET: socket },
    log: createLog("silent"),
  });
  const shared = createSignerClient(socket);
  expect(await shared.ask("factors.state", who)).toMatchObject({ factors: [] });
  shared.close();
  expect([statSync(socket).mode & 0o777, statSync(`${socket}.host`).mode & 0o777]).toEqual([0o660, 0o600]);
});

test("a path too long for a socket gets a short private folder, the same every time", async () => {
  const long = path.join(data, "x".repeat(60), "y".repeat(60));
  const first = await findSignerPlace(long);
  expect(first.socket.length).toBeLessThanOrEqual(103);
  expect(await findSignerPlace(long)).toEqual(first);
  expect(statSync(path.dirname(first.socket)).mode & 0o777).toBe(0o700);
  rmSync(path.dirname(first.socket), { recursive: true });
});
