// What somebody with every right on the database does to the log behind the server's back, and whether the chain tells.
import { createHash, createPublicKey } from "node:crypto";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { makeKey } from "@vigia/protocol/handshake";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makePeople, TestClock } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeOrganization, makeUser } from "../../../test/factories.ts";
import { createLog } from "../../log.ts";
import { entryBytes, firstHash, nextHash } from "./bytes.ts";
import { readLinks } from "./chain-queries.ts";
import { checkpointFile, createAudit, createAuditWatch, createCheckpoints, verifyChain } from "./index.ts";

let db: TestDatabase;
let superuser: pg.Client;
let folder: string;
let organization: string;
const key = makeKey();
const people = makePeople();

beforeAll(async () => {
  db = await startTestDatabase();
  superuser = new pg.Client(db.ownerConfig);
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await db.close();
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-audit-"));
  organization = (await makeOrganization(db.database)).id;
  for (const n of [1, 2, 3, 4, 5, 6]) await record(n);
});
afterEach(() => rmSync(folder, { recursive: true }));

const audit = () => createAudit({ database: db.database, people });
const checkpoints = () => createCheckpoints(checkpointFile(folder), { sign: key, verify: createPublicKey(key) });
const watch = () =>
  createAuditWatch({ database: db.database, clock: new TestClock(), log: createLog("silent"), checkpoints: checkpoints() });
const verify = async () => verifyChain(db.database, organization, (await checkpoints().read()).get(organization) ?? new Map());

function record(n: number, more: object = {}): Promise<string> {
  const entry = { organizationId: organization, actor: { kind: "server" as const }, action: "client.changed", details: { n }, ...more };
  return db.database.withTenant(organization, (tx) => audit().record(tx, entry));
}

/** Runs statements as the superuser with every trigger off. */
async function tamper(...statements: string[]): Promise<void> {
  const tables = ["audit_entries", "audit_chain", "audit_heads"];
  for (const table of tables) await superuser.query(`alter table ${table} disable trigger all`);
  try {
    for (const statement of statements) await superuser.query(statement.replaceAll("ORG", `'${organization}'`));
  } finally {
    for (const table of tables) await superuser.query(`alter table ${table} enable trigger all`);
    await superuser.query(
      "alter table audit_entries enable always trigger audit_link; alter table audit_entries enable always trigger audit_refuse",
    );
    await superuser.query(
      "alter table audit_chain enable always trigger audit_refuse; alter table audit_heads enable always trigger audit_refuse",
    );
  }
}

const entryAt = async (number: number): Promise<string> =>
  (await superuser.query("select entry_id from audit_chain where organization_id = $1 and number = $2", [organization, number])).rows[0]
    .entry_id;

/** Makes the chain consistent again after whatever was done to it, as an attacker who knows how it is made. */
async function rewriteChain(): Promise<void> {
  const rows = await db.database.withTenant(organization, (tx) => readLinks(tx, 0, 1_000));
  let hash = firstHash(organization);
  const statements = rows.map(({ number, fields }) => {
    hash = nextHash(hash, fields ?? []);
    return `update audit_chain set hash = '\\x${hash.toString("hex")}' where organization_id = ORG and number = ${number}`;
  });
  await tamper(
    ...statements,
    `update audit_heads set number = ${rows.length}, hash = '\\x${hash.toString("hex")}' where organization_id = ORG`,
  );
}

test("an untouched log is intact, numbered without gaps", async () => {
  expect(await verify()).toEqual({ entries: 6, broken: undefined });
  const numbers: number[] = [];
  for await (const { number } of audit().all(organization, {})) numbers.push(number);
  expect(numbers).toEqual([6, 5, 4, 3, 2, 1]);
});

test("entries written at the same moment by many get numbers without gaps, and roll-backs leave none", async () => {
  const failing = Array.from({ length: 10 }, (_, n) =>
    db.database.withTenant(organization, async (tx) => {
      await audit().record(tx, { organizationId: organization, actor: { kind: "server" }, action: "x.y", details: { n } });
      throw new Error("rolled back");
    }),
  );
  await Promise.allSettled([...failing, ...Array.from({ length: 40 }, (_, n) => record(100 + n))]);
  expect(await verify()).toEqual({ entries: 46, broken: undefined });
});

