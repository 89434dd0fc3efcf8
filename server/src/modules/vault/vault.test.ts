import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeClient, makeResource } from "../../../test/factories.ts";

const CANARY = "canary-7f3a-correct-horse";
let server: TestServer;
let administrator: Browser;
let organizationId: string;

beforeAll(async () => {
  server = await buildTestServer();
  administrator = await server.administrator();
  organizationId = (await administrator.get("/api/v1/session")).body.organization.id;
});
afterAll(() => server.close());

const add = (browser = administrator, more: object = {}) =>
  browser.ok("POST", "/api/v1/secrets", { name: "Router", username: "root", value: CANARY, ...more });
const reveal = (browser: Browser, id: string) => browser.call("POST", `/api/v1/secrets/${id}/reveal`);
const ifMatch = (version: number) => ({ "if-match": `"${version}"` });
const userId = async (browser: Browser): Promise<string> => (await browser.get("/api/v1/session")).body.user.id;
const entries = async (id: string): Promise<{ action: string; details: object }[]> =>
  (await administrator.get(`/api/v1/audit?subjectKind=secret&subjectId=${id}`)).body.items;

test("a value is given by reveal alone, and each time is in the log before", async () => {
  const created = await add();
  const answers = [
    created,
    (await administrator.get(`/api/v1/secrets/${created.id}`)).body,
    (await administrator.get("/api/v1/secrets")).body,
    (await administrator.get(`/api/v1/secrets/${created.id}/history`)).body,
  ];
  expect(JSON.stringify(answers)).not.toContain(CANARY);
  expect((await reveal(administrator, created.id)).body).toEqual({ value: CANARY });
  expect((await entries(created.id)).map(({ action }) => action)).toEqual(["secret.revealed", "secret.created"]);
});

test("a new value replaces the old one; the history says who and when, the log what else changed", async () => {
  const { id, version } = await add();
  const changed = await administrator.ok(
    "PATCH",
    `/api/v1/secrets/${id}`,
    { value: "second", username: "admin", notes: "n" },
    ifMatch(version),
  );
  expect((await administrator.call("PATCH", `/api/v1/secrets/${id}`, { value: "third" }, ifMatch(version))).status).toBe(412);
  expect((await reveal(administrator, id)).body).toEqual({ value: "second" });
  const { items } = (await administrator.get(`/api/v1/secrets/${id}/history`)).body;
  expect(
    items.map(({ number, current, by }: { number: number; current: boolean; by: { name: string } }) => [number, current, by.name]),
  ).toEqual([
    [2, true, "Ana Admin"],
    [1, false, "Ana Admin"],
  ]);
  const told = (await entries(id)).find(({ action }) => action === "secret.changed")?.details;
  expect(told).toEqual({ changes: { username: { before: "root", after: "admin" } }, notesChanged: true, valueChanged: true });
  const left = await server.db.database.withTenant(organizationId, (tx) =>
    tx.secretValue.count({ where: { secretId: id, NOT: { box: null } } }),
  );
  expect([left, changed.version]).toEqual([1, version + 1]);
});

test("a secret with a list is for the people on it: others do not find it, an administrator may manage but not reveal it", async () => {
  const { id, version } = await add();
  const [chosen, other] = [await server.member("technician"), await server.member("technician")];
  const listed = await administrator.ok("PUT", `/api/v1/secrets/${id}/access`, { userIds: [await userId(chosen)] }, ifMatch(version));
  expect([(await chosen.get(`/api/v1/secrets/${id}`)).status, (await reveal(chosen, id)).body.value]).toEqual([200, CANARY]);
  expect([(await other.get(`/api/v1/secrets/${id}`)).status, (await reveal(other, id)).status]).toEqual([404, 404]);
  expect([(await administrator.get(`/api/v1/secrets/${id}`)).body.revealable, (await reveal(administrator, id)).status]).toEqual([
    false,
    403,
  ]);
  await administrator.ok("PUT", `/api/v1/secrets/${id}/access`, { userIds: [] }, ifMatch(listed.version));
  expect((await reveal(other, id)).status).toBe(200);
  expect((await entries(id)).map(({ action }) => action)).toContain("secret.access_changed");
});

test("a list takes members of the organization only", async () => {
  const { id, version } = await add();
  const stranger = await userId((await server.neighbour()).browser);
  const answer = await administrator.call("PUT", `/api/v1/secrets/${id}/access`, { userIds: [stranger] }, ifMatch(version));
  expect(answer.status).toBe(404);
});

