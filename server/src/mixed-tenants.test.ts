// Two organizations at once on a server with three connections: nobody is shown a row of the other, and nothing waits for ever.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../test/build-app.ts";
import { makeResource } from "../test/factories.ts";
import { type Database, openDatabase } from "./database/index.ts";

let server: TestServer;
let narrow: Database | undefined;

beforeAll(async () => {
  server = await buildTestServer(({ appConfig, telemetryConfig }) => {
    narrow = openDatabase({ app: { ...appConfig, max: 3 }, telemetry: { ...telemetryConfig, max: 1 } });
    return { database: narrow };
  });
});
afterAll(async () => {
  await server?.close();
  await narrow?.close();
});

/** An organization with a machine, and the names that only it may be shown. */
async function side(browser: Browser, word: string) {
  const { organization } = (await browser.get("/api/v1/session")).body;
  const client = await browser.ok("POST", "/api/v1/clients", { name: `${word} client` });
  const { id, siteId } = await makeResource(server.db.database, organization.id, { name: `${word} machine`, clientId: client.id });
  return { browser, word, clientId: client.id as string, resourceId: id, siteId };
}

test("200 mixed requests are all answered, each with its own organization's rows alone", async () => {
  const sides = [await side(await server.administrator(), "Heron"), await side((await server.neighbour()).browser, "Badger")];
  const [heron, badger] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const asks = Array.from({ length: 200 }, async (_, index) => {
    const [mine, theirs] = index % 2 === 0 ? [heron, badger] : [badger, heron];
    const { browser } = mine;
    const ways = [
      () => browser.get("/api/v1/resources"),
      () => browser.get(`/api/v1/resources/${mine.resourceId}`),
      () => browser.get("/api/v1/clients"),
      () => browser.get("/api/v1/search?q=machine"),
      () => browser.get("/api/v1/audit"),
      () => browser.call("POST", "/api/v1/clients", { name: `${mine.word} ${index}` }),
      () => browser.call("POST", "/api/v1/resource-groups", { clientId: mine.clientId, name: `${mine.word} ${index}` }),
      () => browser.get(`/api/v1/resources/${theirs.resourceId}`),
    ];
    const way = Math.floor(index / 2) % ways.length;
    const { status, body } = (await ways[way]?.()) ?? { status: 0, body: "" };
    const isForeign = way === ways.length - 1;
    return { right: isForeign ? status === 404 : status < 300, leaks: JSON.stringify(body).includes(theirs.word), status };
  });
  const answers = await Promise.all(asks);
  expect(answers.filter(({ right }) => !right)).toEqual([]);
  expect(answers.filter(({ leaks }) => leaks)).toEqual([]);
  for (const { browser, word } of sides) {
    const { items } = (await browser.get("/api/v1/clients?limit=100")).body;
    expect(items.filter(({ name }: { name: string }) => name.startsWith(`${word} `))).toHaveLength(13);
  }
});