test("every text that an entry may hold has the same bytes on both sides", async () => {
  await record(7, {
    details: { text: 'ünïcödé 😀 " \\ \n', number: 1e-7, big: 12345678901234567890n.toString(), nested: { z: 1, a: [null, true] } },
    address: "2001:db8::1",
  });
  await record(8, { actor: { kind: "agent", id: organization }, subject: { kind: "client", id: organization } });
  expect(await verify()).toEqual({ entries: 8, broken: undefined });
  expect(entryBytes(["ü", null, ""]).toString()).toBe("2:ü-0:");
});

test("a row that a superuser edits is named", async () => {
  const id = await entryAt(3);
  await tamper(`update audit_entries set details = '{"n": 33}' where id = '${id}'`);
  expect((await verify()).broken).toEqual({ number: 3, entryId: id, reason: "changed" });
});

test("a row that a superuser deletes is named, with its link or without", async () => {
  const id = await entryAt(3);
  await tamper(`delete from audit_entries where id = '${id}'`);
  expect((await verify()).broken).toEqual({ number: 3, entryId: id, reason: "missing" });
  await tamper(`delete from audit_chain where entry_id = '${id}'`);
  expect((await verify()).broken).toEqual({ number: 3, entryId: undefined, reason: "missing" });
});

test("two rows that a superuser swaps are seen at the first of them", async () => {
  const [two, four] = [await entryAt(2), await entryAt(4)];
  await tamper(
    `update audit_chain set entry_id = '${organization}' where entry_id = '${two}'`,
    `update audit_chain set entry_id = '${two}' where entry_id = '${four}'`,
    `update audit_chain set entry_id = '${four}' where entry_id = '${organization}'`,
  );
  expect((await verify()).broken).toEqual({ number: 2, entryId: four, reason: "changed" });
});

test("an end that a superuser cuts off is seen by the head, and by the checkpoint when the head was cut too", async () => {
  await watch().checkpoint();
  const [five, six] = [await entryAt(5), await entryAt(6)];
  await tamper(
    `delete from audit_chain where organization_id = ORG and number > 4`,
    `delete from audit_entries where id in ('${five}', '${six}')`,
  );
  expect((await verify()).broken).toEqual({ number: 5, entryId: undefined, reason: "cut_short" });
  await rewriteChain();
  expect((await verify()).broken).toEqual({ number: 5, entryId: undefined, reason: "cut_short" });
});

test("a chain that a superuser rewrites consistently differs from the checkpoint", async () => {
  await watch().checkpoint();
  await record(7);
  const id = await entryAt(2);
  await tamper(`update audit_entries set action = 'nothing.happened' where id = '${id}'`);
  await rewriteChain();
  expect((await verifyChain(db.database, organization, new Map())).broken).toBeUndefined();
  expect((await verify()).broken).toEqual({ number: 6, entryId: await entryAt(6), reason: "not_as_signed" });
});

test("an entry that was slipped in past the chain is named", async () => {
  const id = "01900000-0000-7000-8000-000000000001";
  await tamper(`insert into audit_entries (id, organization_id, actor_kind, action) values ('${id}', ORG, 'server', 'x.y')`);
  expect((await verify()).broken).toEqual({ number: 7, entryId: id, reason: "not_in_chain" });
});

test.each(["audit_entries", "audit_chain"])("even the owner is refused a change of %s, in replica mode too", async (table) => {
  for (const mode of ["origin", "replica"]) {
    await superuser.query(`set session_replication_role = ${mode}`);
    for (const statement of [`update ${table} set organization_id = organization_id`, `delete from ${table}`, `truncate ${table} cascade`])
      await expect(superuser.query(statement), statement).rejects.toMatchObject({ code: "42501" });
  }
  await superuser.query("set session_replication_role = origin");
  expect((await verify()).broken).toBeUndefined();
});

test("the application can neither write a link nor move a head", async () => {
  for (const statement of [
    `insert into audit_chain values ('${organization}', 99, '${organization}', sha256(''))`,
    "update audit_heads set number = 0",
    "delete from audit_chain",
  ]) {
    const app = new pg.Client(db.appConfig);
    await app.connect();
    try {
      await app.query("select set_config('vigia.organization', $1, false)", [organization]);
      await expect(app.query(statement), statement).rejects.toMatchObject({ code: "42501" });
    } finally {
      await app.end();
    }
  }
});

