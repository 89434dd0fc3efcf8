import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";

let server: TestServer;
let ana: Browser;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
});
afterAll(() => server.close());

const desk = async () => (await ana.get("/api/v1/desks")).body.items[0];

test("one desk is there after set-up, with a first and a last stage, an open, a normalised and a closed status, and a usual priority", async () => {
  const { items } = (await ana.get("/api/v1/desks")).body;
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ name: "Service desk", default: true, active: true });
  const { stages, statuses, priorities } = items[0];
  expect(stages.map(({ first, last }: { first: boolean; last: boolean }) => [first, last])).toEqual([
    [true, false],
    [false, false],
    [false, false],
    [false, true],
  ]);
  expect(statuses).toMatchObject([{ default: true }, { normalised: true }, { closed: true }]);
  expect(priorities.map((one: { name: string; default: boolean }) => [one.name, one.default])).toEqual([
    ["Low", false],
    ["Normal", true],
    ["High", false],
    ["Urgent", false],
  ]);
});

test("its parts get other names, each against its own version, and the log says what was before", async () => {
  const { id, stages, statuses, priorities } = await desk();
  const url = `/api/v1/desks/${id}`;
  await ana.ok("PATCH", url, { name: " Help " }, { "if-match": '"1"' });
  await ana.ok("PATCH", `${url}/stages/${stages[1].id}`, { name: "Working", maxMinutes: 240 }, { "if-match": '"1"' });
  await ana.ok("PATCH", `${url}/statuses/${statuses[0].id}`, { name: "Ongoing" }, { "if-match": '"1"' });
  const changed = await ana.ok("PATCH", `${url}/priorities/${priorities[3].id}`, { name: "Now" }, { "if-match": '"1"' });
  expect(changed).toMatchObject({ name: "Help", stages: { 1: { name: "Working", maxMinutes: 240, version: 2 } } });
  expect([changed.statuses[0].name, changed.priorities[3].name]).toEqual(["Ongoing", "Now"]);
  const stale = await ana.call("PATCH", `${url}/statuses/${statuses[0].id}`, { name: "Other" }, { "if-match": '"1"' });
  expect(stale).toMatchObject({ status: 412 });
  const entries = (await ana.get("/api/v1/audit?limit=4")).body.items;
  expect(entries).toMatchObject([
    { action: "priority.changed", details: { changes: { name: { before: "Urgent", after: "Now" } } } },
    { action: "ticket_status.changed" },
    { action: "stage.changed" },
    { action: "desk.changed", details: { changes: { name: { before: "Service desk", after: "Help" } } } },
  ]);
});

test("whoever answers tickets sees desks, and does not change them", async () => {
  const { id } = await desk();
  const hal = await server.member("helpdesk");
  expect((await hal.get("/api/v1/desks")).status).toBe(200);
  expect((await hal.call("PATCH", `/api/v1/desks/${id}`, { name: "Mine" }, { "if-match": '"2"' })).status).toBe(403);
});
