import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { until } from "../../test/until.ts";
import { createLog } from "../log.ts";
import { startGeneration } from "./generation.ts";

let db: TestDatabase;
let data: string;
const log = createLog("silent");
const file = () => path.join(data, "keys/generation.json");
const start = (intervalMs = 60_000) => startGeneration({ database: db.database, dataDir: data, log, intervalMs });
const read = () => JSON.parse(readFileSync(file(), "utf8")) as { generation: number; ticks: number };
const set = (generation: number, ticks: number) =>
  db.database.global((tx) => tx.installation.update({ where: { id: 1 }, data: { generation, ticks } }));

beforeAll(async () => {
  db = await startTestDatabase();
});
beforeEach(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-generation-"));
  await set(1, 0);
  return () => rmSync(data, { recursive: true });
});
afterAll(() => db.close());

async function startedValue(): Promise<number> {
  const generation = await start();
  await generation.stop();
  return generation.value;
}

test("counts in the database and then in the file", async () => {
  const generation = await start(5);
  await until(() => expect(read().ticks).toBeGreaterThan(2));
  await generation.stop();
  const row = await db.database.global((tx) => tx.installation.findUniqueOrThrow({ where: { id: 1 } }));
  expect(Number(row.ticks)).toBe(read().ticks);
  expect(generation.value).toBe(1);
});

test("an ordinary restart keeps the generation", async () => {
  await set(3, 100);
  expect(await startedValue()).toBe(3);
  expect(await startedValue()).toBe(3);
});

test("a database from the past raises the generation once, in both places", async () => {
  await set(2, 500);
  expect(await startedValue()).toBe(2);
  await set(1, 380);
  expect(await startedValue()).toBe(3);
  expect(read()).toEqual({ generation: 3, ticks: 500 });
  expect(await startedValue()).toBe(3);
});

test("a key folder from the past, or none, changes nothing", async () => {
  await set(4, 500);
  await startedValue();
  writeFileSync(file(), JSON.stringify({ generation: 4, ticks: 20 }));
  expect(await startedValue()).toBe(4);
  rmSync(file());
  expect(await startedValue()).toBe(4);
});

test("a damaged file counts as a restore", async () => {
  await startedValue();
  writeFileSync(file(), "{");
  expect(await startedValue()).toBe(2);
});
