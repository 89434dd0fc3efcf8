import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { TestClock } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization, makeResource } from "../../../test/factories.ts";
import { createLog } from "../../log.ts";
import { createPersonKeys, kekOf } from "../../secrets/index.ts";
import { createAudit } from "../audit/index.ts";
import { createDiskStore } from "./disk-store.ts";
import { createFileRows, type Files } from "./files.ts";
import type { FileStore } from "./store.ts";
import { createSweeper, type Sweeper } from "./sweeper.ts";

const DAY_MS = 86_400_000;
let folder: string;
let db: TestDatabase;
let clock: TestClock;
let organizationId: string;
let disk: FileStore;
let files: Files;
let sweeper: Sweeper;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-sweep-"));
  clock = new TestClock();
  organizationId = (await makeOrganization(db.database)).id;
  disk = createDiskStore(path.join(folder, "kept"));
  ({ files, sweeper } = over(disk));
  return () => rm(folder, { recursive: true });
});

function over(store: FileStore) {
  const { database } = db;
  const incoming = path.join(folder, "incoming");
  const rows = createFileRows({ database, store, incoming, limitsFor: async () => ({ file: 1_000, organization: 10_000 }) });
  const audit = createAudit({ database, people: createPersonKeys({ kek: kekOf(randomBytes(32)), random: randomBytes }) });
  const parts = { database, clock, audit, store, files: rows, incoming, log: createLog("silent") };
  return { files: rows, sweeper: createSweeper(parts) };
}

const add = (content: Buffer, keepUntil?: Date, before?: () => void) =>
  files.take(organizationId, { stream: Readable.from([content]), declared: undefined }, async (_tx, keep) => {
    const id = await keep({ name: "x", createdBy: null, createdAt: new Date(clock.now()), ...(keepUntil && { keepUntil }) });
    before?.();
    return id;
  });
async function kept(): Promise<number> {
  let count = 0;
  for await (const _one of disk.list(organizationId)) count++;
  return count;
}
const rows = () => db.database.withTenant(organizationId, (tx) => tx.file.count());
const inADay = () => new Date(clock.now() + DAY_MS);

test("a file goes when its time is over, with what it hung on, and its content when nobody else names it", async () => {
  const [shared, alone] = [randomBytes(10), randomBytes(20)];
  const expiring = await add(shared, inADay());
  await add(shared);
  await add(alone, inADay());
  const { id: resourceId } = await makeResource(db.database, organizationId);
  await db.database.withTenant(organizationId, (tx) =>
    tx.resourceAttachment.create({ data: { organizationId, resourceId, fileId: expiring } }),
  );
  await sweeper.sweep();
  expect([await rows(), await kept()]).toEqual([3, 2]);

  clock.advance(DAY_MS);
  await sweeper.sweep();
  expect([await rows(), await kept(), sweeper.standing().expired]).toEqual([1, 1, 2]);
  const [hanging, told] = await db.database.withTenant(organizationId, async (tx) => [
    await tx.resourceAttachment.count(),
    await tx.auditEntry.findMany({ where: { action: "files.expired" }, select: { details: true } }),
  ]);
  expect([hanging, told]).toEqual([0, [{ details: { count: 2, bytes: 30 } }]]);
});

test("content whose file was never finished goes after a day, and not before", async () => {
  const crash = () => {
    throw new Error("the server ended here");
  };
  await expect(add(randomBytes(10), undefined, crash)).rejects.toThrow("ended here");
  await sweeper.sweep();
  expect([await rows(), await kept()]).toEqual([0, 1]);
  clock.advance(DAY_MS + 60_000);
  await sweeper.sweep();
  expect([await kept(), sweeper.standing().unnamed]).toEqual([0, 1]);
});

test("a crash between a file's end and its content's is made good the next time", async () => {
  const broken = over({ ...disk, remove: () => Promise.reject(new Error("the server ended here")) });
  await add(randomBytes(10), inADay());
  clock.advance(DAY_MS + 60_000);
  await broken.sweeper.sweep();
  expect([await rows(), await kept(), broken.sweeper.standing().sweptAt]).toEqual([0, 1, undefined]);
  await sweeper.sweep();
  expect(await kept()).toBe(0);
});

test("halves of uploads go after a day", async () => {
  const incoming = path.join(folder, "incoming", organizationId);
  await mkdir(incoming, { recursive: true });
  await writeFile(path.join(incoming, "half"), "abc");
  await sweeper.sweep();
  expect(await readdir(incoming)).toEqual(["half"]);
  clock.advance(DAY_MS + 60_000);
  await sweeper.sweep();
  expect([await readdir(incoming), sweeper.standing().halves]).toEqual([[], 1]);
});

test("only one server sweeps at a time", async () => {
  await add(randomBytes(10), inADay());
  clock.advance(DAY_MS + 60_000);
  const other = await db.database.telemetry.connect();
  await other.query("select pg_advisory_lock(7316016)");
  await sweeper.sweep();
  expect(await rows()).toBe(1);
  await other.query("select pg_advisory_unlock(7316016)");
  other.release();
  await sweeper.sweep();
  expect(await rows()).toBe(0);
});
