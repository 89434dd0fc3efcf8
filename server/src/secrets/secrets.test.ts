import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { makeOrganization } from "../../test/factories.ts";
import { createLog } from "../log.ts";
import { createEnvelope, createPersonKeys, type Envelope, kekBackup, kekOf, openKek, type Place, rotateKek, Secret } from "./index.ts";
import { kekFiles } from "./kek.ts";

let db: TestDatabase;
let data: string;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-kek-"));
  await db.database.global((tx) => tx.installation.update({ where: { id: 1 }, data: { kekId: null } }));
});
afterEach(() => rmSync(data, { recursive: true }));

const CANARY = "correct-horse-canary";

describe("a secret", () => {
  test("goes into no JSON, no text and no template", () => {
    const secret = new Secret(CANARY);
    expect(secret.reveal()).toBe(CANARY);
    for (const leak of [() => JSON.stringify({ secret }), () => String(secret), () => `${secret}`, () => `x${secret as unknown as string}`])
      expect(leak).toThrow(TypeError);
    expect(inspect({ secret }, { showHidden: true, depth: 9 })).not.toContain(CANARY);
  });

  test("goes into no log line", () => {
    const lines: string[] = [];
    const log = createLog("info", { write: (line: string) => void lines.push(line) });
    log.info({ secret: new Secret(CANARY), deep: { secret: new Secret(CANARY) } }, "something happened");
    expect(lines).toHaveLength(1);
    expect(lines.join("")).not.toContain(CANARY);
  });
});

describe("the envelope", () => {
  const kek = kekOf(randomBytes(32));
  const envelope = createEnvelope({ kek, random: randomBytes });
  const place = (organizationId: string, more: Partial<Place> = {}): Place => ({
    organizationId,
    table: "t",
    row: "r",
    version: 1,
    ...more,
  });
  const sealIn = (of: Envelope, at: Place) => db.database.withTenant(at.organizationId, (tx) => of.seal(tx, at, new Secret(CANARY)));
  const openIn = (of: Envelope, at: Place, box: Uint8Array) =>
    db.database.withTenant(at.organizationId, async (tx) => (await of.open(tx, at, box)).reveal());

  test("opens what it sealed, and only in the place it was sealed for", async () => {
    const [one, other] = [(await makeOrganization(db.database)).id, (await makeOrganization(db.database)).id];
    const box = await sealIn(envelope, place(one));
    expect(Buffer.from(box).toString("latin1")).not.toContain(CANARY);
    expect(await openIn(envelope, place(one), box)).toBe(CANARY);
    for (const wrong of [{ table: "u" }, { row: "s" }, { version: 2 }])
      await expect(openIn(envelope, place(one, wrong), box)).rejects.toThrow(/authenticate/);
    await expect(openIn(envelope, place(other), box)).rejects.toThrow(/no key/);
    await sealIn(envelope, place(other));
    await expect(openIn(envelope, place(other), box)).rejects.toThrow(/authenticate/);
  });

  test("seals the same text differently each time, and notices every changed bit", async () => {
    const { id } = await makeOrganization(db.database);
    const [first, second] = [await sealIn(envelope, place(id)), await sealIn(envelope, place(id))];
    expect(first).not.toEqual(second);
    for (const at of [4, 16, first.length - 1]) {
      const bent = new Uint8Array(first);
      bent[at] = (bent[at] ?? 0) ^ 1;
      await expect(openIn(envelope, place(id), bent)).rejects.toThrow(/authenticate/);
    }
  });

  test("agrees on one key when many need the first one at once", async () => {
    const { id } = await makeOrganization(db.database);
    const boxes = await Promise.all(Array.from({ length: 6 }, () => sealIn(envelope, place(id))));
    for (const box of boxes) expect(await openIn(envelope, place(id), box)).toBe(CANARY);
  });

  test("says nothing to another key-encryption key", async () => {
    const { id } = await makeOrganization(db.database);
    const box = await sealIn(envelope, place(id));
    await expect(openIn(createEnvelope({ kek: kekOf(randomBytes(32)), random: randomBytes }), place(id), box)).rejects.toThrow();
  });
});

describe("the key-encryption key", () => {
  const files = () => kekFiles(data);

  test("is made once, for its user alone, and waits to be copied", async () => {
    const kek = await openKek(db.database, data);
    expect(readFileSync(files().present)).toHaveLength(32);
    expect(statSync(files().present).mode & 0o777).toBe(0o600);
    expect((await openKek(db.database, data)).id).toBe(kek.id);
    const backup = kekBackup(data);
    expect(await backup.pending()).toBe(true);
    expect(Buffer.from(await backup.read())).toEqual(readFileSync(files().present));
    await backup.confirm();
    expect([await backup.pending(), existsSync(files().present)]).toEqual([false, true]);
  });

  test("is refused when it is gone, cut short or another one's", async () => {
    await openKek(db.database, data);
    writeFileSync(files().present, randomBytes(31));
    await expect(openKek(db.database, data)).rejects.toThrow(/damaged/);
    writeFileSync(files().present, randomBytes(32));
    await expect(openKek(db.database, data)).rejects.toThrow(/not the one of this database/);
    rmSync(files().present);
    await expect(openKek(db.database, data)).rejects.toThrow(/cannot be read without it/);
    expect(existsSync(files().present)).toBe(false);
  });

  test("is rotated: the old one opens nothing any more, what was sealed still opens", async () => {
    const old = await openKek(db.database, data);
    const { id } = await makeOrganization(db.database);
    const place = { organizationId: id, table: "t", row: "r", version: 1 };
    const personId = randomUUID();
    const of = (kek: typeof old) => ({
      envelope: createEnvelope({ kek, random: randomBytes }),
      people: createPersonKeys({ kek, random: randomBytes }),
    });
    const { box, sealed } = await db.database.withTenant(id, async (tx) => ({
      box: await of(old).envelope.seal(tx, place, new Secret(CANARY)),
      sealed: (await of(old).people.seal(tx, personId, "p", "Eve")) ?? "",
    }));
    // Earlier tests wrapped theirs under keys of their own.
    for (const { id: other } of await db.database.global((tx) => tx.organizationDirectory.findMany()))
      if (other !== id) await db.database.withTenant(other, (tx) => tx.tenantKey.deleteMany());

    // Cut short after the new key was written: the server refuses to start until the rotation is finished.
    writeFileSync(files().next, randomBytes(32), { mode: 0o600 });
    await expect(openKek(db.database, data)).rejects.toThrow(/secrets rotate/);
    await kekBackup(data).confirm();
    const { kek, wrapped } = await rotateKek(db.database, data);
    expect([wrapped, kek.id === old.id, existsSync(files().next)]).toEqual([2, false, false]);
    expect((await openKek(db.database, data)).id).toBe(kek.id);
    expect(await kekBackup(data).pending()).toBe(true);

    await db.database.withTenant(id, async (tx) => {
      expect((await of(kek).envelope.open(tx, place, box)).reveal()).toBe(CANARY);
      expect(await of(kek).people.open(tx, [{ personId, place: "p", box: sealed }])).toEqual(["Eve"]);
      await expect(of(old).envelope.open(tx, place, box)).rejects.toThrow(/authenticate/);
    });
  });
});
