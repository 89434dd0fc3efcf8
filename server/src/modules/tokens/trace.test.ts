// What a program does is the deed of the token's creator, done with that token: on every route that takes tokens.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { SEEDS } from "../../../test/matrix/seeds.ts";
import { makeWorld, type World } from "../../../test/matrix/world.ts";
import { TOKEN_SCOPES } from "../../http/token-rules.ts";
import { createPasswords } from "../accounts/index.ts";
import { verifyChain } from "../audit/index.ts";

let server: TestServer;
let ana: Browser;
let world: World;
let token: { id: string; token: string };

beforeAll(async () => {
  server = await buildTestServer();
  // A machine that is asked for its inventory has to be connected.
  await server.app.listen({ host: "127.0.0.1", port: 0 });
  ana = await server.administrator();
  const { organization, user } = (await ana.get("/api/v1/session")).body;
  const passwordHash = await createPasswords().hash("a horse that nobody expects");
  // What seeds need is made by somebody else, so that the token's creator is the actor of what the token did alone.
  world = await makeWorld(server, passwordHash, organization.id);
  expect(world.makerId).not.toBe(user.id);
  token = await ana.ok("POST", "/api/v1/api-tokens", { name: "Reports", scopes: [...TOKEN_SCOPES] });
});
afterAll(() => server.close());

test("every change by a token is audited as its creator's, with the token", async () => {
  const { id: creator } = (await ana.get("/api/v1/session")).body.user;
  let changes = 0;
  for (const { method, url } of server.app.routeDemands) {
    const seed = SEEDS[`${method} ${url}`];
    if (seed === undefined || seed.spendsSession === true || method === "GET") continue;
    const ask = await seed.ask(world);
    const { statusCode } = await server.app.inject({
      method: method as "POST",
      url: ask.url ?? url,
      headers: { authorization: `Bearer ${token.token}`, ...ask.headers },
      ...(ask.body !== undefined && { payload: ask.body as object }),
    });
    if (statusCode < 300) changes++;
  }
  expect(changes).toBeGreaterThan(15);

  interface Entry {
    action: string;
    token: { id: string; name: string } | null;
  }
  const { items } = (await ana.get<{ items: Entry[] }>(`/api/v1/audit?limit=200&actorId=${creator}`)).body;
  const own = items.filter((entry) => entry.token === null).map(({ action }) => action);
  expect(new Set(own)).toEqual(new Set(["installation.set_up", "api_token.created"]));
  expect(items.length - own.length).toBeGreaterThanOrEqual(changes - 3);

  // The token is among the bytes that the chain is over.
  expect((await verifyChain(server.db.database, world.organizationId, new Map())).broken).toBeUndefined();

  const filtered = (await ana.get<{ items: Entry[]; total: number }>(`/api/v1/audit?limit=1&tokenId=${token.id}`)).body;
  expect(filtered).toMatchObject({ total: items.length - own.length, items: [{ token: { id: token.id, name: "Reports" } }] });
  const csv = (await ana.get<string>(`/api/v1/audit/export.csv?tokenId=${token.id}`)).body;
  expect(csv.split("\r\n").slice(1, -1)).toHaveLength(filtered.total);
  expect(csv.split("\r\n")[1]).toContain(`,user,${creator},Ana Admin,${token.id},Reports,`);
});
