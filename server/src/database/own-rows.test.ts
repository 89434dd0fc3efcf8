import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { makeClient, makeOrganization, makeResource, makeUser } from "../../test/factories.ts";
import { turnOffRowSecurity } from "../../test/foreign-ids/row-security.ts";
import { type Bind, ofPerson, ofTenant, openDatabase } from "./index.ts";

let db: TestDatabase;
let mine: string;
let theirs: string;
let theirClient: string;

beforeAll(async () => {
  db = await startTestDatabase();
  mine = (await makeOrganization(db.database)).id;
  theirs = (await makeOrganization(db.database)).id;
  theirClient = (await makeClient(db.database, theirs)).id;
});
afterAll(() => db.close());

describe("with row-level security off", () => {
  beforeAll(() => turnOffRowSecurity(db.ownerConfig));

  test("nothing of another organization is read, in any of the ways there are", async () => {
    const where = { id: theirClient };
    const found = await db.database.withTenant(mine, async (tx) => [
      await tx.client.findMany(),
      await tx.client.findUnique({ where }),
      await tx.client.findFirst({ where: { organizationId: theirs } }),
      await tx.client.findMany({ where: { OR: [where, { organizationId: theirs }] } }),
      await tx.client.findMany({ where: { NOT: { organizationId: mine } } }),
      await tx.client.findMany({ where: { organizationId: theirs, AND: where } }),
      await tx.client.findUnique({ where: { organizationId_id: { organizationId: theirs, id: theirClient } } }),
      await tx.client.count(),
      (await tx.client.aggregate({ _max: { number: true } }))._max.number,
      await tx.client.groupBy({ by: ["organizationId"] }),
      await tx.$queryRaw`select id from clients c where ${ofTenant("c")}`,
      (await tx.organization.findMany()).map(({ id }) => id),
    ]);
    expect(found).toEqual([[], null, null, [], [], [], null, 0, null, [], [], [mine]]);
  });

  test("nothing of it is changed, deleted or planted", async () => {
    const where = { id: theirClient };
    const row = { id: randomUUID(), organizationId: theirs, number: 9, name: "planted" };
    const attempts: ((tx: Parameters<Parameters<typeof db.database.withTenant>[1]>[0]) => Promise<unknown>)[] = [
      (tx) => tx.client.updateMany({ where, data: { name: "taken" } }),
      (tx) => tx.client.deleteMany({ where }),
      (tx) => tx.client.update({ where, data: { name: "taken" } }),
      (tx) => tx.client.delete({ where }),
      (tx) => tx.client.create({ data: row }),
      (tx) => tx.client.createMany({ data: [row] }),
      (tx) => tx.client.upsert({ where, create: row, update: { name: "taken" } }),
      (tx) =>
        tx.numberSequence.upsert({
          where: { organizationId_kind: { organizationId: theirs, kind: "client" } },
          create: { organizationId: theirs, kind: "client", last: 99 },
          update: { last: 99 },
        }),
    ];
    const ends = await Promise.all(
      attempts.map((attempt) =>
        db.database.withTenant(mine, attempt).then(
          (answer) => answer,
          () => "refused",
        ),
      ),
    );
    expect(ends).toEqual([{ count: 0 }, { count: 0 }, ...Array.from({ length: 6 }, () => "refused")]);
    const still = await db.database.withTenant(theirs, async (tx) => [await tx.client.findMany(), await tx.numberSequence.findMany()]);
    expect(still).toMatchObject([[{ id: theirClient, name: expect.not.stringContaining("taken") }], [{ last: 1 }]]);
  });

  test("an upsert of the organization's own row is one statement still, and so is safe beside others", async () => {
    const key = { organizationId: mine, kind: "client" };
    const next = () =>
      db.database.withTenant(mine, (tx) =>
        tx.numberSequence.upsert({
          where: { organizationId_kind: key },
          create: { ...key, last: 1 },
          update: { last: { increment: 1 } },
        }),
      );
    const taken = await Promise.all(Array.from({ length: 8 }, next));
    expect(taken.map(({ last }) => last).toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("a person's transaction finds their memberships alone", async () => {
    const [person, other] = [await makeUser(db.database, mine), await makeUser(db.database, theirs)];
    const found = await db.database.withUser(person.id, async (tx) => [
      (await tx.membership.findMany()).map(({ userId }) => userId),
      await tx.membership.count({ where: { userId: other.id } }),
      await tx.$queryRaw`select m.user_id as id from memberships m where ${ofPerson("m")}`,
    ]);
    expect(found).toEqual([[person.id], 0, [{ id: person.id }]]);
  });
});

test("the planner counts the application's condition and the policy's as one", async () => {
  await makeResource(db.database, mine);
  const bare: Bind = (prisma) => prisma;
  const database = openDatabase({ app: { ...db.appConfig, max: 1 }, telemetry: { ...db.telemetryConfig, max: 1 } }, undefined, bare);
  const owner = new pg.Client(db.ownerConfig);
  await owner.connect();
  try {
    await owner.query("alter table resources enable row level security");
    const plan = await database.withTenant(
      mine,
      (tx) => tx.$queryRaw<Record<string, string>[]>`explain select id from resources r where ${ofTenant("r")}`,
    );
    const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text.match(/vigia\.organization/g)).toHaveLength(1);
  } finally {
    await owner.end();
    await database.close();
  }
});
