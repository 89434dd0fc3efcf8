// Users, groups, grants and the explorer over HTTP: what they give, how fast, and what nobody gets past.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeClient, makeGrant, makeResource, makeSite, makeUser } from "../../../test/factories.ts";
import { createPasswords } from "../accounts/index.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;
let passwordHash: string;
interface Group {
  id: string;
  predefined: string | null;
  version: number;
  permissions: string[];
}
let groups: Map<string, Group>;
let everywhere: string;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  passwordHash = await createPasswords().hash(PASSWORD);
  const { items } = (await ana.get<{ items: Group[] }>("/api/v1/permission-groups")).body;
  groups = new Map(items.map((group) => [group.predefined ?? "", group]));
  everywhere = (await ana.get<{ items: Group[] }>("/api/v1/attendant-groups")).body.items[0]?.id ?? "";
});
afterAll(() => server.close());
beforeEach(async () => {
  await ana.stepUp();
});

let serial = 0;
const unique = (word: string) => `${word} ${++serial}`;
const idOf = (predefined: string): string => groups.get(predefined)?.id ?? "";
const person = () => makeUser(server.db.database, organizationId, { group: null, passwordHash });
async function signedIn(email: string): Promise<Browser> {
  const browser = server.browser();
  await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
  return browser;
}
const grant = (userId: string, permissionGroupId: string, attendantGroupId = everywhere, by = ana) =>
  by.call("POST", "/api/v1/grants", { userId, permissionGroupId, attendantGroupId });
const ifMatch = (version: number) => ({ "if-match": `"${version}"` });

describe("a grant", () => {
  test("acts on the very next request, and is gone with the next one when it is taken back", async () => {
    const { id, email } = await person();
    const browser = await signedIn(email);
    expect((await browser.get("/api/v1/resources")).status).toBe(403);
    const { body } = await grant(id, idOf("viewer"));
    expect((await browser.get("/api/v1/resources")).status).toBe(200);
    expect((await browser.get("/api/v1/session")).body).toMatchObject({ groups: ["Viewers"] });
    expect((await ana.call("DELETE", `/api/v1/grants/${body.id}`)).status).toBe(204);
    expect((await browser.get("/api/v1/resources")).status).toBe(403);
  });

  test("at a client shows that client's things and nothing of another one", async () => {
    const { database } = server.db;
    const [mine, other] = [await makeClient(database, organizationId), await makeClient(database, organizationId)];
    const [site, resource] = [
      await makeSite(database, organizationId, mine.id),
      await makeResource(database, organizationId, { clientId: other.id }),
    ];
    const seen = await makeResource(database, organizationId, { clientId: mine.id, siteId: site.id });
    const tess = await server.member("technician", organizationId, [{ kind: "client", id: mine.id }]);
    expect((await tess.get("/api/v1/clients")).body).toMatchObject({ total: 1, items: [{ id: mine.id }] });
    expect((await tess.get("/api/v1/sites")).body).toMatchObject({ total: 1, items: [{ id: site.id }] });
    expect((await tess.get("/api/v1/resources")).body).toMatchObject({ total: 1, items: [{ id: seen.id }] });
    expect((await tess.get("/api/v1/overview")).body).toMatchObject({ clients: 1, sites: 1, resources: { total: 1 } });
    const found = (await tess.get("/api/v1/search?q=")).body.items.map((item: { id: string }) => item.id);
    expect(new Set(found)).toEqual(new Set([mine.id, site.id, seen.id]));
    const range = `from=${Date.now() - 3_600_000}&to=${Date.now()}`;
    for (const path of [`clients/${other.id}`, `sites/${resource.siteId}`, `settings?scope=resource&id=${resource.id}`])
      expect((await tess.get(`/api/v1/${path}`)).status, path).toBe(404);
    for (const end of ["", "/events", `/metrics?${range}`])
      expect((await tess.get(`/api/v1/resources/${resource.id}${end}`)).status, end).toBe(404);
    expect((await tess.call("POST", `/api/v1/resources/${resource.id}/revoke`)).status).toBe(404);
    expect((await tess.call("POST", "/api/v1/enrollment-tokens", { clientId: other.id })).status).toBe(404);
    expect((await tess.call("POST", "/api/v1/clients", { name: "New" })).status).toBe(403);
    // A move needs both ends.
    const move = (siteId: string) => tess.call("PATCH", `/api/v1/resources/${seen.id}`, { siteId }, ifMatch(1));
    expect((await move(resource.siteId)).status).toBe(404);
    expect((await move((await makeSite(database, organizationId, mine.id)).id)).status).toBe(200);
  });

  test("of the organization's own matters gives nothing at a client", async () => {
    const client = await makeClient(server.db.database, organizationId);
    const tina = await server.member("tenant_admin", organizationId, [{ kind: "client", id: client.id }]);
    for (const path of ["audit", "users", "grants"]) expect((await tina.get(`/api/v1/${path}`)).status, path).toBe(403);
    expect((await tina.get(`/api/v1/clients/${client.id}`)).status).toBe(200);
  });
});

