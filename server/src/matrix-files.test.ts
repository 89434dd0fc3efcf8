// What is not the API, by every kind of principal: pages, files, downloads and the server's own figures; and the API before anybody set the
// server up, when there is nobody but strangers. Kept as a reviewed table (test/matrix/matrix-files.txt).
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ADMINISTRATOR } from "../test/build-app.ts";
import { type ApiDocument, SHOWN_ON_PURPOSE, secretNames } from "../test/matrix/answer-schemas.ts";
import { FILES, fileCell } from "../test/matrix/files.ts";
import { type Installation, startInstallation } from "../test/matrix/installation.ts";
import { type Neighbours, startNeighbours } from "../test/matrix/neighbours.ts";
import { onceEach, principalsOf } from "../test/matrix/principals.ts";
import { allRoutes, apiRoutes } from "../test/matrix/rows.ts";
import { SEEDS } from "../test/matrix/seeds.ts";
import { tableOf } from "../test/matrix/table.ts";
import { makeWorld, QUICK_HASH } from "../test/matrix/world.ts";

const TABLES = path.resolve(import.meta.dirname, "../test/matrix");
let neighbours: Neighbours;
let installation: Installation;
let owner: pg.Client;

beforeAll(async () => {
  neighbours = await startNeighbours();
  installation = await startInstallation(neighbours);
  owner = new pg.Client(installation.server.db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await installation?.close();
  await neighbours?.close();
});

test("every route that is not the API has its row", () => {
  const others = allRoutes(installation.server.app).filter(({ url }) => !url.startsWith("/api/v1/"));
  expect(others.map(({ name }) => name).filter((name) => FILES[name] === undefined)).toEqual([]);
});

test("no answer's schema holds a secret, but for those that show one on purpose", () => {
  const names = secretNames(installation.server.app.swagger() as ApiDocument);
  expect(names.filter((name) => SHOWN_ON_PURPOSE[name] === undefined)).toEqual([]);
  expect(Object.keys(SHOWN_ON_PURPOSE).filter((name) => !names.includes(name))).toEqual([]);
});

test("before set-up a stranger may set the server up, and gets nothing else that is not public", async () => {
  const { server } = installation;
  const stranger = server.browser();
  const open: string[] = [];
  for (const { method, url, name, demand } of apiRoutes(server)) {
    if (name === "POST /api/v1/setup") continue;
    const seedless = SEEDS[name] === undefined;
    const { status } = await stranger.call(method, url.replace(/:\w+/g, "00000000-0000-7000-8000-000000000000"), seedless ? {} : undefined);
    if (demand !== "public") expect(status, name).toBe(401);
    else if (status < 300) open.push(name);
  }
  expect(open).toEqual(["GET /api/v1/setup", "GET /api/v1/sso/offer"]);
  const body = { code: server.setupCode.text, ...ADMINISTRATOR };
  expect((await server.browser().call("POST", "/api/v1/setup", { ...body, code: "none" })).status).toBe(403);
  expect((await stranger.call("POST", "/api/v1/setup", body)).status).toBe(201);
  expect((await server.browser().call("GET", "/api/v1/setup")).status).toBe(404);
  expect((await server.browser().call("POST", "/api/v1/setup", body)).status).toBe(404);
});

test("the table of who is given which file is the reviewed one", async () => {
  const { server } = installation;
  const [world, foreign] = [await makeWorld(server, QUICK_HASH), await makeWorld(server, QUICK_HASH)];
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  const makers = principalsOf({ server, world, foreign, agents: `${address.replace("http", "ws")}/agent/v1`, owner });
  const principal = onceEach(makers);
  const rows = [["route", ...Object.keys(makers)]];
  for (const [name, file] of Object.entries(FILES)) {
    const cells: string[] = [];
    for (const kind of Object.keys(makers)) cells.push(await fileCell(name, file, await principal(kind)));
    rows.push([name, ...cells]);
  }
  expect(rows.filter((cells) => cells.includes("500"))).toEqual([]);
  await expect(tableOf(rows)).toMatchFileSnapshot(path.join(TABLES, "matrix-files.txt"));
});
