import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeClient } from "../../../test/factories.ts";
import { csvField } from "./csv.ts";

let server: TestServer;
let administrator: Browser;
let organizationId: string;

beforeAll(async () => {
  server = await buildTestServer();
  administrator = await server.administrator();
  organizationId = (await administrator.get("/api/v1/session")).body.organization.id;
  for (const name of ["=HYPERLINK(1)", 'Quote " and, comma', "Plain"]) await administrator.ok("POST", "/api/v1/clients", { name });
});
afterAll(() => server.close());

interface Item {
  action: string;
  at: string;
  details: Record<string, unknown>;
}
const actions = async (query: string): Promise<string[]> =>
  (await administrator.get(`/api/v1/audit?${query}`)).body.items.map(({ action }: Item) => action);

test("the log is narrowed by who, what, to whom, when and by text", async () => {
  const userId = (await administrator.get("/api/v1/session")).body.user.id;
  expect(await actions("action=client.created")).toHaveLength(3);
  expect(new Set(await actions("action=client."))).toEqual(new Set(["client.created"]));
  expect(await actions(`actorId=${userId}&subjectKind=client`)).toHaveLength(3);
  expect(await actions(`actorId=${organizationId}`)).toEqual([]);
  expect(await actions("q=hyperlink")).toEqual(["client.created"]);
  expect(await actions("q=Ana%20Admin&action=client.created")).toHaveLength(3);
  expect(await actions(`from=${encodeURIComponent("2100-01-01T00:00:00Z")}`)).toEqual([]);
  expect((await actions(`to=${encodeURIComponent("2100-01-01T00:00:00Z")}`)).length).toBeGreaterThan(3);
  const answer = await administrator.get(`/api/v1/audit?action=client.created&limit=2`);
  expect([answer.body.total, answer.body.items.length, typeof answer.body.nextCursor]).toEqual([3, 2, "string"]);
});

test("the export is a CSV that runs nothing in a spreadsheet, and is itself in the log", async () => {
  const answer = await administrator.call("GET", "/api/v1/audit/export.csv?action=client.created");
  expect([answer.status, String(answer.headers["content-type"])]).toEqual([200, "text/csv; charset=utf-8"]);
  const lines = String(answer.body).split("\r\n");
  expect(lines[0]).toBe("number,at,actorKind,actorId,actorName,tokenId,tokenName,action,subjectKind,subjectId,details,address");
  expect([lines.length, lines.at(-1)]).toEqual([5, ""]);
  const [latest] = (await administrator.get("/api/v1/audit?action=audit.exported")).body.items as Item[];
  expect(latest?.details).toEqual({ action: "client.created" });
});

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@a", "'@a"],
  ["\ta", "'\ta"],
  ["\ra", '"\'\ra"'],
  ["\0a", "'\0a"],
  ['a"b,c', '"a""b,c"'],
  ["a\nb", '"a\nb"'],
  ["a;=1+1", "a;'=1+1"],
  ["a\t@b", "a\t'@b"],
  ["a\r\n-1", "\"a\r'\n'-1\""],
  ["a - b = c; d", "a - b = c; d"],
  ["plain", "plain"],
  [-5, "-5"],
  [null, ""],
])("the CSV field of %j is %j", (value, field) => expect(csvField(value)).toBe(field));

test("somebody who reaches a part of the organization does not read the log of all of it", async () => {
  const { id } = await makeClient(server.db.database, organizationId);
  const partial = await server.member("viewer", organizationId, [{ kind: "client", id }]);
  for (const path of ["", "/verification", "/export.csv"]) expect((await partial.get(`/api/v1/audit${path}`)).status, path).toBe(403);
  const whole = await server.member("viewer");
  expect((await whole.get("/api/v1/audit")).status).toBe(200);
});

test("the console is told what the last walk through the chain found", async () => {
  const answer = await administrator.get("/api/v1/audit/verification");
  expect(answer.status).toBe(200);
  expect(["intact", "not_checked"]).toContain(answer.body.state);
});

test("the key-encryption key is copied once, confirmed, and both are in the log", async () => {
  const session = async () => (await administrator.get("/api/v1/session")).body.keyBackupPending;
  expect(await session()).toBe(true);
  expect((await administrator.get("/api/v1/key-backup")).status).toBe(200);
  expect((await administrator.call("DELETE", "/api/v1/key-backup")).status).toBe(204);
  expect([await session(), (await administrator.get("/api/v1/key-backup")).status]).toEqual([false, 404]);
  expect(await actions("action=key_backup.")).toEqual(["key_backup.confirmed", "key_backup.downloaded"]);
  const { browser } = await server.neighbour();
  expect((await browser.get("/api/v1/key-backup")).status).toBe(403);
});

test("text finds what was done by and to somebody, by the name and address they have now", async () => {
  const { user } = await administrator.ok("POST", "/api/v1/users", { name: "Quirina Rare", email: "q.rare@example.test" });
  for (const q of ["quirina", "q.rare@"]) {
    const { items } = (await administrator.get<{ items: (Item & { subjectId: string })[] }>(`/api/v1/audit?q=${q}`)).body;
    expect(items.map(({ action, subjectId }) => ({ action, subjectId }))).toEqual([{ action: "user.created", subjectId: user.id }]);
  }
});
