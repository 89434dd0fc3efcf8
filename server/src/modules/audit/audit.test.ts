import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePeople } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization } from "../../../test/factories.ts";
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
