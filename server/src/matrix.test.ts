// Who may ask what: every registered route by every kind of principal, kept as a reviewed table (test/matrix/matrix.txt).
// A line that changes there is a change of who may do what, and is to be read as one.
import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answer, TestServer } from "../test/build-app.ts";
import { heldBy, plant } from "../test/matrix/canaries.ts";
import { type Installation, startInstallation } from "../test/matrix/installation.ts";
import { addPasskey, type By, MOMENTS, type Scene } from "../test/matrix/moments.ts";
import { type Neighbours, startNeighbours } from "../test/matrix/neighbours.ts";
import { makeSecrets } from "../test/matrix/planting.ts";
import { type Make, onceEach, type Principal, principalsOf } from "../test/matrix/principals.ts";
import { apiRoutes, cellOf, isOpen, rowOf } from "../test/matrix/rows.ts";
import { type Ask, ELSEWHERE, SEEDS } from "../test/matrix/seeds.ts";
import { tableOf } from "../test/matrix/table.ts";
import { makeWorld, QUICK_HASH, type World } from "../test/matrix/world.ts";

const TABLES = path.resolve(import.meta.dirname, "../test/matrix");
/** Nobody among these is ever told a secret that is not their own, whatever the reviewed table says. */
const LOWEST = "anonymous expired viewer helpdesk scripter approver tech_B foreign token agent pending enrol".split(" ");
/** Open until somebody set the server up, which makes everybody else; matrix-files.test.ts asks them then. */
const ONLY_BEFORE_SETUP = new Set(["GET /api/v1/setup", "POST /api/v1/setup"]);

let neighbours: Neighbours;
let installation: Installation;
let server: TestServer;
let world: World;
let foreign: World;
let makers: Readonly<Record<string, Make>>;
let owner: pg.Client;

beforeAll(async () => {
  neighbours = await startNeighbours();
  installation = await startInstallation(neighbours);
  server = installation.server;
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  const founder = await server.administrator();
  const organizationId = (await founder.get("/api/v1/session")).body.organization.id;
  world = await makeWorld(server, QUICK_HASH, organizationId);
  foreign = await makeWorld(server, QUICK_HASH);
  owner = new pg.Client(server.db.ownerConfig);
  await owner.connect();
  makers = principalsOf({ server, world, foreign, agents: `${address.replace("http", "ws")}/agent/v1`, owner });
});
afterAll(async () => {
  await owner?.end();
  await installation?.close();
  await neighbours?.close();
});

const scene = (asker: Principal): Scene => ({ world, asker, neighbours, installation });

test("every route is asked here, or by the test that is named", () => {
  const routes = apiRoutes(server);
  const unknown = routes.filter((route) => rowOf(route) === undefined && ELSEWHERE[route.name] === undefined);
  expect(
    unknown.map(({ name }) => name),
    "these routes have no seed: add them to server/test/matrix/seeds.ts, as its first lines say",
  ).toEqual([]);
  const names = new Set(routes.map(({ name }) => name));
  const asked = [...Object.keys(SEEDS), ...Object.keys(MOMENTS), ...Object.keys(ELSEWHERE)];
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
  expect(asked.filter((name, index) => asked.indexOf(name) !== index)).toEqual([]);
});

test.each(Object.entries(ELSEWHERE))("%s is really asked by its named test", (name, words) => {
  const file = /^[\w/-]+\.test\.ts/.exec(words)?.[0] ?? "";
  const url = (name.split(" ")[1] ?? "").replace(/\/:\w+.*$/, "/");
  expect(readFileSync(path.join(import.meta.dirname, file), "utf8")).toContain(url);
});

test("the tables of who may ask what, and whom a secret is told, are the reviewed ones; every route is open to somebody", {
  timeout: 600_000,
}, async () => {
  const standing = onceEach(makers);
  const askers: Record<By, (kind: string) => Promise<Principal>> = {
    anybody: standing,
    // What is no person has no session to lose.
    newcomer: async (kind) => ((await standing(kind)).person === undefined ? standing(kind) : onceEach(makers)(kind)),
    proven: onceEach(makers, async ({ person, browsers: [browser] }) => person && addPasskey(browser)),
  };
  const kinds = Object.keys(makers);
  const canaries = await plant(await makeSecrets({ world, neighbours }), { world, owner });
  const told = new Map(canaries.map(({ name }) => [name, new Map<string, Set<string>>()]));
  const rows: string[][] = [["route", "demands", ...kinds]];
  const closed: string[] = [];
  for (const route of apiRoutes(server)) {
    const row = rowOf(route);
    if (row === undefined) continue;
    const [cells, kept]: [string[], { ask?: Ask }] = [[], {}];
    for (const kind of kinds) {
      const heard = (answer: Answer<unknown>): void => {
        for (const name of heldBy(answer, canaries)) {
          const places = told.get(name);
          places?.set(route.name, (places.get(route.name) ?? new Set()).add(kind));
        }
      };
      cells.push(await cellOf(row, scene(await askers[row.by](kind)), heard, kept));
    }
    if (!cells.some(isOpen) && !ONLY_BEFORE_SETUP.has(route.name)) closed.push(`${route.name}: ${cells.join(" ")}`);
    rows.push([route.name, route.demand, ...cells]);
  }
  expect(closed, "nobody gets a 2xx: the seed does not fit the route").toEqual([]);
  const overheard = [...told].flatMap(([name, places]) =>
    [...places].flatMap(([route, heardBy]) => LOWEST.filter((kind) => heardBy.has(kind)).map((kind) => `${name}: ${route} told ${kind}`)),
  );
  expect(overheard, "a secret is told to those who may never hear one").toEqual([]);
  const secrets = [...told].flatMap(([name, places]) => {
    const lines = [...places].map(([route, heardBy]) => [name, route, [...heardBy].join(" ")]);
    return lines.length === 0 ? [[name, "no answer holds it", ""]] : lines;
  });
  await expect(tableOf(rows)).toMatchFileSnapshot(path.join(TABLES, "matrix.txt"));
  await expect(tableOf([["secret", "told by", "to"], ...secrets])).toMatchFileSnapshot(path.join(TABLES, "matrix-secrets.txt"));
});
