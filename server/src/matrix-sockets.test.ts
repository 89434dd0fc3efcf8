// Every message of the agent socket by everybody who may stand at it, and every message and topic of the live feed (GET /api/v1/live) by
// every kind of principal; kept as reviewed tables (test/matrix/matrix-agents.txt, matrix-live.txt).
import { readFileSync } from "node:fs";
import path from "node:path";
import type { EnvelopeCase } from "@vigia/protocol";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestServer } from "../test/build-app.ts";
import { answerTo } from "../test/matrix/agent-answers.ts";
import { activeAgent, MESSAGES, SPEAKERS, type Speech } from "../test/matrix/agent-messages.ts";
import { type Installation, startInstallation } from "../test/matrix/installation.ts";
import { LIVE_MESSAGES, listenTo, liveAnswer } from "../test/matrix/live-messages.ts";
import { type Neighbours, startNeighbours } from "../test/matrix/neighbours.ts";
import { onceEach, principalsOf } from "../test/matrix/principals.ts";
import { tableOf } from "../test/matrix/table.ts";
import { makeWorld, QUICK_HASH, resource, type World } from "../test/matrix/world.ts";
import { CLIENT_MESSAGES, TOPICS } from "./plugins/live/messages.ts";

const TABLES = path.resolve(import.meta.dirname, "../test/matrix");
const ENVELOPE = path.resolve(import.meta.dirname, "../../protocol/proto/vigia/v1/envelope.proto");
let neighbours: Neighbours;
let installation: Installation;
let server: TestServer;
let base: string;
let owner: pg.Client;
let world: World;
let foreign: World;

beforeAll(async () => {
  neighbours = await startNeighbours();
  installation = await startInstallation(neighbours);
  server = installation.server;
  base = (await server.app.listen({ host: "127.0.0.1", port: 0 })).replace("http", "ws");
  const founder = await server.administrator();
  world = await makeWorld(server, QUICK_HASH, (await founder.get("/api/v1/session")).body.organization.id);
  foreign = await makeWorld(server, QUICK_HASH);
  owner = new pg.Client(server.db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await installation?.close();
  await neighbours?.close();
});

/** The cases of the envelope, as the protocol itself lists them. */
const cases = (): string[] =>
  [...readFileSync(ENVELOPE, "utf8").matchAll(/^ {4}\w+ (\w+) = \d+;$/gm)].map(([, name = ""]) =>
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );

test("every message of the protocol, of the live feed, and every topic has its rows", () => {
  expect(cases().length).toBeGreaterThan(10);
  expect(new Set(Object.keys(MESSAGES))).toEqual(new Set(cases()));
  expect(new Set(Object.keys(LIVE_MESSAGES))).toEqual(new Set(CLIENT_MESSAGES));
});

test("what the agent socket makes of every message is the reviewed table, and no intruder touches another's agent", {
  timeout: 120_000,
}, async () => {
  const agents = `${base}/agent/v1`;
  const victim = await activeAgent(world, agents);
  const speech: Speech = { world, foreign, agents, victim };
  const victimRow = async () =>
    JSON.stringify((await owner.query("select * from agents where resource_id = $1", [victim.resourceId])).rows);
  const before = await victimRow();
  expect(before).not.toBe("[]");
  const rows = [["message", ...Object.keys(SPEAKERS)]];
  for (const name of cases())
    for (const [how, message] of Object.entries(MESSAGES[name as EnvelopeCase])) {
      const cells = Object.values(SPEAKERS).map(async (make) => answerTo(message, await make(speech), speech));
      rows.push([`${name} ${how}`.trim(), ...(await Promise.all(cells))]);
    }
  expect(await victimRow()).toBe(before);
  await expect(tableOf(rows)).toMatchFileSnapshot(path.join(TABLES, "matrix-agents.txt"));
});

test("what the live feed makes of every message and topic is the reviewed table", async () => {
  const makers = principalsOf({ server, world, foreign, agents: `${base}/agent/v1`, owner });
  const kinds = Object.keys(makers);
  const principal = onceEach(makers);
  const url = `${base}/api/v1/live`;
  const foreignToken = foreign.maker.csrfToken;
  const rows = [["message", ...kinds]];
  const cellsOf = async (cell: (kind: string) => Promise<string>) => {
    const cells: string[] = [];
    for (const kind of kinds) cells.push(await cell(kind));
    return cells;
  };
  for (const name of CLIENT_MESSAGES)
    for (const [how, message] of Object.entries(LIVE_MESSAGES[name] ?? {})) {
      const cell = async (kind: string) => {
        // Every way to present oneself is refused before the first word; wrong tokens of one address are held back after a while.
        const { browsers } = await principal(kind);
        const said = (rows.length === 1 ? browsers : browsers.slice(0, 1)).map((browser) =>
          liveAnswer(url, message, { browser, foreignToken }),
        );
        return [...new Set(await Promise.all(said))].join("/");
      };
      rows.push([`${name} ${how}`, ...(await cellsOf(cell))]);
    }
  const [near, far] = [await resource(world), await resource(foreign)];
  const topics = Object.entries(TOPICS).flatMap(([name, { ofResource }]) =>
    ofResource
      ? [
          { topic: `${name}:${near.id}`, words: `${name} of client A's` },
          { topic: `${name}:${far.id}`, words: `${name} of the foreign's` },
        ]
      : [{ topic: name, words: name }],
  );
  const heard = new Map<string, string[]>();
  for (const kind of kinds) {
    const { browsers } = await principal(kind);
    heard.set(
      kind,
      await listenTo(
        url,
        browsers[0],
        topics.map(({ topic }) => topic),
      ),
    );
  }
  for (const [index, { words }] of topics.entries())
    rows.push([`topic ${words}`, ...(await cellsOf(async (kind) => heard.get(kind)?.[index] ?? ""))]);
  await expect(tableOf(rows)).toMatchFileSnapshot(path.join(TABLES, "matrix-live.txt"));
});
