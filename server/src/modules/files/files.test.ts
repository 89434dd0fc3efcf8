import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization } from "../../../test/factories.ts";
import { startS3, type TestS3 } from "../../../test/s3.ts";
import { systemClock } from "../../clock.ts";
import { newId } from "../../ids.ts";
import { createDiskStore } from "./disk-store.ts";
import { createFileRows } from "./files.ts";
import { createFiles } from "./index.ts";
import { createMovedStore } from "./moved-store.ts";
import { createS3Store } from "./s3/index.ts";
import type { FileStore, Finished } from "./store.ts";

let folder: string;
let db: TestDatabase;
let s3: TestS3;
beforeAll(async () => {
  s3 = await startS3();
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-store-"));
  db = await startTestDatabase();
});
afterAll(async () => {
  await db.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

/** What every store must do. */
const STORES: readonly [string, () => FileStore][] = [
  ["disk", () => createDiskStore(path.join(folder, "disk"))],
  ["S3", () => createS3Store({ place: s3.place, clock: systemClock })],
  ["moved", () => createMovedStore(createS3Store({ place: s3.place, clock: systemClock }), createDiskStore(path.join(folder, "before")))],
];

async function draft(content: Buffer): Promise<Finished> {
  const file = path.join(folder, newId());
  await writeFile(file, content);
  return { path: file, size: content.length, hash: createHash("sha256").update(content).digest() };
}

describe.each(STORES)("the %s store", (_name, make) => {
  test("answers what it was given, keeps it once, and forgets it", async () => {
    const [store, organization, content] = [make(), newId(), randomBytes(200_000)];
    for (const _time of [1, 2]) await store.keep(organization, await draft(content));
    const { hash } = await draft(content);
    const kept = await store.open(organization, hash);
    expect(kept === undefined ? undefined : await buffer(kept)).toEqual(content);
    expect(await namesOf(store, organization)).toEqual([hash.toString("hex")]);
    await store.remove(organization, hash);
    await store.remove(organization, hash);
    expect(await namesOf(store, organization)).toEqual([]);
    expect(await store.open(organization, hash)).toBeUndefined();
  });

  test("answers nothing to another organization with the same hash", async () => {
    const [store, organization] = [make(), newId()];
    const file = await draft(randomBytes(10));
    await store.keep(organization, file);
    expect(await store.open(newId(), file.hash)).toBeUndefined();
  });
});

async function namesOf(store: FileStore, organization: string): Promise<string[]> {
  const names = [];
  for await (const { hash } of store.list(organization)) names.push(hash.toString("hex"));
  return names;
}

test("what was kept on disk is still found, and taken away, once an S3 store took over", async () => {
  const before = createDiskStore(path.join(folder, "old"));
  const now = createS3Store({ place: s3.place, clock: systemClock });
  const [moved, organization, content] = [createMovedStore(now, before), newId(), randomBytes(10)];
  const file = await draft(content);
  await before.keep(organization, file);
  const found = await moved.open(organization, file.hash);
  expect(found && (await buffer(found))).toEqual(content);
  await moved.remove(organization, file.hash);
  expect(await moved.open(organization, file.hash)).toBeUndefined();
});

test("a store that is away is told without its address, and what arrived is forgotten", async () => {
  const gone = await startS3();
  await gone.close();
  const root = path.join(folder, "away");
  const store = createS3Store({ place: gone.place, clock: systemClock, waits: [1] });
  const incoming = path.join(root, "incoming");
  const files = createFileRows({ database: db.database, store, incoming, limitsFor: async () => ({ file: 1_000, organization: 1_000 }) });
  const { id } = await makeOrganization(db.database);
  const content = { stream: Readable.from([randomBytes(100)]), declared: undefined };
  const adding = files.take(id, content, (_tx, keep) => keep({ name: "x", createdBy: null, createdAt: new Date() }));
  await expect(adding).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.not.stringContaining("127.0.0.1") });
  await expect(files.open(id, randomBytes(32))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(await readdir(path.join(incoming, id))).toEqual([]);
});

test("an organization has as much room as it was given, and content that is there twice counts once", async () => {
  const { database } = db;
  const { id } = await makeOrganization(database);
  const root = path.join(folder, "rows");
  const files = createFiles({ database, clock: systemClock, folder: root, limitsFor: async () => ({ file: 100, organization: 150 }) });
  const add = (content: Buffer) =>
    files.take(id, { stream: Readable.from([content]), declared: undefined }, (_tx, keep) =>
      keep({ name: "x", createdBy: null, createdAt: new Date() }),
    );
  const [first, second] = [randomBytes(100), randomBytes(60)];
  await add(first);
  await add(first);
  await expect(add(second)).rejects.toMatchObject({ code: "CONFLICT", details: { usedBytes: 100, mostBytes: 150 } });
  await expect(add(randomBytes(101))).rejects.toMatchObject({ code: "INVALID_INPUT", details: { mostBytes: 100 } });
  expect(await readdir(path.join(root, "incoming", id))).toEqual([]);
});
