import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePeople } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization, makeUser } from "../../../test/factories.ts";
import { keyset } from "../../http/pagination.ts";
import { type Audit, createAudit } from "./index.ts";
import { AUDIT_ID, AUDIT_SORT } from "./queries.ts";

let db: TestDatabase;
let audit: Audit;
beforeAll(async () => {
  db = await startTestDatabase();
  audit = createAudit({ database: db.database, people: makePeople() });
});
afterAll(() => db.close());

const page = (limit = 50, cursor?: string) => keyset(AUDIT_SORT, { limit, cursor, sort: "-at" }, AUDIT_ID);
const record = (organizationId: string, action: string) =>
  db.database.withTenant(organizationId, (tx) =>
    audit.record(tx, { organizationId, actor: { kind: "server" }, action, details: { n: 1 } }),
  );

test("lists an organization's own entries, newest first, page by page", async () => {
  const [own, other] = [await makeOrganization(db.database), await makeOrganization(db.database)];
  const actions = ["one", "two", "three", "four", "five"];
  for (const action of actions) await record(own.id, action);
  await record(other.id, "elsewhere");
  const first = await audit.list(own.id, page(2));
  const second = await audit.list(own.id, page(3, first.nextCursor ?? ""));
  expect([...first.items, ...second.items].map((entry) => entry.action)).toEqual(actions.toReversed());
  expect([first.total, second.total, second.nextCursor]).toEqual([5, 5, null]);
});

test.each(["update audit_entries set action = 'nothing'", "delete from audit_entries", "truncate audit_entries"])(
  "the application may not %s",
  async (statement) => {
    const { id } = await makeOrganization(db.database);
    await record(id, "client.created");
    const client = new pg.Client(db.appConfig);
    await client.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('vigia.organization', $1, true)", [id]);
      await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.end();
    }
    expect((await audit.list(id, page())).items.map((entry) => entry.action)).toEqual(["client.created"]);
  },
);

test("an entry goes with the transaction that it tells of", async () => {
  const { id } = await makeOrganization(db.database);
  const failing = db.database.withTenant(id, async (tx) => {
    await audit.record(tx, { organizationId: id, actor: { kind: "server" }, action: "client.created" });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect((await audit.list(id, page())).total).toBe(0);
});

test("what is said again in another organization's log is said once, with its address, however often its event comes", async () => {
  const [own, other] = [await makeOrganization(db.database), await makeOrganization(db.database)];
  const { id: userId } = await makeUser(db.database, own.id);
  const entry = {
    actor: { kind: "user", id: userId },
    action: "session.opened",
    details: { step: "factor" },
    address: "192.0.2.9",
  } as const;
  const entryId = await db.database.withTenant(own.id, (tx) => audit.record(tx, { organizationId: own.id, ...entry }));
  for (let time = 0; time < 2; time++) await audit.repeat({ organizationId: own.id, entryId }, other.id, { elsewhere: true });
  const { items } = await audit.list(other.id, page());
  expect(items).toMatchObject([{ actor: { id: userId }, action: entry.action, address: entry.address, details: { elsewhere: true } }]);
  expect(items[0]?.details).toEqual({ step: "factor", elsewhere: true });
});
