import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { TestClock } from "../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../test/database.ts";
import { makeOrganization } from "../../test/factories.ts";
import { until } from "../../test/until.ts";
import type { Database } from "../database/index.ts";
import type { DomainEvent } from "../events.ts";
import { createLog } from "../log.ts";
import { createOutbox, type Outbox, publish, waking } from "./index.ts";

let db: TestDatabase;
let clock: TestClock;
let outbox: Outbox;
/** As modules get it: a commit wakes the outbox. */
let database: Database;
let organization: string;
const log = createLog("silent");

beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  clock = new TestClock();
  outbox = createOutbox({ database: db.database, clock, log });
  database = waking(db.database, outbox.wake);
  organization = (await makeOrganization(db.database)).id;
  return () => outbox.stop();
});

const changed = (over: Database, organizationId: string, clientId: string) =>
  over.withTenant(organizationId, (tx) => publish(tx, organizationId, "client.changed", { clientId }));
const clientOf = (event: DomainEvent) => (event.payload as { clientId: string }).clientId;
const waiting = (organizationId: string) =>
  db.database.withTenant(organizationId, (tx) => tx.outboxEvent.count({ where: { publishedAt: null } }));

describe("an event", () => {
  test("is told once its transaction is committed, without a sweep", async () => {
    const heard: DomainEvent[] = [];
    outbox.subscribe("client.changed", (event) => void heard.push(event));
    await changed(database, organization, "a");
    await until(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ organizationId: organization, name: "client.changed", payload: { clientId: "a" } });
    await until(async () => expect(await waiting(organization)).toBe(0));
  });

  test("of a transaction that rolls back is never told", async () => {
    const heard: string[] = [];
    outbox.subscribe("*", (event) => void heard.push(clientOf(event)));
    const failing = database.withTenant(organization, async (tx) => {
      await publish(tx, organization, "client.changed", { clientId: "lost" });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    await changed(database, organization, "kept");
    await until(() => expect(heard).toEqual(["kept"]));
    await outbox.sweep();
    expect(heard).toEqual(["kept"]);
  });

  test("whose server died between commit and telling is told by the next one, in order", async () => {
    for (const id of ["a", "b", "c"]) await changed(db.database, organization, id);
    const heard: string[] = [];
    const next = createOutbox({ database: db.database, clock, log });
    next.subscribe("*", (event) => void heard.push(clientOf(event)));
    await next.sweep();
    expect(heard).toEqual(["a", "b", "c"]);
    await next.sweep();
    expect(heard).toEqual(["a", "b", "c"]);
    await next.stop();
  });

  test("whose server died while it was told is told again", async () => {
    await changed(db.database, organization, "a");
    const heard: string[] = [];
    const dying = createOutbox({ database: db.database, clock, log });
    dying.subscribe("*", (event) => {
      heard.push(clientOf(event));
      throw new Error("killed before it could say that it was told");
    });
    await dying.sweep();
    await dying.stop();
    outbox.subscribe("*", (event) => void heard.push(clientOf(event)));
    await outbox.sweep();
    expect(heard).toEqual(["a", "a"]);
  });

  test("reaches the handlers of its own name and those of all", async () => {
    const heard: string[] = [];
    outbox.subscribe("client.changed", () => void heard.push("own"));
    outbox.subscribe("site.changed", () => void heard.push("other"));
    outbox.subscribe("*", () => void heard.push("all"));
    await changed(db.database, organization, "a");
    await outbox.sweep();
    expect(heard).toEqual(["own", "all"]);
  });

  test("among hundreds keeps its place", async () => {
    const ids = Array.from({ length: 230 }, (_, index) => String(index));
    await db.database.withTenant(organization, async (tx) => {
      for (const clientId of ids) await publish(tx, organization, "client.changed", { clientId });
    });
    const heard: string[] = [];
    outbox.subscribe("*", (event) => void heard.push(clientOf(event)));
    await outbox.sweep();
    expect(heard).toEqual(ids);
  });
});

describe("a handler that fails", () => {
  test("is tried again after a growing wait, and holds back what comes behind it", async () => {
    await changed(db.database, organization, "a");
    await changed(db.database, organization, "b");
    const heard: string[] = [];
    let failures = 2;
    outbox.subscribe("*", (event) => {
      heard.push(clientOf(event));
      if (failures-- > 0) throw new Error("not now");
    });
    await outbox.sweep();
    await outbox.sweep();
    expect(heard).toEqual(["a"]);
    clock.advance(1_000);
    await outbox.sweep();
    expect(heard).toEqual(["a", "a"]);
    clock.advance(1_999);
    await outbox.sweep();
    expect(heard).toEqual(["a", "a"]);
    clock.advance(1);
    await outbox.sweep();
    expect(heard).toEqual(["a", "a", "a", "b"]);
    expect(await waiting(organization)).toBe(0);
  });

  test("does not hold up another organization", async () => {
    const other = (await makeOrganization(db.database)).id;
    await changed(db.database, organization, "stuck");
    await changed(db.database, other, "free");
    const heard: string[] = [];
    outbox.subscribe("*", (event) => {
      if (event.organizationId === organization) throw new Error("never");
      heard.push(clientOf(event));
    });
    await outbox.sweep();
    expect(heard).toEqual(["free"]);
    expect(await waiting(organization)).toBe(1);
  });
});

test("what was told is forgotten after a week, what waits is not", async () => {
  outbox.subscribe("client.changed", (event) => {
    if (clientOf(event) === "waits") throw new Error("never");
  });
  await changed(db.database, organization, "told");
  await outbox.sweep();
  await changed(db.database, organization, "waits");
  clock.advance(7 * 24 * 3_600_000 + 1);
  await outbox.sweep();
  const left = await db.database.withTenant(organization, (tx) => tx.outboxEvent.findMany());
  expect(left.map(({ payload }) => payload)).toEqual([{ clientId: "waits" }]);
});
