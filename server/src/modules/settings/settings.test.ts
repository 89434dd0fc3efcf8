import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { type MadeResource, makeResource } from "../../../test/factories.ts";
import { SETTING_KEYS } from "./keys.ts";
import { type Made, valuesAlong, winning } from "./resolve.ts";
import { SCOPES } from "./scopes.ts";

const KEY = "agent.metricsIntervalSeconds";
let server: TestServer;
let ana: Browser;
let organizationId: string;
let machine: MadeResource;
let groupId: string;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  machine = await makeResource(server.db.database, organizationId);
  const group = await ana.ok("POST", "/api/v1/resource-groups", { clientId: machine.clientId, name: "Servers" });
  groupId = group.id;
  await server.db.database.withTenant(organizationId, (tx) => tx.resource.update({ where: { id: machine.id }, data: { groupId } }));
});
afterAll(() => server.close());

const put = (scope: string, id: string, value: unknown) => ana.call("PUT", `/api/v1/settings/${scope}/${id}/${KEY}`, { value });
async function shown(scope: string, id: string) {
  const { body } = await ana.get(`/api/v1/settings?scope=${scope}&id=${id}`);
  return body.items.find((item: { key: string }) => item.key === KEY);
}

describe("a value", () => {
  test("comes from the default until somebody makes one", async () => {
    expect(await shown("resource", machine.id)).toEqual({
      key: KEY,
      value: 30,
      default: 30,
      unit: "seconds",
      overridden: null,
      origin: null,
    });
  });

  test("made at a narrower scope wins, shows where it comes from, and taken back gives way to the wider one", async () => {
    const places = [
      ["organization", organizationId, 100],
      ["client", machine.clientId, 90],
      ["site", machine.siteId, 80],
      ["group", groupId, 70],
      ["resource", machine.id, 60],
    ] as const;
    for (const [scope, id, value] of places) {
      expect(await put(scope, id, value)).toMatchObject({ status: 200, body: { value, overridden: value, origin: { scope, id } } });
      expect(await shown("resource", machine.id)).toMatchObject({ value, origin: { scope, id } });
    }
    expect(await shown("client", machine.clientId)).toMatchObject({ value: 90 });
    for (const [index, [scope, id]] of [...places.entries()].toReversed()) {
      const wider = places[index - 1];
      await put(scope, id, null);
      expect(await shown("resource", machine.id)).toMatchObject(
        wider ? { value: wider[2], origin: { id: wider[1] } } : { value: 30, origin: null },
      );
    }
  });

  test("does not reach things beside its scope", async () => {
    const other = await makeResource(server.db.database, organizationId);
    await put("client", machine.clientId, 45);
    expect(await shown("resource", other.id)).toMatchObject({ value: 30, origin: null });
    await put("client", machine.clientId, null);
  });

  test.each([4, 3_601, 30.5, "30", true, [], {}])("%j is refused", async (value) => {
    expect((await put("resource", machine.id, value)).status).toBe(400);
    expect(await shown("resource", machine.id)).toMatchObject({ value: 30 });
  });

  test("of an unknown key, scope or thing is refused", async () => {
    const unknown = "018f0000-0000-7000-8000-000000000000";
    expect((await ana.call("PUT", `/api/v1/settings/client/${machine.clientId}/agent.other`, { value: 30 })).status).toBe(400);
    expect((await ana.get(`/api/v1/settings?scope=planet&id=${unknown}`)).status).toBe(400);
    expect((await ana.get("/api/v1/settings?scope=client")).status).toBe(400);
    for (const scope of SCOPES) expect((await put(scope, unknown, 60)).status).toBe(404);
  });

  test("is changed by administrators only and marked in the audit log", async () => {
    const technician = await server.member("technician");
    expect((await technician.get("/api/v1/settings?scope=organization")).status).toBe(200);
    const answer = await technician.call("PUT", `/api/v1/settings/resource/${machine.id}/${KEY}`, { value: 60 });
    expect(answer).toMatchObject({ status: 403, body: { code: "FORBIDDEN", details: { permission: "settings:write" } } });
    await put("resource", machine.id, 61);
    const { body } = await ana.get("/api/v1/audit?limit=1");
    expect(body.items[0]).toMatchObject({
      action: "setting.changed",
      details: { key: KEY, before: null, after: 61 },
      subjectId: machine.id,
    });
    await put("resource", machine.id, null);
  });
});

describe("the resolver", () => {
  const chain = SCOPES.map((scope) => ({ scope, id: scope }));
  const made = fc.uniqueArray(
    fc.record({ scope: fc.constantFrom(...SCOPES), value: fc.integer({ min: 5, max: 3_600 }), own: fc.boolean() }),
    { selector: ({ scope, own }) => `${scope} ${own}` },
  );

  test("answers the narrowest value of the chain, whatever was made elsewhere and in whatever order", () => {
    fc.assert(
      fc.property(made, (values) => {
        const rows: Made[] = values.map(({ scope, value, own }) => ({ scope, scopeId: own ? scope : "another", key: KEY, value }));
        const along = SCOPES.flatMap((scope) => values.filter((one) => one.own && one.scope === scope));
        expect(winning(KEY, chain, rows)?.value).toBe(along.at(-1)?.value);
        expect(valuesAlong(chain, rows)[KEY]).toBe(along.at(-1)?.value ?? SETTING_KEYS[KEY].default);
      }),
    );
  });
});