test("a secret lies where its client or its resource stands", async () => {
  const machine = await makeResource(server.db.database, organizationId);
  const elsewhere = await makeClient(server.db.database, organizationId);
  const clerk = await server.member("client_admin", organizationId, [{ kind: "client", id: machine.clientId }]);
  const [wide, ofClient, ofMachine, ofOther] = [
    await add(),
    await add(administrator, { clientId: machine.clientId }),
    await add(administrator, { resourceId: machine.id }),
    await add(administrator, { clientId: elsewhere.id }),
  ];
  const seen = (await clerk.get("/api/v1/secrets")).body.items.map(({ id }: { id: string }) => id);
  expect(new Set(seen)).toEqual(new Set([ofClient.id, ofMachine.id]));
  expect([
    (await reveal(clerk, ofMachine.id)).status,
    (await reveal(clerk, ofOther.id)).status,
    (await reveal(clerk, wide.id)).status,
  ]).toEqual([200, 404, 404]);
  const tries = [{}, { clientId: elsewhere.id }, { clientId: machine.clientId, resourceId: machine.id }];
  const statuses = [];
  for (const place of tries) statuses.push((await clerk.call("POST", "/api/v1/secrets", { name: "x", value: "y", ...place })).status);
  expect(statuses).toEqual([403, 404, 400]);
  const moved = await clerk.call("PATCH", `/api/v1/secrets/${ofClient.id}`, { clientId: elsewhere.id }, ifMatch(ofClient.version));
  expect(moved.status).toBe(404);
  const bound = await clerk.ok("PATCH", `/api/v1/secrets/${ofClient.id}`, { resourceId: machine.id }, ifMatch(ofClient.version));
  expect([bound.client, bound.resource.id]).toEqual([null, machine.id]);
});

test("another organization finds nothing, whatever it tries", async () => {
  const { id, version } = await add();
  const { browser } = await server.neighbour();
  const url = `/api/v1/secrets/${id}`;
  const answers = [
    await browser.get(url),
    await browser.get(`${url}/history`),
    await reveal(browser, id),
    await browser.call("PATCH", url, { value: "theirs" }, ifMatch(version)),
    await browser.call("PUT", `${url}/access`, { userIds: [] }, ifMatch(version)),
    await browser.call("DELETE", url, undefined, ifMatch(version)),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  expect((await browser.get("/api/v1/secrets")).body.total).toBe(0);
  expect((await reveal(administrator, id)).body).toEqual({ value: CANARY });
});

test("a sealed value that was put into another secret's row does not open", async () => {
  const [one, two] = [await add(), await add(administrator, { value: "other" })];
  const superuser = new pg.Client(server.db.ownerConfig);
  await superuser.connect();
  try {
    await superuser.query("update secret_values set box = (select box from secret_values where secret_id = $1) where secret_id = $2", [
      one.id,
      two.id,
    ]);
  } finally {
    await superuser.end();
  }
  expect((await reveal(administrator, two.id)).status).toBe(500);
});

test("a deleted secret is gone with its value", async () => {
  const { id, version } = await add();
  expect((await administrator.call("DELETE", `/api/v1/secrets/${id}`, undefined, ifMatch(version))).status).toBe(204);
  expect([(await administrator.get(`/api/v1/secrets/${id}`)).status, (await reveal(administrator, id)).status]).toEqual([404, 404]);
  expect(
    await server.db.database.withTenant(organizationId, (tx) => tx.secretValue.count({ where: { secretId: id, NOT: { box: null } } })),
  ).toBe(0);
});

test("a dump of the database holds no secret, nor a hash to try passwords against", async () => {
  await administrator.ok("POST", "/api/v1/secrets", { name: "Canary", value: CANARY }, { "idempotency-key": "dump-1" });
  const again = await administrator.ok("POST", "/api/v1/secrets", { name: "Canary", value: CANARY }, { "idempotency-key": "dump-1" });
  expect((await reveal(administrator, again.id)).body.value).toBe(CANARY);
  const text = await everythingStored();
  expect(text.length).toBeGreaterThan(5_000);
  for (const form of [CANARY, Buffer.from(CANARY).toString("hex"), Buffer.from(CANARY).toString("base64").slice(0, 24)])
    expect(text).not.toContain(form);
  const plainHash = createHash("sha256").update(JSON.stringify(["/api/v1/secrets", { name: "Canary", value: CANARY }]));
  expect(text).not.toContain(plainHash.digest("hex"));
});

/** Every row of every table as text, as the superuser sees it. */
async function everythingStored(): Promise<string> {
  const superuser = new pg.Client(server.db.ownerConfig);
  await superuser.connect();
  try {
    const { rows } = await superuser.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'telemetry')",
    );
    let text = "";
    for (const { name } of rows) {
      const found = await superuser.query<{ row: string }>(`select t::text as row from ${name} t`);
      text += found.rows.map(({ row }) => row).join("\n");
    }
    return text;
  } finally {
    await superuser.end();
  }
}

test("no answer of any route has a property that is only ever taken", () => {
  const document = server.app.swagger() as unknown as { paths: object; components: { schemas: Record<string, object> } };
  const found: string[] = [];
  let routes = 0;
  const look = (schema: unknown, at: string, seen: ReadonlySet<string>): void => {
    if (typeof schema !== "object" || schema === null) return;
    if ("writeOnly" in schema) found.push(at);
    for (const [name, inner] of Object.entries(schema)) {
      const target = name === "$ref" && typeof inner === "string" ? (inner.split("/").at(-1) ?? "") : undefined;
      if (target === undefined) look(inner, `${at}/${name}`, seen);
      else if (!seen.has(target)) look(document.components.schemas[target], `${at}/${target}`, new Set([...seen, target]));
    }
  };
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, route] of Object.entries(methods as Record<string, { responses: object }>)) {
      routes += 1;
      look(route.responses, `${method} ${path}`, new Set());
    }
  expect(routes).toBeGreaterThan(30);
  expect(found).toEqual([]);
});
