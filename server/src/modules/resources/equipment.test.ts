import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeClient, makeResource, makeSite, makeUser } from "../../../test/factories.ts";
import { enter, makeWorld, member, QUICK_HASH, type World } from "../../../test/matrix/world.ts";

let server: TestServer;
let world: World;
let ana: Browser;
beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  world = await makeWorld(server, QUICK_HASH, (await ana.get(`${base}/session`)).body.organization.id);
});
afterAll(() => server.close());

const base = "/api/v1";
const version = (number: number) => ({ "if-match": `"${number}"` });
const place = async () => {
  const client = await makeClient(server.db.database, world.organizationId);
  const site = await makeSite(server.db.database, world.organizationId, client.id);
  return { clientId: client.id, siteId: site.id };
};
const printer = async (more: object = {}) => ana.ok("POST", `${base}/resources`, { name: "Printer 1", ...(await place()), ...more });

describe("a resource without an agent", () => {
  test("has what people said of it and nothing invented", async () => {
    const made = await ana.ok("POST", `${base}/equipment-types`, { name: "Label printer", kind: "printer" });
    const resource = await printer({
      typeId: made.id,
      acquisitionDate: "2024-02-29",
      warrantyDate: "2027-02-28",
      manufacturer: "Zebra\u202e",
      serial: "  Z1 ",
      assetTag: "A-7",
      tags: ["Front desk", "front desk", "rented"],
    });
    expect(resource).toMatchObject({
      agent: null,
      facts: null,
      latest: null,
      cpu: null,
      traits: null,
      lastSeenAt: null,
      presence: "none",
      version: 1,
      equipment: {
        type: { id: made.id, name: "Label printer", kind: "printer" },
        acquisitionDate: "2024-02-29",
        warrantyDate: "2027-02-28",
        manufacturer: "Zebra",
        model: null,
        serial: "Z1",
        assetTag: "A-7",
        tags: ["Front desk", "rented"],
      },
    });
    const { items } = await ana.ok("GET", `${base}/resources?typeId=${made.id}&tag=FRONT desk&q=a-7`);
    expect(items.map(({ id }: { id: string }) => id)).toEqual([resource.id]);
    expect((await ana.call("DELETE", `${base}/equipment-types/${made.id}`, undefined, version(1))).body).toMatchObject({ code: "IN_USE" });
  });

  test("stands in the client's first site and group unless told otherwise", async () => {
    const { clientId, siteId } = await place();
    await makeSite(server.db.database, world.organizationId, clientId);
    const group = await ana.ok("POST", `${base}/resource-groups`, { clientId, name: "All of it" });
    expect(await ana.ok("POST", `${base}/resources`, { name: "x", clientId })).toMatchObject({
      site: { id: siteId },
      group: { id: group.id },
    });
    expect(await ana.ok("POST", `${base}/resources`, { name: "x", clientId, groupId: null })).toMatchObject({ group: null });
    const { id } = await makeClient(server.db.database, world.organizationId);
    const answer = await ana.call("POST", `${base}/resources`, { name: "x", clientId: id });
    expect(answer.body).toMatchObject({ code: "INVALID_INPUT", details: { fields: [{ field: "siteId" }] } });
  });

  test("is not made out of reach", async () => {
    const { clientId } = await place();
    const bea = await member(world, "technician", [{ kind: "client", id: world.clientA }]);
    expect((await bea.call("POST", `${base}/resources`, { name: "x", clientId })).status).toBe(404);
  });

  test("cannot have a warranty that ends before it was acquired, and the answer names both dates", async () => {
    const dates = { acquisitionDate: "2025-01-02", warrantyDate: "2025-01-01" };
    const wrong = { code: "INVALID_INPUT", details: { fields: [{ field: "acquisitionDate" }, { field: "warrantyDate" }] } };
    const answer = await ana.call("POST", `${base}/resources`, { name: "x", ...(await place()), ...dates });
    expect(answer.body).toMatchObject({ ...wrong, message: expect.stringMatching(/2025-01-01.*2025-01-02/) });
    const { id } = await printer({ acquisitionDate: "2025-01-02" });
    expect((await ana.call("PATCH", `${base}/resources/${id}`, { warrantyDate: "2025-01-01" }, version(1))).body).toMatchObject(wrong);
    expect((await ana.call("PATCH", `${base}/resources/${id}`, { warrantyDate: "2025-02-30" }, version(1))).status).toBe(400);
    const cured = await ana.ok("PATCH", `${base}/resources/${id}`, { warrantyDate: "2024-01-01", acquisitionDate: null }, version(1));
    expect(cured.equipment).toMatchObject({ acquisitionDate: null, warrantyDate: "2024-01-01" });
  });

  test("remembers who changed what, from and to, in history and log", async () => {
    const { id } = await printer({ assetTag: "old" });
    await ana.ok("PATCH", `${base}/resources/${id}`, { assetTag: "new", tags: ["a", "b"] }, version(1));
    const { items } = await ana.ok("GET", `${base}/resources/${id}/changes`);
    const lines = items.map(({ section, field, before, after }: Record<string, unknown>) => [section, field, before, after]);
    expect(lines.toSorted()).toEqual([
      ["equipment", "assetTag", "old", "new"],
      ["equipment", "tags", null, "a, b"],
    ]);
    const log = await ana.ok("GET", `${base}/audit?subjectId=${id}&limit=1`);
    expect(log.items[0]).toMatchObject({
      action: "resource.changed",
      details: { changes: { assetTag: { before: "old", after: "new" }, tags: { before: [], after: ["a", "b"] } } },
    });
  });

  test("comes back where it stood after it was deleted", async () => {
    const { id, site } = await printer({ externalKey: `erp ${Date.now()}` });
    expect((await ana.call("POST", `${base}/resources/${id}/restore`)).body).toMatchObject({ code: "CONFLICT" });
    await ana.ok("DELETE", `${base}/resources/${id}`, undefined, version(1));
    expect((await ana.get(`${base}/resources/${id}`)).status).toBe(404);
    const { items } = await ana.ok("GET", `${base}/resources?deleted=true&limit=200`);
    expect(items.map((one: { id: string }) => one.id)).toContain(id);
    expect(await ana.ok("POST", `${base}/resources/${id}/restore`)).toMatchObject({ id, site: { id: site.id }, version: 3 });
  });

  test("shares its external key with no other living resource", async () => {
    const first = await printer({ externalKey: "k-1" });
    const taken = { code: "ALREADY_EXISTS", details: { field: "externalKey" } };
    expect((await ana.call("POST", `${base}/resources`, { name: "x", ...(await place()), externalKey: "k-1" })).body).toMatchObject(taken);
    await ana.ok("DELETE", `${base}/resources/${first.id}`, undefined, version(1));
    await printer({ externalKey: "k-1" });
    expect((await ana.call("POST", `${base}/resources/${first.id}/restore`)).body).toMatchObject(taken);
  });
});