describe("nobody gives what they do not have", () => {
  test("a tenant administrator makes no administrators, and touches none", async () => {
    const tina = await server.member("tenant_admin");
    await tina.stepUp();
    const { id } = await person();
    expect(await grant(id, idOf("administrators"), everywhere, tina)).toMatchObject({ status: 403 });
    expect(await grant(id, idOf("viewer"), everywhere, tina)).toMatchObject({ status: 201 });
    const { id: anaId } = (await ana.get("/api/v1/session")).body.user;
    expect((await tina.call("POST", `/api/v1/users/${anaId}/disable`)).status).toBe(403);
    const { items } = (await ana.get(`/api/v1/grants?userId=${anaId}`)).body;
    expect((await tina.call("DELETE", `/api/v1/grants/${items[0].id}`)).status).toBe(403);
  });

  test("whoever manages accounts but not resources gives no right to resources, nor shapes a group into one", async () => {
    const made = await ana.ok("POST", "/api/v1/permission-groups", {
      name: unique("HR"),
      permissions: ["accounts:read", "accounts:manage"],
    });
    const { id, email } = await person();
    await grant(id, made.id);
    const hans = await signedIn(email);
    await hans.stepUp();
    const { id: other } = await person();
    expect(await grant(other, idOf("technician"), everywhere, hans)).toMatchObject({
      status: 403,
      body: { details: { permission: "resources:read" } },
    });
    const change = { permissions: ["accounts:read", "accounts:manage", "resources:read"] };
    expect((await hans.call("PATCH", `/api/v1/permission-groups/${made.id}`, change, ifMatch(1))).status).toBe(403);
  });
});

describe("what stays", () => {
  test("Administrators can be neither edited nor deleted, the others not deleted", async () => {
    const url = (predefined: string) => `/api/v1/permission-groups/${idOf(predefined)}`;
    expect((await ana.call("PATCH", url("administrators"), { name: "Gods" }, ifMatch(1))).status).toBe(409);
    for (const predefined of ["administrators", "viewer"])
      expect((await ana.call("DELETE", url(predefined), undefined, ifMatch(1))).status).toBe(409);
    expect((await ana.call("PATCH", `/api/v1/attendant-groups/${everywhere}`, { name: "Some" }, ifMatch(1))).status).toBe(409);
  });

  test("the last administrator cannot be removed, disabled or deleted", async () => {
    const { id: anaId } = (await ana.get("/api/v1/session")).body.user;
    const { items } = (await ana.get(`/api/v1/grants?userId=${anaId}`)).body;
    for (const [method, url] of [
      ["DELETE", `/api/v1/grants/${items[0].id}`],
      ["POST", `/api/v1/users/${anaId}/disable`],
      ["DELETE", `/api/v1/users/${anaId}`],
    ] as const)
      expect(await ana.call(method, url), url).toMatchObject({ status: 409, body: { details: { reason: "last_administrator" } } });
    expect((await ana.get("/api/v1/users")).status).toBe(200);
  });
});