test("erasing a person makes what names them unreadable, and the chain stays whole", async () => {
  const person = await makeUser(db.database, organization);
  const details = { email: "eve@example.test", changes: { name: { before: "Eve", after: "Eva" }, locale: { before: null, after: "en" } } };
  await record(7, { actor: { kind: "user", id: person.id }, subject: { kind: "user", id: person.id }, details, address: "192.0.2.7" });
  const { rows } = await superuser.query("select e::text as text from audit_entries e where subject_id = $1", [person.id]);
  expect(rows).toHaveLength(1);
  expect(rows[0].text).not.toMatch(/eve@|Eva|192\.0\.2\.7/);
  const read = async () => {
    for await (const entry of audit().all(organization, {})) return entry;
    return undefined;
  };
  expect(await read()).toMatchObject({ details, address: "192.0.2.7", erased: false });
  await db.database.withTenant(organization, (tx) => audit().erasePerson(tx, person.id));
  expect(await read()).toMatchObject({ details: { changes: { locale: { before: null, after: "en" } } }, address: null, erased: true });
  await record(8, { actor: { kind: "user", id: person.id }, address: "192.0.2.8" });
  expect(await read()).toMatchObject({ actor: { id: person.id }, address: null });
  expect(await verify()).toEqual({ entries: 8, broken: undefined });
});

test("checkpoints are written once for each head and outlive a line cut by a crash", async () => {
  const watching = watch();
  await watching.checkpoint();
  await watching.checkpoint();
  const file = checkpointFile(folder);
  const lines = () =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.includes(organization)).length;
  expect(lines()).toBe(1);
  appendFileSync(file, '{"at":"20');
  await record(7);
  await watch().checkpoint();
  expect([...((await checkpoints().read()).get(organization)?.keys() ?? [])]).toEqual([6, 7]);
});

test("a checkpoint that was changed, or one that is gone from the middle, is named by its line", async () => {
  const file = checkpointFile(folder);
  await watch().checkpoint();
  await record(7);
  await watch().checkpoint();
  const before = readFileSync(file, "utf8");
  const whole = before.split("\n");
  const last = whole.length - 2;
  writeFileSync(file, whole.with(last, (whole[last] ?? "").replace(/"number":\d+/, '"number":99')).join("\n"));
  await expect(checkpoints().read()).rejects.toThrow(new RegExp(`line ${last + 1} of`));
  writeFileSync(file, whole.filter((_, index) => index !== last - 1).join("\n"));
  await expect(checkpoints().read()).rejects.toThrow(/line \d+ of .* is gone/);
});

test("checkpoints go on in the next file when one is full; all are read in order, and one that is gone is named", async () => {
  const small = () => createCheckpoints(checkpointFile(folder), { sign: key, verify: createPublicKey(key) }, 400);
  // A server that runs, and from the fifth on one that was started again.
  let writing = small();
  for (let number = 1; number <= 9; number++) {
    if (number === 5) writing = small();
    await writing.append([{ organizationId: organization, number, hash: "ab" }], new Date());
  }
  const closed = readdirSync(path.join(folder, "audit"));
  expect(closed.length).toBeGreaterThan(3);
  for (const name of closed) expect(statSync(path.join(folder, "audit", name)).size).toBeLessThan(1_200);
  expect([...((await small().read()).get(organization)?.keys() ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const middle = path.join(folder, "audit/checkpoints.000002.jsonl");
  const kept = readFileSync(middle);
  rmSync(middle);
  await expect(small().read()).rejects.toThrow(/checkpoints\.000002\.jsonl is gone/);
  await expect(small().append([{ organizationId: organization, number: 10, hash: "ab" }], new Date())).rejects.toThrow(/is gone/);
  writeFileSync(middle, kept.toString().replace('"number":', '"number":9'));
  await expect(small().read()).rejects.toThrow(/line \d of .*checkpoints\.000002\.jsonl is damaged/);
});

test("the background walk tells each organization its own state", async () => {
  const other = (await makeOrganization(db.database)).id;
  const watching = watch();
  expect(watching.verification(organization).state).toBe("not_checked");
  const id = await entryAt(1);
  await tamper(`update audit_entries set address = '192.0.2.1' where id = '${id}'`);
  await watching.verifyAll();
  expect(watching.verification(organization)).toMatchObject({
    state: "broken",
    entries: 0,
    brokenAt: { number: 1, id, reason: "changed" },
  });
  expect(watching.verification(other)).toMatchObject({ state: "intact", entries: 0, brokenAt: null });
});

test("the chain begins with the organization's own hash", () => {
  expect(firstHash("o")).toEqual(createHash("sha256").update("vigia audit o").digest());
});
