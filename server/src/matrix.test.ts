// Who may ask what: every registered route by every kind of principal, kept as a reviewed table (test/matrix/matrix.txt).
// A line that changes there is a change of who may do what, and is to be read as one.
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, type Browser, buildTestServer, PASSWORD, type TestServer } from "../test/build-app.ts";
import { makeUser } from "../test/factories.ts";
import { type Ask, ELSEWHERE, SEEDS } from "../test/matrix/seeds.ts";
import { enter, makeWorld, member, type World } from "../test/matrix/world.ts";
import { createPasswords } from "./modules/accounts/index.ts";

const TABLE = path.resolve(import.meta.dirname, "../test/matrix/matrix.txt");

/** A kind of principal: how one of it is made. */
type Make = () => Promise<Browser>;

let server: TestServer;
let world: World;
let foreign: World;
let makers: Record<string, Make>;
let owner: pg.Client;

beforeAll(async () => {
  server = await buildTestServer();
  const founder = await server.administrator();
  const organizationId = (await founder.get("/api/v1/session")).body.organization.id;
  const passwordHash = await createPasswords().hash(PASSWORD);
  world = await makeWorld(server, passwordHash, organizationId);
  foreign = await makeWorld(server, passwordHash);
  const at = (id: string) => [{ kind: "client" as const, id }];
  makers = {
    anonymous: async () => server.browser(),
    expired: async () => {
      const browser = await member(world, "administrators");
      const ended = { cookie: browser.cookie, csrfToken: browser.csrfToken };
      await browser.ok("DELETE", "/api/v1/session");
      return Object.assign(browser, ended);
    },
    viewer: () => member(world, "viewer"),
    helpdesk: () => member(world, "helpdesk"),
    technician: () => member(world, "technician"),
    client_admin_A: () => member(world, "client_admin", at(world.clientA)),
    technician_B: () => member(world, "technician", at(world.clientB)),
    tenant_admin: () => member(world, "tenant_admin"),
    administrator: () => member(world, "administrators"),
    foreign_admin: async () => enter(server, (await makeUser(server.db.database, foreign.organizationId, { passwordHash })).email),
  };
  owner = new pg.Client(server.db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await server?.close();
});

const routes = () =>
  server.app.routeDemands
    .filter(({ url, method }) => url.startsWith("/api/v1/") && method !== "HEAD" && method !== "OPTIONS")
    .map(({ method, url, demand }) => ({ method, url, demand, name: `${method} ${url}` }))
    .sort((one, other) => one.url.localeCompare(other.url) || one.method.localeCompare(other.method));

const send = (browser: Browser, { method, url }: { method: string; url: string }, ask: Ask): Promise<Answer<unknown>> =>
  browser.call(method, ask.url ?? url, ask.body, ask.headers);

test("every route is asked here or elsewhere", () => {
  const unknown = routes().filter(({ name }) => SEEDS[name] === undefined && ELSEWHERE[name] === undefined);
  expect(
    unknown.map(({ name }) => name),
    "these routes have no seed: add them to server/test/matrix/seeds.ts, as its first lines say",
  ).toEqual([]);
  const names = new Set(routes().map(({ name }) => name));
  expect(Object.keys({ ...SEEDS, ...ELSEWHERE }).filter((name) => !names.has(name))).toEqual([]);
});

test("the table of who may ask what is the reviewed one, and every route is open to somebody", { timeout: 90_000 }, async () => {
  const standing: Record<string, Browser> = {};
  for (const [kind, make] of Object.entries(makers)) standing[kind] = await make();
  const lines: string[] = [];
  const closed: string[] = [];
  for (const route of routes()) {
    const seed = SEEDS[route.name];
    if (seed === undefined) continue;
    const cells: string[] = [];
    for (const [kind, make] of Object.entries(makers)) {
      const browser = seed.spendsSession === true ? await make() : (standing[kind] as Browser);
      cells.push(String((await send(browser, route, await seed.ask(world))).status));
    }
    if (!cells.some((cell) => cell.startsWith("2"))) closed.push(`${route.name}: ${cells.join(" ")}`);
    lines.push(`${route.name.padEnd(52)} ${route.demand.padEnd(20)} ${cells.map((cell) => cell.padEnd(14)).join(" ")}`.trimEnd());
  }
  const head = `${"route".padEnd(52)} ${"demands".padEnd(20)} ${Object.keys(makers)
    .map((kind) => kind.padEnd(14))
    .join(" ")}`.trimEnd();
  expect(closed, "nobody gets a 2xx: the seed does not fit the route").toEqual([]);
  await expect(`${[head, ...lines].join("\n")}\n`).toMatchFileSnapshot(TABLE);
});

test("ids of another organization are not found, and nothing of it changes", { timeout: 60_000 }, async () => {
  const ana = await makers["administrator"]?.();
  for (const route of routes()) {
    const seed = SEEDS[route.name];
    if (seed === undefined || seed.spendsSession === true) continue;
    const [own, theirs] = [await seed.ask(world), await seed.ask(foreign)];
    if (!namesAnId(own) || ana === undefined) continue;
    await settled();
    const before = await checksum(foreign.organizationId);
    const { status } = await send(ana, route, theirs);
    expect([404, 400, 403], `${route.name} answered ${status}`).toContain(status);
    expect(await checksum(foreign.organizationId), route.name).toBe(before);
  }
});

const namesAnId = ({ url = "", body }: Ask): boolean => /[\da-f]{8}-[\da-f]{4}-7/.test(url + JSON.stringify(body ?? {}));

/** Waits until everything that making a seed set off is done: telling its events marks their rows. */
const settled = () =>
  expect
    .poll(async () => (await owner.query("select from outbox where published_at is null and created_at < now()")).rowCount, {
      timeout: 10_000,
    })
    .toBe(0);

/** All rows of an organization, in all tables, as one number. */
async function checksum(organizationId: string): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I', table_name) as name from information_schema.columns
     where table_schema = 'public' and column_name = 'organization_id' order by 1`,
  );
  const parts = tables.map(
    ({ name }) => `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t where organization_id = $1`,
  );
  const { rows } = await owner.query<{ sum: string }>(`select md5(string_agg(sum, '')) as sum from (${parts.join(" union all ")}) s`, [
    organizationId,
  ]);
  return rows[0]?.sum ?? "";
}