test("what a machine says of itself is not typed over, but dates and tags are people's", async () => {
  const { id } = await makeResource(server.db.database, world.organizationId, await place());
  const answer = await ana.call("PATCH", `${base}/resources/${id}`, { serial: "typed" }, version(1));
  expect(answer.body).toMatchObject({ code: "INVALID_INPUT", details: { fields: [{ field: "serial", problem: "machine" }] } });
  const changed = await ana.ok("PATCH", `${base}/resources/${id}`, { warrantyDate: "2030-12-31", tags: ["vip"] }, version(1));
  expect(changed).toMatchObject({ version: 2, equipment: { warrantyDate: "2030-12-31", tags: ["vip"] } });
});

test("a new organization begins with types of equipment, whose names are its own", async () => {
  const { items } = await ana.ok("GET", `${base}/equipment-types`);
  expect(items.map(({ name }: { name: string }) => name).filter((name: string) => name !== "Label printer")).toEqual(
    "Access point,Camera,Computer,Firewall,Monitor,Notebook,Other,Phone,Printer,Router,Server,Switch,Tablet,UPS".split(","),
  );
  const [camera] = items.filter(({ kind }: { kind: string }) => kind === "camera");
  const taken = await ana.call("PATCH", `${base}/equipment-types/${camera.id}`, { name: "printer" }, version(1));
  expect(taken.body).toMatchObject({ code: "ALREADY_EXISTS", details: { field: "name" } });
  expect(await ana.ok("PATCH", `${base}/equipment-types/${camera.id}`, { name: "CCTV" }, version(1))).toMatchObject({
    name: "CCTV",
    version: 2,
  });
  await ana.ok("DELETE", `${base}/equipment-types/${camera.id}`, undefined, version(2));
});

