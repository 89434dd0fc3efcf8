import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Roster } from "@vigia/protocol";
import { importPrivateKey, rawPublicKey, verifyRoster } from "@vigia/protocol/handshake";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadOrMakeKeys } from "./index.ts";

let data: string;
const now = 1_795_000_000_000;
const file = (name: string) => path.join(data, name);
const load = (configured = false) => loadOrMakeKeys(data, { configured, now });
const mode = (name: string) => (statSync(file(name)).mode & 0o777).toString(8);

beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-keys-"));
});
afterEach(() => rmSync(data, { recursive: true }));

describe("the first start", () => {
  test("makes identity, signer and recovery key and a roster of them signed by the signer", async () => {
    const keys = await load();
    expect(verifyRoster(keys.signerPublic, keys.roster.roster, keys.roster.signature)).toBe(true);
    const roster = Roster.decode(keys.roster.roster);
    expect(roster).toMatchObject({ version: 1, issuedAtMs: now });
    expect(Buffer.from(roster.identityKeys?.[0] ?? [])).toEqual(Buffer.from(keys.identityPublic));
    expect(Buffer.from(roster.recoveryKey ?? [])).toEqual(Buffer.from(keys.recoveryPublic));
    expect(rawPublicKey(keys.identity)).toEqual(keys.identityPublic);
  });

  test("leaves every secret readable by its user alone and nothing half made", async () => {
    await load();
    expect([mode("keys/identity.pem"), mode("signer/signer.pem"), mode("recovery-key")]).toEqual(["600", "600", "600"]);
    expect([mode("keys"), mode("signer")]).toEqual(["700", "700"]);
    expect(existsSync(file("keys-new"))).toBe(false);
  });

  test("cut short while moving the files is finished by the next one, with the same keys", async () => {
    const first = await load();
    mkdirSync(file("keys-new"), { mode: 0o700 });
    renameSync(file("keys/public.json"), file("keys-new/public"));
    renameSync(file("keys/roster.bin"), file("keys-new/roster"));
    expect((await load()).identityPublic).toEqual(first.identityPublic);
  });
});

describe("a later start", () => {
  test("finds the same keys", async () => {
    const first = await load();
    const second = await load(true);
    expect(second.identityPublic).toEqual(first.identityPublic);
    expect(second.roster).toEqual(first.roster);
  });

  test("refuses to make new keys for a server that is set up", async () => {
    await expect(load(true)).rejects.toThrow(/set up but its keys are not in .*Restore/);
    expect(existsSync(file("keys/identity.pem"))).toBe(false);
  });

  test.each(["keys/identity.pem", "keys/public.json", "keys/roster.bin", "signer/signer.pem"])(
    "refuses when %s is missing",
    async (name) => {
      await load();
      rmSync(file(name));
      await expect(load()).rejects.toThrow(new RegExp(`incomplete: .*${name}`));
    },
  );

  test.each(["keys/identity.pem", "keys/public.json", "keys/roster.bin"])("refuses when %s is cut short", async (name) => {
    await load();
    truncateSync(file(name), 40);
    await expect(load()).rejects.toThrow(new RegExp(`${name} is damaged`));
  });

  test("refuses an identity key from another set", async () => {
    await load();
    const mine = readFileSync(file("keys/identity.pem"));
    rmSync(file("keys"), { recursive: true });
    rmSync(file("signer"), { recursive: true });
    await load();
    writeFileSync(file("keys/identity.pem"), mine);
    await expect(load()).rejects.toThrow(/does not belong/);
  });

  test("never reads the signer's private half", async () => {
    await load();
    writeFileSync(file("signer/signer.pem"), "not a key");
    await expect(load()).resolves.toBeDefined();
  });
});

test("the recovery key can be read until it is removed", async () => {
  const { recoveryFile, recoveryPublic } = await load();
  expect(rawPublicKey(importPrivateKey(await recoveryFile.read()))).toEqual(recoveryPublic);
  await recoveryFile.remove();
  expect(await recoveryFile.exists()).toBe(false);
  expect(await (await load(true)).recoveryFile.exists()).toBe(false);
});
