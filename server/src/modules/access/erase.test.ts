import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeUser } from "../../../test/factories.ts";
import { createPasswords } from "../accounts/index.ts";
import { verifyChain } from "../audit/index.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;
let passwordHash: string;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  passwordHash = await createPasswords().hash(PASSWORD);
});
afterAll(() => server.close());

const erase = (id: string) => ana.call("POST", `/api/v1/users/${id}/erase`);
interface Entry {
  action: string;
  erased: boolean;
  actor: { id: string; name: string };
}
const entriesOf = async (id: string) => (await ana.get<{ items: Entry[] }>(`/api/v1/audit?limit=100&actorId=${id}`)).body.items;

test("an erased person is nowhere by name, their key is gone, and the chain of the log still holds", async () => {
  const { id, email, name } = await makeUser(server.db.database, organizationId, { group: "technician", passwordHash });
  const browser = server.browser();
  browser.address = "203.0.113.77";
  await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
  await browser.ok("POST", "/api/v1/clients", { name: "Authored" });
  expect(JSON.stringify(await entriesOf(id))).toContain("203.0.113.77");

  expect((await erase(id)).status).toBe(204);
  expect((await browser.get("/api/v1/session")).status).toBe(401);
  expect((await server.browser().call("POST", "/api/v1/session", { email, password: PASSWORD })).status).toBe(401);
  const entries = await entriesOf(id);
  expect(entries).toContainEqual(
    expect.objectContaining({ action: "client.created", erased: true, actor: { kind: "user", id, name: "Erased person" } }),
  );
  const everything = JSON.stringify([
    await entriesOf(id),
    (await ana.get("/api/v1/audit?limit=100")).body,
    (await ana.get("/api/v1/users")).body,
  ]);
  for (const trace of [name, email, "203.0.113.77"]) expect(everything).not.toContain(trace);
  expect((await ana.get<{ items: Entry[] }>(`/api/v1/audit?action=user.erased&subjectId=${id}`)).body.items).toHaveLength(1);
  expect((await verifyChain(server.db.database, organizationId, new Map())).broken).toBeUndefined();
});

test("somebody who left before can be erased; oneself, a stranger and a person of several organizations cannot", async () => {
  const left = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
  await ana.ok("DELETE", `/api/v1/users/${left.id}`);
  expect((await erase(left.id)).status).toBe(204);

  const { user } = (await ana.get("/api/v1/session")).body;
  expect(await erase(user.id)).toMatchObject({ status: 409, body: { details: { reason: "same_person" } } });
  const { organizationId: other } = await server.neighbour();
  const stranger = await makeUser(server.db.database, other, { passwordHash });
  expect((await erase(stranger.id)).status).toBe(404);

  // Also one who left the other organization: its log speaks of them still.
  const shared = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
  await server.db.database.withTenant(other, (tx) =>
    tx.membership.create({ data: { id: crypto.randomUUID(), organizationId: other, userId: shared.id, deletedAt: new Date() } }),
  );
  expect(await erase(shared.id)).toMatchObject({ status: 409, body: { details: { reason: "several_organizations" } } });
  expect((await ana.get(`/api/v1/users/${shared.id}`)).body).toMatchObject({ name: shared.name, email: shared.email });
});