test("a note has its author, and only the author changes or deletes it", async () => {
  const { id } = await printer();
  const bea = await enter(server, (await makeUser(server.db.database, world.organizationId, { passwordHash: QUICK_HASH })).email);
  const note = await bea.ok("POST", `${base}/resources/${id}/notes`, { text: "toner is low" });
  expect(note).toMatchObject({ text: "toner is low", author: { name: expect.any(String) }, version: 1 });
  const url = `${base}/resources/${id}/notes/${note.id}`;
  expect((await ana.call("PATCH", url, { text: "mine" }, version(1))).body).toMatchObject({ code: "FORBIDDEN" });
  expect((await ana.call("DELETE", url, undefined, version(1))).body).toMatchObject({ code: "FORBIDDEN" });
  expect((await bea.call("PATCH", url, { text: "late" }, version(9))).body).toMatchObject({ code: "VERSION_MISMATCH" });
  expect(await bea.ok("PATCH", url, { text: "toner is new" }, version(1))).toMatchObject({ text: "toner is new", version: 2 });
  expect((await ana.ok("GET", `${base}/resources/${id}/notes`)).items).toMatchObject([{ text: "toner is new" }]);
  await bea.ok("DELETE", url, undefined, version(2));
  expect((await ana.ok("GET", `${base}/resources/${id}/notes`)).total).toBe(0);
});

test("tags in use are offered, the most used first, and only those within reach", async () => {
  await printer({ tags: ["Rack-1", "shelf"] });
  await printer({ tags: ["Rack-1"] });
  await printer({ tags: ["rack-1"] });
  expect((await ana.ok("GET", `${base}/resource-tags?q=rack`)).items).toEqual([{ tag: "Rack-1", resources: 3 }]);
  const bea = await member(world, "technician", [{ kind: "client", id: world.clientA }]);
  expect((await bea.get(`${base}/resource-tags?q=rack`)).body.items).toEqual([]);
});

test("a resource is made together with its custom fields or not at all", async () => {
  const container = await ana.ok("POST", `${base}/field-containers`, { target: "resource", name: "Lease" });
  const field = await ana.ok("POST", `${base}/field-containers/${container.id}/fields`, { label: "Ends", type: "date", required: true });
  const body = { name: "Leased", ...(await place()) };
  for (const fields of [[], [{ fieldId: field.id, value: "soon" }]])
    expect((await ana.call("POST", `${base}/resources`, { ...body, fields })).body).toMatchObject({
      code: "INVALID_INPUT",
      details: { fields: [{ field: field.id, label: "Ends" }] },
    });
  expect((await ana.ok("GET", `${base}/resources?q=Leased`)).total).toBe(0);
  const made = await ana.ok("POST", `${base}/resources`, { ...body, fields: [{ fieldId: field.id, value: "2030-01-31" }] });
  expect((await ana.ok("GET", `${base}/resources/${made.id}/fields`)).items).toMatchObject([{ value: "2030-01-31" }]);
  await ana.ok("DELETE", `${base}/field-containers/${container.id}`, undefined, version(1));
});
