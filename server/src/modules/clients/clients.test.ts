import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeResource } from "../../../test/factories.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
});
afterAll(() => server.close());

const actions = async () => (await ana.get("/api/v1/audit")).body.items.map((entry: { action: string }) => entry.action);

describe("a client", () => {
  test("is created, read, changed and deleted, each with its version and its mark in the audit log", async () => {
    const made = await ana.call("POST", "/api/v1/clients", { name: "  Bakery ", legalName: "Bakery Ltda" });
    expect(made).toMatchObject({ status: 201, body: { name: "Bakery", legalName: "Bakery Ltda", status: "active", version: 1, sites: 0 } });
    expect(made.headers["etag"]).toBe('"1"');
    const url = `/api/v1/clients/${made.body.id}`;
    const changed = await ana.call("PATCH", url, { legalName: null, status: "inactive" }, { "if-match": '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: "Bakery", legalName: null, status: "inactive", version: 2 } });
    expect((await ana.get(url)).body).toEqual(changed.body);
    expect((await ana.call("DELETE", url, undefined, { "if-match": "2" })).status).toBe(204);
    expect((await ana.get(url)).status).toBe(404);
    expect((await actions()).slice(0, 3)).toEqual(["client.deleted", "client.changed", "client.created"]);
  });

  test("is not changed without the version that was read, or with an old one", async () => {
    const { id } = await ana.ok("POST", "/api/v1/clients", { name: "Florist" });
    const url = `/api/v1/clients/${id}`;
    expect(await ana.call("PATCH", url, { name: "A" })).toMatchObject({ status: 428, body: { code: "VERSION_REQUIRED" } });
    await ana.ok("PATCH", url, { name: "B" }, { "if-match": '"1"' });
    for (const version of ['"1"', "0", "*", "x"])
      expect(await ana.call("PATCH", url, { name: "C" }, { "if-match": version })).toMatchObject({
        status: 412,
        body: { code: "VERSION_MISMATCH" },
      });
    expect((await ana.get(url)).body).toMatchObject({ name: "B", version: 2 });
  });

  test("of two changes made at the same time from the same version one wins", async () => {
    const { id } = await ana.ok("POST", "/api/v1/clients", { name: "Butcher" });
    const answers = await Promise.all(
      ["A", "B", "C", "D"].map((name) => ana.call("PATCH", `/api/v1/clients/${id}`, { name }, { "if-match": '"1"' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  test.each([
    [{}, "name"],
    [{ name: "" }, "name"],
    [{ name: "   " }, "name"],
    [{ name: 5 }, "name"],
    [{ name: "x".repeat(201) }, "name"],
    [{ name: "a\u0000b" }, "name"],
    [{ name: "A", notes: "\u0000" }, "notes"],
    [{ name: "A", number: 7 }, "number"],
    [{ name: "A", organizationId: "018f0000-0000-7000-8000-000000000000" }, "organizationId"],
  ])("refuses %j and names the field", async (body, field) => {
    const answer = await ana.call("POST", "/api/v1/clients", body);
    expect(answer).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
    expect(answer.body.details.fields.map((one: { field: string }) => one.field)).toContain(field);
  });

  test("numbers count up without a gap, also in a rush and over failed creations", async () => {
    const { browser: neighbour } = await server.neighbour();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        neighbour.call("POST", "/api/v1/clients", { name: index % 3 === 0 ? "" : `Client ${index}` }),
      ),
    );
    const { body } = await neighbour.get("/api/v1/clients?sort=number");
    expect(body.items.map((client: { number: number }) => client.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("stays while it has resources, and takes its sites with it when it goes", async () => {
    const { id } = await ana.ok("POST", "/api/v1/clients", { name: "Dentist" });
    const site = await ana.ok("POST", "/api/v1/sites", { clientId: id, name: "Practice" });
    const resource = await makeResource(server.db.database, organizationId, { clientId: id, siteId: site.id });
    expect((await ana.get(`/api/v1/clients/${id}`)).body).toMatchObject({ sites: 1, resources: 1, online: 0 });
    const refused = { status: 409, body: { code: "IN_USE", details: { resources: 1 } } };
    expect(await ana.call("DELETE", `/api/v1/clients/${id}`, undefined, { "if-match": "1" })).toMatchObject(refused);
    expect(await ana.call("DELETE", `/api/v1/sites/${site.id}`, undefined, { "if-match": "1" })).toMatchObject(refused);
    await server.db.database.withTenant(organizationId, (tx) =>
      tx.resource.update({ where: { id: resource.id }, data: { deletedAt: new Date() } }),
    );
    expect((await ana.call("DELETE", `/api/v1/clients/${id}`, undefined, { "if-match": "1" })).status).toBe(204);
    expect((await ana.get(`/api/v1/sites/${site.id}`)).status).toBe(404);
    expect((await ana.get(`/api/v1/sites?clientId=${id}`)).body.total).toBe(0);
  });
});

describe("the list of clients", () => {
  test("pages through every client once, in any order, whatever is added meanwhile", async () => {
    const { browser } = await server.neighbour();
    const names = ["alpha", "Bravo", "charlie", "Delta", "100% Echo", "fox_trot", "golf", "Hotel", "india", "juliett", "Kilo"];
    for (const name of names) await browser.ok("POST", "/api/v1/clients", { name });
    for (const sort of ["name", "-name", "number", "-number", "createdAt", "-createdAt"]) {
      const seen: string[] = [];
      let cursor = "";
      let pages = 0;
      do {
        const { body } = await browser.get(`/api/v1/clients?limit=3&sort=${sort}${cursor}`);
        expect(body).toMatchObject({ total: 11 });
        seen.push(...body.items.map((client: { name: string }) => client.name));
        cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
        pages++;
      } while (cursor !== "");
      expect(pages).toBe(4);
      expect(seen).toHaveLength(names.length);
      expect(new Set(seen)).toEqual(new Set(names));
      const byName = [...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
      if (sort === "name") expect(seen).toEqual(byName);
      if (sort === "-createdAt" || sort === "-number") expect(seen).toEqual(names.toReversed());
    }
  });

  test("takes search text at its word", async () => {
    const { browser } = await server.neighbour();
    for (const name of ["100% Echo", "fox_trot", "foxxtrot", "back\\slash"]) await browser.ok("POST", "/api/v1/clients", { name });
    const found = async (q: string) => {
      const { body } = await browser.get(`/api/v1/clients?q=${encodeURIComponent(q)}`);
      expect(body.total).toBe(body.items.length);
      return body.items.map((client: { name: string }) => client.name);
    };
    expect(await found("%")).toEqual(["100% Echo"]);
    expect(await found("x_t")).toEqual(["fox_trot"]);
    expect(await found("\\")).toEqual(["back\\slash"]);
    expect(await found("ECHO")).toEqual(["100% Echo"]);
    expect(await found("'; drop table clients; --")).toEqual([]);
  });

  test.each(["limit=0", "limit=201", "limit=x", "sort=notes", "sort=--name", "cursor=", "q=%00"])("refuses ?%s", async (query) => {
    expect((await ana.get(`/api/v1/clients?${query}`)).status).toBe(400);
  });

  test("a cursor of one order is refused by another", async () => {
    await ana.ok("POST", "/api/v1/clients", { name: "One more" });
    const { body } = await ana.get("/api/v1/clients?limit=1&sort=name");
    expect((await ana.get(`/api/v1/clients?limit=1&sort=-number&cursor=${body.nextCursor}`)).status).toBe(400);
  });
});

describe("a site", () => {
  test("belongs to a client of the same organization", async () => {
    const { browser } = await server.neighbour();
    const foreign = await browser.ok("POST", "/api/v1/clients", { name: "Foreign" });
    const answer = await ana.call("POST", "/api/v1/sites", { clientId: foreign.id, name: "Branch" });
    expect(answer).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });

  test("is created, changed and deleted", async () => {
    const { id: clientId } = await ana.ok("POST", "/api/v1/clients", { name: "Hotel" });
    const site = await ana.ok("POST", "/api/v1/sites", { clientId, name: "Beach", timeZone: "America/Recife" });
    expect(site).toMatchObject({ client: { id: clientId, name: "Hotel" }, name: "Beach", timeZone: "America/Recife", resources: 0 });
    const url = `/api/v1/sites/${site.id}`;
    expect((await ana.call("PATCH", url, { timeZone: "Mars/Base" }, { "if-match": "1" })).status).toBe(400);
    expect(await ana.ok("PATCH", url, { name: "Hill", timeZone: null }, { "if-match": "1" })).toMatchObject({
      name: "Hill",
      timeZone: null,
      version: 2,
    });
    expect((await ana.get(`/api/v1/sites?clientId=${clientId}`)).body).toMatchObject({ total: 1, items: [{ name: "Hill" }] });
    expect((await ana.call("DELETE", url, undefined, { "if-match": "2" })).status).toBe(204);
    expect((await ana.get(url)).status).toBe(404);
  });
});

describe("an Idempotency-Key", () => {
  const key = () => ({ "idempotency-key": crypto.randomUUID() });

  test("makes one client of a creation that is sent twice, and gives the same answer", async () => {
    const headers = key();
    const first = await ana.call("POST", "/api/v1/clients", { name: "Twice" }, headers);
    const second = await ana.call("POST", "/api/v1/clients", { name: "Twice" }, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await ana.get("/api/v1/clients?q=Twice")).body.total).toBe(1);
  });

  test("in a rush still makes one", async () => {
    const headers = key();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ana.call("POST", "/api/v1/clients", { name: "Rush" }, headers)));
    expect((await ana.get("/api/v1/clients?q=Rush")).body.total).toBe(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
  });

  test("is refused for another request, and free again after a failure", async () => {
    const headers = key();
    expect((await ana.call("POST", "/api/v1/clients", { name: "" }, headers)).status).toBe(400);
    await ana.ok("POST", "/api/v1/clients", { name: "Reused" }, headers);
    const other = await ana.call("POST", "/api/v1/clients", { name: "Other" }, headers);
    expect(other).toMatchObject({ status: 409, body: { code: "IDEMPOTENCY_KEY_REUSED" } });
    const failing = key();
    const missing = { clientId: "018f0000-0000-7000-8000-000000000000", name: "A" };
    expect((await ana.call("POST", "/api/v1/sites", missing, failing)).status).toBe(404);
    expect((await ana.call("POST", "/api/v1/sites", missing, failing)).status).toBe(404);
  });

  test("is a person's own, and forgotten after a day", async () => {
    const headers = key();
    const first = await ana.ok("POST", "/api/v1/clients", { name: "Own" }, headers);
    const technician = await server.member("technician");
    expect((await technician.ok("POST", "/api/v1/clients", { name: "Own" }, headers)).id).not.toBe(first.id);
    server.clock.advance(24 * 3_600_000 + 1);
    const later = await server.administrator();
    expect((await later.ok("POST", "/api/v1/clients", { name: "Own" }, headers)).id).not.toBe(first.id);
    ana = later;
  });

  test.each(["", "x".repeat(201), "a b"])("%j is no key", async (text) => {
    expect((await ana.call("POST", "/api/v1/clients", { name: "A" }, { "idempotency-key": text })).status).toBe(400);
  });

  test("is forgotten after a day, whoever's it was", async () => {
    await ana.ok("POST", "/api/v1/clients", { name: "Yesterday" }, key());
    server.clock.advance(25 * 3_600_000);
    const technician = await server.member("technician");
    const { organization } = (await technician.get("/api/v1/session")).body;
    await technician.ok("POST", "/api/v1/clients", { name: "Today" }, key());
    expect(await server.db.database.withTenant(organization.id, (tx) => tx.idempotencyKey.count())).toBe(1);
  });
});