describe("a user", () => {
  test("made here signs in with a password shown once; one who has an account joins with it", async () => {
    const request = { name: "Nora New", email: `${unique("nora").replace(" ", ".")}@example.test` };
    const { user, temporaryPassword } = await ana.ok("POST", "/api/v1/users", request);
    expect(user).toMatchObject({ name: "Nora New", groups: [], disabled: false });
    const nora = server.browser();
    expect((await nora.call("POST", "/api/v1/session", { email: request.email, password: temporaryPassword })).status).toBe(200);
    expect(await ana.call("POST", "/api/v1/users", request)).toMatchObject({ status: 409, body: { code: "ALREADY_EXISTS" } });
    const { browser } = await server.neighbour();
    await browser.stepUp();
    expect((await browser.ok("POST", "/api/v1/users", request)).temporaryPassword).toBeNull();
    const { body } = await nora.call("POST", "/api/v1/session", { email: request.email, password: temporaryPassword });
    expect(body.organizations).toHaveLength(2);
    expect((await ana.call("PATCH", `/api/v1/users/${user.id}`, { name: "Other" }, ifMatch(user.version))).status).toBe(409);
  });

  test("disabled is out here alone, at once, and comes back when enabled", async () => {
    const { id, email } = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
    const browser = await signedIn(email);
    expect((await ana.call("POST", `/api/v1/users/${id}/disable`)).body).toMatchObject({ disabled: true });
    expect((await browser.get("/api/v1/session")).status).toBe(401);
    expect((await server.browser().call("POST", "/api/v1/session", { email, password: PASSWORD })).status).toBe(401);
    await ana.ok("POST", `/api/v1/users/${id}/enable`);
    expect((await (await signedIn(email)).get("/api/v1/resources")).status).toBe(200);
  });

  test("who left has no session, no grant and no place in the list, and stays the author of what they did", async () => {
    const { id, email, name } = await makeUser(server.db.database, organizationId, { group: "technician", passwordHash });
    const browser = await signedIn(email);
    await browser.ok("POST", "/api/v1/clients", { name: unique("Authored") });
    expect((await ana.call("DELETE", `/api/v1/users/${id}`)).status).toBe(204);
    expect((await browser.get("/api/v1/session")).status).toBe(401);
    expect((await ana.get(`/api/v1/users/${id}`)).status).toBe(404);
    expect((await ana.get(`/api/v1/grants?userId=${id}`)).body.items).toEqual([]);
    const { items } = (await ana.get("/api/v1/audit?limit=50")).body;
    expect(items).toContainEqual(expect.objectContaining({ action: "client.created", actor: { kind: "user", id, name } }));
  });

  test("sees their own sessions and ends the others", async () => {
    const { email } = await makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });
    const [here, there] = [await signedIn(email), await signedIn(email)];
    const { items } = (await here.get("/api/v1/me/sessions")).body;
    expect(items.map((one: { current: boolean }) => one.current).sort()).toEqual([false, true]);
    expect((await here.call("DELETE", `/api/v1/me/sessions/${crypto.randomUUID()}`)).status).toBe(404);
    expect(await here.ok("POST", "/api/v1/me/sessions/end-others")).toEqual({ ended: 1 });
    expect((await there.get("/api/v1/session")).status).toBe(401);
    expect((await here.get("/api/v1/session")).status).toBe(200);
  });
});

describe("the explorer", () => {
  test("says which grant gives a right, and what is missing where none does", async () => {
    const { database } = server.db;
    const [mine, other] = [await makeClient(database, organizationId), await makeClient(database, organizationId)];
    const { id } = await person();
    const ask = async (permission: string, kind: string, at?: string, userId = id) =>
      (await ana.get(`/api/v1/access/explain?userId=${userId}&permission=${permission}&kind=${kind}${at === undefined ? "" : `&id=${at}`}`))
        .body;
    expect(await ask("resources:read", "client", mine.id)).toMatchObject({ allowed: false, reasons: [{ code: "no_grant" }] });
    await makeGrant(database, organizationId, id, "tenant_admin", [{ kind: "client", id: mine.id }]);
    expect(await ask("resources:read", "client", mine.id)).toMatchObject({
      allowed: true,
      reasons: [{ code: "granted", params: { permissionGroup: { name: "Tenant administrators" } } }],
    });
    expect(await ask("resources:read", "client", other.id)).toMatchObject({ allowed: false, reasons: [{ code: "out_of_scope" }] });
    expect(await ask("audit:read", "organization")).toMatchObject({ allowed: false, reasons: [{ code: "needs_all" }] });
    await ana.ok("POST", `/api/v1/users/${id}/disable`);
    expect((await ask("resources:read", "client", mine.id)).reasons[0]).toMatchObject({ code: "user_disabled" });
    await ana.ok("DELETE", `/api/v1/users/${id}`);
    expect(await ask("resources:read", "client", mine.id)).toMatchObject({ allowed: false, reasons: [{ code: "not_a_member" }] });
    expect((await ask("resources:read", "client", mine.id, crypto.randomUUID())).code).toBe("NOT_FOUND");
  });
});
