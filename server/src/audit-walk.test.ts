// Every route asked by its administrator, and what the audit log says of it: who changed something is told, with what was before and after;
// privileged reads are told too; and no entry ever holds a secret.
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeUser } from "../test/factories.ts";
import { CANARY } from "../test/matrix/canaries.ts";
import { type Installation, startInstallation } from "../test/matrix/installation.ts";
import { addPasskey } from "../test/matrix/moments.ts";
import { type Neighbours, startNeighbours } from "../test/matrix/neighbours.ts";
import type { Principal } from "../test/matrix/principals.ts";
import { apiRoutes, type Row, rowOf } from "../test/matrix/rows.ts";
import { enter, makeWorld, QUICK_HASH, type World } from "../test/matrix/world.ts";
import { PRIVILEGED_READS } from "./modules/audit/index.ts";

/** Writes that leave no entry, and why. */
const UNTOLD: Readonly<Record<string, string>> = {
  "POST /api/v1/setup": "the server is set up already",
  "POST /api/v1/password-reset": "told as its mail is queued, after the answer: see news.test.ts",
  "POST /api/v1/session/factor/options": "a challenge alone changes nothing",
  "POST /api/v1/session/step-up/options": "a challenge alone changes nothing",
  "POST /api/v1/me/factors/totp": "nothing is added until it is confirmed",
  "POST /api/v1/me/factors/passkey/options": "nothing is added until it is confirmed",
  "POST /api/v1/me/sso/link": "nothing is linked until the person is back from their provider",
  "POST /api/v1/notices/read-all": "a person's own marks",
  "POST /api/v1/notices/:id/read": "a person's own marks",
  "POST /api/v1/resources/:id/inventory/request": "a question to a machine changes nothing",
  "POST /api/v1/mail-settings/test": "a mail to oneself changes nothing",
};
/** Told without values, because they are secret. */
const VALUELESS = /^password\./;

interface Entry {
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
}

let neighbours: Neighbours;
let installation: Installation;
let world: World;

beforeAll(async () => {
  neighbours = await startNeighbours();
  installation = await startInstallation(neighbours);
  await installation.server.app.listen({ host: "127.0.0.1", port: 0 });
  const founder = await installation.server.administrator();
  world = await makeWorld(installation.server, QUICK_HASH, (await founder.get("/api/v1/session")).body.organization.id);
});
afterAll(async () => {
  await installation?.close();
  await neighbours?.close();
});

/** The newest entries of the world's organization, read by somebody who does nothing else. */
async function newest(limit = 40): Promise<{ total: number; items: Entry[] }> {
  return (await world.maker.get<{ total: number; items: Entry[] }>(`/api/v1/audit?limit=${limit}`)).body;
}

async function administrator({ by }: Pick<Row, "by">): Promise<Principal> {
  const { server, organizationId, passwordHash } = world;
  const { id, email } = await makeUser(server.db.database, organizationId, { passwordHash });
  const browser = await enter(server, email);
  if (by === "proven") await addPasskey(browser);
  return { browsers: [browser], person: { id, email, organizationId } };
}

/** Asks the route and answers what it said, and what the log says since. */
async function asked(row: Row): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; entries: Entry[] }> {
  const asker = await administrator(row);
  const ask = await row.ask({ world, asker, neighbours, installation });
  const { total } = await newest(1);
  const { status, headers } = await asker.browsers[0].call(row.method, ask.url ?? row.url, ask.body, ask.headers);
  const after = await newest();
  return { status, headers, entries: after.items.slice(0, after.total - total) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Whether details tell what was and what is. */
function tellsDifference({ changes, before, after }: Entry["details"]): boolean {
  if (!isObject(changes)) return before !== undefined && after !== undefined;
  const differing = Object.values(changes);
  return differing.length > 0 && differing.every((one) => isObject(one) && "before" in one && "after" in one);
}

test("every write is told in the log, and every change with what was before and after, without a secret", {
  timeout: 300_000,
}, async () => {
  const [untold, withoutDifference, talkative]: string[][] = [[], [], []];
  for (const route of apiRoutes(installation.server)) {
    const row = rowOf(route);
    if (row === undefined || route.method === "GET") continue;
    const { status, entries } = await asked(row);
    if (UNTOLD[route.name] !== undefined) continue;
    expect(status, route.name).toBeLessThan(400);
    if (entries.length === 0) untold?.push(route.name);
    for (const { action, details } of entries) {
      if (/(changed|configured)$/.test(action) && !VALUELESS.test(action) && !tellsDifference(details))
        withoutDifference?.push(`${route.name}: ${action} ${JSON.stringify(details)}`);
      if (Object.values(CANARY).some((secret) => JSON.stringify(details).includes(secret))) talkative?.push(`${route.name}: ${action}`);
    }
  }
  expect(untold, "these wrote no entry: tell them, or say in UNTOLD why not").toEqual([]);
  expect(withoutDifference, "these do not tell what was and what is").toEqual([]);
  expect(talkative, "these tell a secret").toEqual([]);
});

test("every privileged read is told in the log", async () => {
  for (const [name, action] of Object.entries(PRIVILEGED_READS)) {
    installation.refill();
    const route = apiRoutes(installation.server).find((one) => one.name === name);
    const row = route && rowOf(route);
    if (row === undefined) throw new Error(`there is no route ${name}`);
    const { status, entries } = await asked(row);
    expect([name, status, entries.map((entry) => entry.action).includes(action)]).toEqual([name, 200, true]);
  }
});

test("whatever downloads, asks for a proof to be read, or answers a kept secret is one of the privileged reads", {
  timeout: 120_000,
}, async () => {
  const found = new Set<string>();
  const { server, organizationId, passwordHash } = world;
  const { email } = await makeUser(server.db.database, organizationId, { passwordHash });
  const unproven = server.browser();
  unproven.address = "10.250.0.1";
  await unproven.ok("POST", "/api/v1/session", { email, password: "a horse that nobody expects" });
  for (const route of apiRoutes(server)) {
    const row = rowOf(route);
    if (row === undefined || route.method !== "GET") continue;
    installation.refill();
    const { headers } = await asked(row);
    if (headers["content-disposition"] !== undefined) found.add(route.name);
    const { body } = await unproven.get(route.url);
    if (body?.code === "STEP_UP_REQUIRED") found.add(route.name);
  }
  const told = readFileSync(path.join(import.meta.dirname, "../test/matrix/matrix-secrets.txt"), "utf8");
  for (const [name] of told.matchAll(/(?:GET|POST) \/api\/v1\/\S+/g)) found.add(name);
  expect(found).toEqual(new Set(Object.keys(PRIVILEGED_READS)));
});
