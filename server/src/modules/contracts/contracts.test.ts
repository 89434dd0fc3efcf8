import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeClient, makeResource, makeSite } from "../../../test/factories.ts";
import { MODALITIES } from "../clients/index.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;
let types: Readonly<Record<string, string>>;
const DAY = 86_400_000;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  const { items } = (await ana.get("/api/v1/contract-types")).body;
  types = Object.fromEntries(items.map(({ id, modality }: { id: string; modality: string }) => [modality, id]));
});
afterAll(() => server.close());

const today = () => new Date(server.clock.now()).toISOString().slice(0, 10);
const daysOn = (days: number) => new Date(server.clock.now() + days * DAY).toISOString().slice(0, 10);
const rider = { value: "300", currency: "BRL" };
const bodyFor = (clientId: string, more: object = {}) => ({
  ...{ clientId, typeId: types["free"], name: "Support", startsOn: daysOn(-30), cycleDay: 1, coverage: "client", rider },
  ...more,
});
const make = (clientId: string, more?: object) => ana.ok("POST", "/api/v1/contracts", bodyFor(clientId, more));
const ofMachine = async (id: string) => (await ana.get(`/api/v1/resources/${id}`)).body.contract;

async function place() {
  const { database } = server.db;
  const client = await makeClient(database, organizationId);
  const site = await makeSite(database, organizationId, client.id);
  const group = await ana.ok("POST", "/api/v1/resource-groups", { clientId: client.id, name: "Servers" });
  const machine = (groupId?: string) =>
    makeResource(database, organizationId, { clientId: client.id, siteId: site.id, ...(groupId !== undefined && { groupId }) });
  return { client, site, group, machine };
}

test("an organization begins with a type for every modality", () => {
  expect(new Set(Object.keys(types))).toEqual(new Set(MODALITIES));
});

describe("what covers a machine", () => {
  test("is the contract that lists it, else its group's, else its client's; and a client shows the one for all of it", async () => {
    const { client, group, machine } = await place();
    const [plain, grouped, listed] = [await machine(), await machine(group.id), await machine(group.id)];
    expect(await ofMachine(plain.id)).toBeNull();
    await make(client.id, { name: "All" });
    await make(client.id, { name: "Group", coverage: "groups", groupIds: [group.id] });
    await make(client.id, { name: "Listed", coverage: "resources", resourceIds: [listed.id] });
    expect(await ofMachine(plain.id)).toMatchObject({ name: "All", by: "client", modality: "free", ties: [] });
    expect(await ofMachine(grouped.id)).toMatchObject({ name: "Group", by: "groups" });
    expect(await ofMachine(listed.id)).toMatchObject({ name: "Listed", by: "resources" });
    expect((await ana.get(`/api/v1/clients/${client.id}`)).body.contract).toMatchObject({ name: "All" });
  });

  test("is the newest of several, and those that began on the same day are said", async () => {
    const { client, machine } = await place();
    const { id } = await machine();
    await make(client.id, { name: "Old", startsOn: daysOn(-90) });
    await make(client.id, { name: "First", startsOn: daysOn(-5) });
    await make(client.id, { name: "Second", startsOn: daysOn(-5) });
    await make(client.id, { name: "Not yet", startsOn: daysOn(5) });
    expect(await ofMachine(id)).toMatchObject({ name: "First", ties: [{ name: "Second" }] });
  });

  test("follows a machine that moves to another client, and leaves one whose contract ended", async () => {
    const [from, to] = [await place(), await place()];
    const { id } = await from.machine();
    const old = await make(from.client.id, { coverage: "resources", resourceIds: [id], name: "Old home" });
    await make(to.client.id, { name: "New home" });
    expect(await ofMachine(id)).toMatchObject({ name: "Old home" });
    await ana.ok("PATCH", `/api/v1/resources/${id}`, { siteId: to.site.id }, { "if-match": "1" });
    expect(await ofMachine(id)).toMatchObject({ name: "New home" });
    await ana.ok("PATCH", `/api/v1/resources/${id}`, { siteId: from.site.id }, { "if-match": "2" });
    expect(await ofMachine(id)).toMatchObject({ name: "Old home" });
    const ended = await ana.ok("POST", `/api/v1/contracts/${old.id}/cancel`, undefined, { "if-match": '"1"' });
    expect(ended.cancelledAt).not.toBeNull();
    expect(await ofMachine(id)).toBeNull();
    expect(await ana.call("PATCH", `/api/v1/contracts/${old.id}`, { name: "Again" }, { "if-match": '"2"' })).toMatchObject({
      status: 409,
      body: { code: "CONFLICT" },
    });
  });

  test("ends with the contract's duration, and asks for new values when they are due", async () => {
    const { client, machine } = await place();
    const { id } = await machine();
    const contract = await make(client.id, { startsOn: daysOn(-40), durationMonths: 2, readjustMonths: 1 });
    expect(contract).toMatchObject({ status: "readjust" });
    expect(await ofMachine(id)).not.toBeNull();
    server.clock.advance(40 * DAY);
    ana = await server.administrator();
    expect(await ofMachine(id)).toBeNull();
    expect((await ana.get(`/api/v1/contracts/${contract.id}`)).body.status).toBe("expired");
    expect((await ana.get(`/api/v1/contracts?clientId=${client.id}&status=expired`)).body.total).toBe(1);
    expect((await ana.get(`/api/v1/contracts?clientId=${client.id}&status=active`)).body.total).toBe(0);
  });
});

