import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { makeClient, makeOrganization } from "../../test/factories.ts";
import { isContention } from "./contention.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

test.each(["raw", "model"] as const)("a deadlock of two transactions is contention (%s)", async (way) => {
  const { id: organizationId } = await makeOrganization(db.database);
  const [one, other] = [await makeClient(db.database, organizationId), await makeClient(db.database, organizationId)];
  let waiting = 0;
  let release = (): void => undefined;
  const both = new Promise<void>((resolve) => {
    release = resolve;
  });
  const take = (first: string, second: string) =>
    db.database.withTenant(organizationId, async (tx) => {
      const change = (id: string) =>
        way === "raw"
          ? tx.$executeRaw`update clients set notes = 'x' where id = ${id}::uuid`
          : tx.client.updateMany({ where: { id }, data: { notes: "x" } });
      await change(first);
      waiting += 1;
      if (waiting === 2) release();
      await both;
      await change(second);
    });
  const ends = await Promise.allSettled([take(one.id, other.id), take(other.id, one.id)]);
  const failed = ends.filter((end) => end.status === "rejected");
  expect(failed.map(({ reason }) => isContention(reason))).toEqual([true]);
});

test("no free connection is contention; a broken rule, a closed transaction and a bug are not", () => {
  const prisma = (code: string, message: string) => Object.assign(new Error(message), { code });
  expect(isContention(prisma("P2028", "Transaction API error: Unable to start a transaction in the given time."))).toBe(true);
  expect(isContention(prisma("P2028", "Transaction already closed"))).toBe(false);
  expect(isContention(prisma("P2002", "Unique constraint failed"))).toBe(false);
  expect(isContention(new TypeError("undefined is not a function"))).toBe(false);
});
