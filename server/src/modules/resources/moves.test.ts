// Moves, deletions and decisions that happen at the same moment: each is done whole or refused in words, never a failure.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeClient, makeResource, makeSite } from "../../../test/factories.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
});
afterAll(() => server.close());

const version = (number: number) => ({ "if-match": `"${number}"` });

test("many moves and deletions at once answer yes, not there, in use or too late, and leave nothing in a deleted place", async () => {
  const { database } = server.db;
  const statuses = new Set<number>();
  for (let round = 0; round < 6; round += 1) {
    const clients = [await makeClient(database, organizationId), await makeClient(database, organizationId)];
    const places = await Promise.all(
      clients.map(async (client) => ({
        clientId: client.id,
        siteIds: [(await makeSite(database, organizationId, client.id)).id, (await makeSite(database, organizationId, client.id)).id],
        groupId: (await ana.ok("POST", "/api/v1/resource-groups", { clientId: client.id, name: `Set of ${client.name}` })).id as string,
      })),
    );
    const [here, there] = places as [(typeof places)[0], (typeof places)[0]];
    const machines = await Promise.all(
      Array.from({ length: 4 }, () => makeResource(database, organizationId, { clientId: here.clientId, siteId: here.siteIds[0] ?? "" })),
    );
    const moves = machines.flatMap(({ id }) => [
      ana.call("PATCH", `/api/v1/resources/${id}`, { siteId: there.siteIds[0], groupId: there.groupId }, version(1)),
      ana.call("PATCH", `/api/v1/resources/${id}`, { siteId: there.siteIds[1] }, version(1)),
      ana.call("PATCH", `/api/v1/resources/${id}`, { groupId: here.groupId }, version(1)),
      ana.call("POST", `/api/v1/resources/${id}/revoke`),
    ]);
    const removals = [
      ana.call("DELETE", `/api/v1/resources/${machines[0]?.id}`, undefined, version(1)),
      ana.call("DELETE", `/api/v1/sites/${there.siteIds[0]}`, undefined, version(1)),
      ana.call("DELETE", `/api/v1/sites/${there.siteIds[1]}`, undefined, version(1)),
      ana.call("DELETE", `/api/v1/resource-groups/${there.groupId}`, undefined, version(1)),
      ana.call("DELETE", `/api/v1/resource-groups/${here.groupId}`, undefined, version(1)),
      ...(round % 2 === 0 ? [ana.call("DELETE", `/api/v1/clients/${there.clientId}`, undefined, version(1))] : []),
    ];
    for (const { status } of await Promise.all([...moves, ...removals])) statuses.add(status);
  }
  expect([...statuses].filter((status) => ![200, 204, 404, 409, 412].includes(status))).toEqual([]);
  const stranded = await database.withTenant(organizationId, (tx) =>
    tx.resource.count({
      where: {
        deletedAt: null,
        OR: [{ site: { deletedAt: { not: null } } }, { group: { deletedAt: { not: null } } }, { client: { deletedAt: { not: null } } }],
      },
    }),
  );
  expect(stranded).toBe(0);
});