describe("a rider", () => {
  test("new values are a new rider, from a day that has not passed; the one before stays as it was", async () => {
    const { client } = await place();
    const contract = await make(client.id, { startsOn: daysOn(-30) });
    const url = `/api/v1/contracts/${contract.id}/riders`;
    const changed = await ana.ok("POST", url, { startDate: daysOn(10), value: "350.5", currency: "BRL" }, { "if-match": '"1"' });
    expect(changed.riders).toMatchObject([
      { number: 1, value: "300.00", state: "in_force" },
      { number: 2, value: "350.50", state: "future" },
    ]);
    const late = await ana.call("POST", url, { startDate: daysOn(5), value: "1", currency: "BRL" }, { "if-match": '"2"' });
    expect(late).toMatchObject({ status: 400, body: { code: "INVALID_INPUT", details: { fields: [{ field: "startDate" }] } } });
    const past = await ana.call("POST", url, { startDate: daysOn(-1), value: "1", currency: "BRL" }, { "if-match": '"2"' });
    expect(past).toMatchObject({ status: 400 });
    server.clock.advance(10 * DAY);
    ana = await server.administrator();
    const { riders } = (await ana.get(`/api/v1/contracts/${contract.id}`)).body;
    expect(riders.map(({ state }: { state: string }) => state)).toEqual(["past", "in_force"]);
  });

  test("can end, and a contract without one in force covers nothing", async () => {
    const { client, machine } = await place();
    const { id } = await machine();
    const contract = await make(client.id);
    const url = `/api/v1/contracts/${contract.id}/riders/${contract.riders[0].id}/cancel`;
    const changed = await ana.ok("POST", url, { cancelDate: today() }, { "if-match": '"1"' });
    expect(changed.riders).toMatchObject([{ state: "cancelled" }]);
    expect(await ofMachine(id)).toBeNull();
    expect((await ana.call("POST", url, { cancelDate: today() }, { "if-match": '"2"' })).status).toBe(409);
  });

  test("cannot be rewritten, even by the application itself", async () => {
    const { client } = await place();
    const contract = await make(client.id);
    const rewrite = server.db.database.withTenant(organizationId, (tx) =>
      tx.contractRider.updateMany({ where: { contractId: contract.id }, data: { value: "1" } }),
    );
    await expect(rewrite).rejects.toThrow(/permission denied/);
  });
});

describe("a contract", () => {
  test("numbers count up without a gap, also in a rush and over failed creations", async () => {
    const { organizationId: theirs, browser } = await server.neighbour();
    const { id } = await makeClient(server.db.database, theirs);
    const typeId = (await browser.get("/api/v1/contract-types")).body.items[0].id;
    const made = Array.from({ length: 12 }, (_, index) =>
      browser.call("POST", "/api/v1/contracts", {
        ...bodyFor(id, { typeId, name: `Contract ${index}` }),
        rider: index % 3 === 0 ? { currency: "BRL" } : { currency: "BRL", value: "1", limits: { credit: "5" } },
      }),
    );
    await Promise.all(made);
    const { body } = await browser.get("/api/v1/contracts?sort=number");
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("what it costs is shown to those who may see values alone", async () => {
    const { client } = await place();
    const limits = { hours: 10, excessPrice: "95.5" };
    const contract = await make(client.id, { typeId: types["hours"], rider: { ...rider, limits } });
    const tess = await server.member("technician");
    const seen = (await tess.get(`/api/v1/contracts/${contract.id}`)).body;
    expect(seen.riders).toMatchObject([{ value: null, limits: { hours: 10, excessPrice: null } }]);
    expect(JSON.stringify(seen)).not.toMatch(/300|95\.5/);
    const line = (await tess.get(`/api/v1/contracts?clientId=${client.id}`)).body.items[0];
    expect(line).toMatchObject({ value: null, currency: "BRL" });
    expect((await ana.get(`/api/v1/contracts?clientId=${client.id}`)).body.items[0].value).toBe("300.00");
  });

  test("of a client out of reach is not there, and names only things of its own client", async () => {
    const [mine, other] = [await place(), await place()];
    const contract = await make(other.client.id);
    const carl = await server.member("tenant_admin", organizationId, [{ kind: "client", id: mine.client.id }]);
    expect((await carl.get(`/api/v1/contracts/${contract.id}`)).status).toBe(404);
    expect((await carl.get("/api/v1/contracts")).body.items).toEqual([]);
    const strange = await other.machine();
    for (const more of [
      { coverage: "resources", resourceIds: [strange.id] },
      { coverage: "groups", groupIds: [other.group.id] },
    ])
      expect((await ana.call("POST", "/api/v1/contracts", bodyFor(mine.client.id, more))).status).toBe(404);
  });

  test("changes what it covers, with what was before and after in the log", async () => {
    const { client, group } = await place();
    const contract = await make(client.id);
    const changed = await ana.ok(
      "PATCH",
      `/api/v1/contracts/${contract.id}`,
      { coverage: "groups", groupIds: [group.id], durationMonths: 12 },
      { "if-match": '"1"' },
    );
    expect(changed).toMatchObject({ coverage: "groups", groups: [{ id: group.id }], version: 2 });
    const [entry] = (await ana.get("/api/v1/audit?limit=1")).body.items;
    expect(entry).toMatchObject({
      action: "contract.changed",
      details: { changes: { coverage: { before: "client", after: "groups" }, durationMonths: { before: null, after: 12 } } },
    });
    const empty = await ana.call("PATCH", `/api/v1/contracts/${contract.id}`, { coverage: "resources" }, { "if-match": '"2"' });
    expect(empty).toMatchObject({ status: 400, body: { details: { fields: [{ field: "resourceIds" }] } } });
  });
});
