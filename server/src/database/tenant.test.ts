import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { openDatabase, type Tx } from "./index.ts";

let db: TestDatabase;
const mine = randomUUID();
const foreign = randomUUID();

async function addOrganization(tx: Tx, id: string): Promise<void> {
  await tx.organizationDirectory.create({ data: { id } });
  await tx.organization.create({ data: { id, name: `Organization ${id}` } });
}
const addClient = (tx: Tx, organizationId: string, number: number, id = randomUUID()) =>
  tx.client.create({ data: { id, organizationId, number, name: `Client ${number}` } });

beforeAll(async () => {
  db = await startTestDatabase();
  for (const id of [mine, foreign]) await db.database.withTenant(id, (tx) => addOrganization(tx, id));
  await db.database.withTenant(mine, (tx) => addClient(tx, mine, 1));
});
afterAll(() => db.close());

describe("an organization", () => {
  test("sees its own rows and a foreign one sees none of them", async () => {
    expect(await db.database.withTenant(mine, (tx) => tx.client.count())).toBe(1);
    expect(await db.database.withTenant(foreign, (tx) => tx.client.findMany())).toEqual([]);
  });

  test("cannot change, delete or plant rows of another", async () => {
    const changed = await db.database.withTenant(foreign, (tx) => tx.client.updateMany({ data: { name: "taken" } }));
    const deleted = await db.database.withTenant(foreign, (tx) => tx.client.deleteMany());
    expect([changed.count, deleted.count]).toEqual([0, 0]);
    await expect(db.database.withTenant(foreign, (tx) => addClient(tx, mine, 7))).rejects.toThrow(/row-level security/);
  });

  test("keeps nothing of work that failed", async () => {
    const work = db.database.withTenant(mine, async (tx) => {
      await addClient(tx, mine, 2);
      throw new Error("stop");
    });
    await expect(work).rejects.toThrow("stop");
    expect(await db.database.withTenant(mine, (tx) => tx.client.count())).toBe(1);
  });

  test("must be named by a UUID", async () => {
    await expect(db.database.withTenant("1'; drop table clients; --", (tx) => tx.client.count())).rejects.toThrow(TypeError);
  });
});

describe("without an organization", () => {
  test("tenant tables answer with an error, on a fresh connection and on a used one", async () => {
    const { appConfig, telemetryConfig } = db;
    const one = openDatabase({ app: { ...appConfig, max: 1 }, telemetry: { ...telemetryConfig, max: 1 } });
    try {
      const read = () => one.global((tx) => tx.client.findMany());
      await expect(read()).rejects.toThrow(/vigia\.organization/);
      expect(await one.withTenant(mine, (tx) => tx.client.count())).toBe(1);
      await expect(read()).rejects.toThrow(/invalid input syntax for type uuid/);
    } finally {
      await one.close();
    }
  });

  test("the global tables can be read", async () => {
    expect(await db.database.global((tx) => tx.organizationDirectory.count())).toBe(2);
  });
});
