// No id of another organization, of a client out of reach, or of nothing is ever found: every id of every request is changed, one at a
// time, with both halves of tenancy and with each half alone. Requests come from the matrix's seeds and test/foreign-ids/asks.ts.
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, Browser, TestServer } from "../test/build-app.ts";
import { ID_ASKS, type IdAsk, NOT_CHANGED, NOT_OF_A_CLIENT } from "../test/foreign-ids/asks.ts";
import { type Checksums, changedTables, checksums, settled } from "../test/foreign-ids/checksums.ts";
import { MODES, startServer } from "../test/foreign-ids/modes.ts";
import { placesOf, withId } from "../test/foreign-ids/places.ts";
import { type ApiDocument, idsOfDocument, placeInWords } from "../test/foreign-ids/schema-ids.ts";
import type { Ask } from "../test/matrix/seeds.ts";
import { makeWorld, member, QUICK_HASH, type World } from "../test/matrix/world.ts";
import { newId } from "./ids.ts";

/** The route of a named request: without what tells it from others of the same route. */
const routeOf = (name: string): string => name.replace(/[?(].*$/, "").trim();

function send(browser: Browser, name: string, ask: Ask): Promise<Answer<unknown>> {
  const [method = "", route = ""] = routeOf(name).split(" ");
  return browser.call(method, ask.url ?? route, ask.body, ask.headers);
}

const inWords = ({ status, body }: Answer<unknown>): string => `${status} ${JSON.stringify(body)}`;

const isEmpty = ({ status, body }: Answer<unknown>): boolean =>
  status === 200 && (typeof body === "string" ? body.trim().split("\n").length === 1 : (body as { items: unknown[] }).items.length === 0);

/** What is wrong with the answer to a foreign id; undefined when nothing is. */
function problemOf({ finds }: IdAsk, answer: Answer<unknown>): string | undefined {
  const isRight = finds === "nothing" ? isEmpty(answer) : answer.status === 404;
  return isRight ? undefined : `answered ${inWords(answer).slice(0, 200)}`;
}

describe.each(MODES)("tenancy, %s", (mode) => {
  let server: TestServer;
  let owner: pg.Client;
  let world: World;
  let foreign: World;
  let ana: Browser;

  beforeAll(async () => {
    server = await startServer(mode);
    owner = new pg.Client(server.db.ownerConfig);
    await owner.connect();
    const founder = await server.administrator();
    world = await makeWorld(server, QUICK_HASH, (await founder.get("/api/v1/session")).body.organization.id);
    foreign = await makeWorld(server, QUICK_HASH);
    ana = await member(world, "administrators");
  });
  afterAll(async () => {
    await owner?.end();
    await server?.close();
  });

  /** Sends what `requests` makes, and answers in words which answers were wrong and which tables changed. */
  async function findProblems(name: string, about: IdAsk, requests: () => AsyncIterable<string | undefined>): Promise<string[]> {
    const before: Checksums = await settled(owner, server.clock);
    const problems: string[] = [];
    for await (const problem of requests()) if (problem !== undefined) problems.push(`${name} ${problem}`);
    const changed = changedTables(before, await checksums(owner)).filter((table) => about.moves?.tables.includes(table) !== true);
    return changed.length === 0 ? problems : [...problems, `${name} changed ${changed.join(", ")}`];
  }

  test("no answer holds an id of another organization", { timeout: 120_000 }, async () => {
    for (const about of Object.values(ID_ASKS)) if (about.finds === "nothing") await about.ask(foreign);
    const { rows } = await owner.query<{ id: string }>(
      "select id::text from clients where organization_id = $1 union select id::text from resources where organization_id = $1 " +
        "union select user_id::text from memberships where organization_id = $1 union select id::text from audit_entries where organization_id = $1",
      [foreign.organizationId],
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { method, url, demand } of server.app.routeDemands) {
      if (method !== "GET" || !url.startsWith("/api/v1/") || url.includes(":") || demand === "public" || url.endsWith("/live")) continue;
      const text = JSON.stringify((await ana.get(`${url}${url === "/api/v1/search" ? "?q=client" : ""}`)).body);
      expect(
        rows.filter(({ id }) => text.includes(id)),
        `${method} ${url}`,
      ).toEqual([]);
    }
  });

  test("ids of another organization are not found, like ids of nothing, and no table changes", { timeout: 600_000 }, async () => {
    const problems: string[] = [];
    const changedIds = new Set<string>();
    for (const [name, about] of Object.entries(ID_ASKS)) {
      const [own, theirs] = [await about.ask(world), await about.ask(foreign)];
      const foreignIds = placesOf(theirs);
      const places = placesOf(own);
      if (places.length === 0) continue;
      for (const place of places) changedIds.add(placeInWords(routeOf(name), place.name));
      async function* requests() {
        for (const [index, place] of places.entries()) {
          const answer = await send(ana, name, withId(own, place, foreignIds[index]?.id ?? ""));
          const problem = problemOf(about, answer);
          if (problem !== undefined) yield `with a foreign id at ${place.name} ${problem}`;
          // What an answer says depends on neither half: told apart or not is asked once.
          if (mode !== "both") continue;
          const nothing = await send(ana, name, withId(own, place, newId()));
          if (about.finds === undefined && inWords(nothing) !== inWords(answer))
            yield `at ${place.name} tells an id of nothing (${inWords(nothing)}) from a foreign one (${inWords(answer)})`;
        }
      }
      problems.push(...(await findProblems(name, about, requests)));
      if (about.unproven !== undefined) continue;
      const right = await send(ana, name, own);
      if (right.status >= 300 || (about.finds === "nothing" && isEmpty(right)))
        problems.push(`${name} with its own ids answered ${inWords(right)}: nothing was proven`);
    }
    expect(problems).toEqual([]);
    const known = idsOfDocument(server.app.swagger() as unknown as ApiDocument);
    expect(
      known.filter((id) => !changedIds.has(id) && NOT_CHANGED[id] === undefined),
      "add a request with this id to server/test/foreign-ids/asks.ts",
    ).toEqual([]);
    expect(Object.keys(NOT_CHANGED).filter((id) => !known.includes(id))).toEqual([]);
  });
});

describe("a person who reaches one client", () => {
  let server: TestServer;
  let owner: pg.Client;
  let world: World;
  let sibling: World;
  let tom: Browser;

  beforeAll(async () => {
    server = await startServer("both");
    owner = new pg.Client(server.db.ownerConfig);
    await owner.connect();
    const founder = await server.administrator();
    world = await makeWorld(server, QUICK_HASH, (await founder.get("/api/v1/session")).body.organization.id);
    sibling = { ...world, clientA: world.clientB, clientB: world.clientA };
    tom = await member(world, "tenant_admin", [{ kind: "client", id: world.clientA }]);
  });
  afterAll(async () => {
    await owner?.end();
    await server?.close();
  });

  test("finds no id of a sibling client, and changes nothing of it", { timeout: 600_000 }, async () => {
    const problems: string[] = [];
    const proven: string[] = [];
    for (const [name, about] of Object.entries(ID_ASKS)) {
      if (about.unproven !== undefined || NOT_OF_A_CLIENT[name] !== undefined) continue;
      const [own, theirs] = [await about.ask(world), await about.ask(sibling)];
      const siblingIds = placesOf(theirs);
      const places = placesOf(own).map((place, index) => ({ place, id: siblingIds[index]?.id ?? "" }));
      const others = places.filter(({ place, id }) => place.id !== id);
      if (others.length === 0) continue;
      const before = await settled(owner, server.clock);
      const answers: { name: string; answer: Answer<unknown> }[] = [];
      for (const { place, id } of others) answers.push({ name: place.name, answer: await send(tom, name, withId(own, place, id)) });
      const changed = changedTables(before, await checksums(owner)).filter((table) => about.moves?.tables.includes(table) !== true);
      const right = await send(tom, name, own);
      if (right.status === 403) {
        for (const { answer } of answers) if (answer.status !== 403) problems.push(`${name} ${inWords(answer)}, and its own is forbidden`);
      } else if (right.status >= 300) problems.push(`${name} with its own ids answered ${inWords(right)}: nothing was proven`);
      else {
        proven.push(name);
        for (const { name: at, answer } of answers) {
          const problem = problemOf(about, answer);
          if (problem !== undefined) problems.push(`${name} with a sibling's id at ${at} ${problem}`);
        }
      }
      if (changed.length > 0) problems.push(`${name} changed ${changed.join(", ")}`);
    }
    expect(problems).toEqual([]);
    expect(proven).toMatchInlineSnapshot(`
      [
        "POST /api/v1/contracts",
        "GET /api/v1/contracts/:id",
        "PATCH /api/v1/contracts/:id",
        "POST /api/v1/contracts/:id/cancel",
        "POST /api/v1/contracts/:id/riders",
        "POST /api/v1/contracts/:id/riders/:riderId/cancel",
        "POST /api/v1/tickets",
        "GET /api/v1/tickets/:id",
        "PATCH /api/v1/tickets/:id",
        "POST /api/v1/tickets/:id/close",
        "POST /api/v1/tickets/:id/cancel",
        "POST /api/v1/tickets/:id/reopen",
        "GET /api/v1/tickets/:id/messages",
        "POST /api/v1/tickets/:id/messages",
        "GET /api/v1/tickets/:id/history",
        "GET /api/v1/tickets/:id/attachments",
        "POST /api/v1/tickets/:id/attachments",
        "GET /api/v1/tickets/:id/attachments/:fileId",
        "DELETE /api/v1/tickets/:id/attachments/:fileId",
        "GET /api/v1/clients/:id",
        "PATCH /api/v1/clients/:id",
        "POST /api/v1/sites",
        "GET /api/v1/sites/:id",
        "PATCH /api/v1/sites/:id",
        "DELETE /api/v1/sites/:id",
        "POST /api/v1/resources",
        "POST /api/v1/resources/:id/restore",
        "GET /api/v1/resources/:id/notes",
        "POST /api/v1/resources/:id/notes",
        "GET /api/v1/resources/:id/attachments",
        "POST /api/v1/resources/:id/attachments",
        "GET /api/v1/resources/:id/attachments/:fileId",
        "DELETE /api/v1/resources/:id/attachments/:fileId",
        "GET /api/v1/resources/:id/fields",
        "PUT /api/v1/resources/:id/fields",
        "GET /api/v1/resources/:id",
        "PATCH /api/v1/resources/:id",
        "DELETE /api/v1/resources/:id",
        "POST /api/v1/resources/:id/approve",
        "POST /api/v1/resources/:id/refuse",
        "POST /api/v1/resources/:id/revoke",
        "GET /api/v1/resources/:id/events",
        "GET /api/v1/resources/:id/metrics",
        "GET /api/v1/resources/:id/inventory",
        "GET /api/v1/resources/:id/log-requests",
        "POST /api/v1/resources/:id/log-requests",
        "GET /api/v1/resources/:id/identity",
        "POST /api/v1/resources/:id/merge",
        "POST /api/v1/duplicate-proposals/:id/dismiss",
        "POST /api/v1/resources/:id/lift-quarantine",
        "GET /api/v1/resources/:id/software",
        "GET /api/v1/resources/:id/changes",
        "GET /api/v1/software/:id/resources/export",
        "POST /api/v1/resources/:id/licences/remove",
        "GET /api/v1/software/:id/resources",
        "POST /api/v1/resource-groups",
        "PATCH /api/v1/resource-groups/:id",
        "DELETE /api/v1/resource-groups/:id",
        "POST /api/v1/enrollment-tokens",
        "POST /api/v1/enrollment-tokens/:id/revoke",
        "GET /api/v1/settings",
        "PUT /api/v1/settings/:scope/:id/:key",
        "POST /api/v1/secrets",
        "GET /api/v1/secrets/:id",
        "PATCH /api/v1/secrets/:id",
        "DELETE /api/v1/secrets/:id",
        "PUT /api/v1/secrets/:id/access",
        "POST /api/v1/secrets/:id/reveal",
        "GET /api/v1/secrets/:id/history",
        "GET /api/v1/sites?clientId",
        "GET /api/v1/resources/export?clientId",
        "GET /api/v1/resources/export?siteId",
        "GET /api/v1/resources/export?groupId",
        "GET /api/v1/resources/export?typeId",
        "GET /api/v1/resources?clientId",
        "GET /api/v1/resources?siteId",
        "GET /api/v1/resources?groupId",
        "GET /api/v1/resources?typeId",
        "GET /api/v1/resource-groups?clientId",
        "GET /api/v1/secrets?clientId",
        "GET /api/v1/secrets?resourceId",
        "GET /api/v1/settings?id (client)",
        "PUT /api/v1/settings/:scope/:id/:key (client)",
        "GET /api/v1/settings?id (site)",
        "PUT /api/v1/settings/:scope/:id/:key (site)",
        "GET /api/v1/settings?id (group)",
        "PUT /api/v1/settings/:scope/:id/:key (group)",
        "POST /api/v1/secrets (resource)",
        "PATCH /api/v1/secrets/:id (client)",
        "PATCH /api/v1/secrets/:id (resource)",
        "GET /api/v1/contracts?clientId",
        "POST /api/v1/contracts (groups)",
        "PATCH /api/v1/contracts/:id (groups)",
        "GET /api/v1/contacts?clientId",
        "GET /api/v1/tickets?clientId",
        "GET /api/v1/tickets?resourceId",
        "GET /api/v1/software/:id/resources (lacking)",
      ]
    `);
  });
});

test("with the application's checks off a person who reaches one client sees the others: the checks are really off", async () => {
  const server = await startServer("rows alone");
  try {
    const founder = await server.administrator();
    const world = await makeWorld(server, QUICK_HASH, (await founder.get("/api/v1/session")).body.organization.id);
    const tess = await member(world, "viewer", [{ kind: "client", id: world.clientB }]);
    expect((await tess.get(`/api/v1/clients/${world.clientA}`)).status).toBe(200);
  } finally {
    await server.close();
  }
});
