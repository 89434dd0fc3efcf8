import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { until } from "../../test/until.ts";
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
    await expect(db.database.withTenant(foreign, (tx) => addClient(tx, mine, 7))).rejects.toThrow(/another organization/);
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

test("mixed organizations at once on three connections never see each other's rows", async () => {
  const { appConfig, telemetryConfig } = db;
  const narrow = openDatabase({ app: { ...appConfig, max: 3 }, telemetry: { ...telemetryConfig, max: 1 } });
  const organizations = Array.from({ length: 8 }, () => randomUUID());
  try {
    await Promise.all(
      organizations.map((id) =>
        narrow.withTenant(id, async (tx) => {
          await addOrganization(tx, id);
          await addClient(tx, id, 1);
        }),
      ),
    );
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const id = organizations[index % organizations.length] ?? mine;
        if (index % 5 === 4) {
          await expect(narrow.global((tx) => tx.client.findMany())).rejects.toThrow();
          return [];
        }
        const clients = await narrow.withTenant(id, (tx) => tx.client.findMany());
        return [clients.length === 1 && clients[0]?.organizationId === id];
      }),
    );
    expect(seen.flat()).toEqual(Array.from({ length: 160 }, () => true));
  } finally {
    await narrow.close();
  }
});

describe("a person", () => {
  const person = randomUUID();
  beforeAll(async () => {
    await db.database.global((tx) => tx.user.create({ data: { id: person, email: "ana@example.com", name: "Ana" } }));
    await db.database.withTenant(mine, (tx) => tx.membership.create({ data: { id: randomUUID(), organizationId: mine, userId: person } }));
  });

  test("sees their memberships and the names of those organizations only", async () => {
    const seen = await db.database.withUser(person, async (tx) => ({
      memberships: await tx.membership.findMany(),
      organizations: await tx.organization.findMany(),
    }));
    expect(seen.memberships.map(({ organizationId }) => organizationId)).toEqual([mine]);
    expect(seen.organizations.map(({ id }) => id)).toEqual([mine]);
  });

  test("sees no rows of those organizations, and a stranger sees nothing", async () => {
    await expect(db.database.withUser(person, (tx) => tx.client.findMany())).rejects.toThrow(/vigia\.organization|type uuid/);
    const stranger = await db.database.withUser(randomUUID(), (tx) => tx.organization.findMany());
    expect(stranger).toEqual([]);
  });

  test("is forgotten by the connection afterwards", async () => {
    await expect(db.database.global((tx) => tx.membership.findMany())).rejects.toThrow();
  });
});

test("a database that went away is not ready, and is again when it is back", async () => {
  const lost: Error[] = [];
  const database = openDatabase({ app: { ...db.appConfig, max: 2 }, telemetry: { ...db.telemetryConfig, max: 1 } }, (error) =>
    lost.push(error),
  );
  const owner = new pg.Client(db.ownerConfig);
  await owner.connect();
  try {
    expect(await database.ready()).toBe(true);
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'vigia_app' and datname = current_database()",
    );
    await until(() => expect(lost.length).toBeGreaterThan(0));
    expect(await database.ready()).toBe(true);
  } finally {
    await owner.end();
    await database.close();
  }
  expect(await database.ready()).toBe(false);
});
