import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization } from "../../../test/factories.ts";
import { newId } from "../../ids.ts";
import { createDiskStore } from "./disk-store.ts";
import { createFiles } from "./index.ts";
import type { FileStore } from "./store.ts";

let folder: string;
let db: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-store-"));
  db = await startTestDatabase();
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

/** What every store must do. */
const STORES: readonly [string, () => FileStore][] = [["disk", () => createDiskStore(path.join(folder, "disk"))]];

describe.each(STORES)("the %s store", (_name, make) => {
  const draft = async (content: Buffer): Promise<{ from: string; hash: Buffer }> => {
    const from = path.join(folder, newId());
    await writeFile(from, content);
    return { from, hash: createHash("sha256").update(content).digest() };
  };

  test("answers what it was given, keeps it once, and forgets it", async () => {
    const [store, organization, content] = [make(), newId(), randomBytes(200_000)];
    for (const _time of [1, 2]) {
      const { from, hash } = await draft(content);
      await store.keep(organization, hash, from);
    }
    const { hash } = await draft(content);
    const kept = await store.open(organization, hash);
    expect(kept === undefined ? undefined : await buffer(kept)).toEqual(content);
    await store.remove(organization, hash);
    await store.remove(organization, hash);
    expect(await store.open(organization, hash)).toBeUndefined();
  });

  test("answers nothing to another organization with the same hash", async () => {
    const [store, organization] = [make(), newId()];
    const { from, hash } = await draft(randomBytes(10));
    await store.keep(organization, hash, from);
    expect(await store.open(newId(), hash)).toBeUndefined();
  });
});

test("an organization has as much room as it was given, and content that is there twice counts once", async () => {
  const { database } = db;
  const { id } = await makeOrganization(database);
  const root = path.join(folder, "rows");
  const files = createFiles({ database, folder: root, limits: { file: 100, organization: 150 } });
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
