import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { deliver, metrics, report } from "../../../test/deliver.ts";
import { makeOrganization, makeResource } from "../../../test/factories.ts";
import { createDelivery, type DeliveringAgent, type EventHandlers } from "../../delivery/index.ts";
import { AppError } from "../../errors.ts";
import type { App } from "../../http/app.ts";
import { ErrorAnswer } from "../../http/schemas.ts";
import { createLog } from "../../log.ts";
import { createMetrics, type MetricsModule } from "./index.ts";

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 6, 1, 12, 30, 20);
const clock = { now: () => NOW };
const log = createLog("silent");
const unused = () => Promise.reject(new Error("lane EVENT is not part of this test"));
const events: EventHandlers = { agentEvent: unused, gap: unused, spoolReplaced: unused };

let db: TestDatabase;
let module: MetricsModule;
let app: App;
let agent: DeliveringAgent;
let caller: string;

beforeAll(async () => {
  db = await startTestDatabase();
  module = createMetrics({ database: db.database, clock, log, intervalSeconds: async () => 30 });
  const organizationId = (await makeOrganization(db.database)).id;
  const { id, agentId } = await makeResource(db.database, organizationId);
  agent = { organizationId, agentId, resourceId: id, pending: false };
  caller = organizationId;
  app = Fastify({ ajv: { customOptions: { removeAdditional: false } } }) as unknown as App;
  app.addSchema(ErrorAnswer);
  app.decorateRequest("principal", null);
  app.addHook("onRequest", async (request) => {
    request.principal = {
      kind: "user",
      userId: "",
      organizationId: caller,
      sessionId: "",
      permissions: new Set(),
      reach: () => "all",
      isAdministrator: false,
    };
  });
  app.setErrorHandler((error, _, reply) => {
    const status = error instanceof AppError ? error.status : ((error as { statusCode?: number }).statusCode ?? 500);
    return reply.code(status).send({ code: error instanceof AppError ? error.code : "INVALID_INPUT", message: String(error) });
  });
  module.registerRoutes(app);
  await app.ready();
  await module.start();
  const delivery = createDelivery({ database: db.database, clock, log, events, telemetry: module.telemetry });
  // Half an hour of reports every 30 s, with nothing between 12:10 and 12:20.
  const records = Array.from({ length: 60 }, (_, index) => ({ at: NOW - 30 * MINUTE + index * 30_000, busy: index / 100 }))
    .filter(({ at }) => at < Date.UTC(2026, 6, 1, 12, 10) || at >= Date.UTC(2026, 6, 1, 12, 20))
    .map(({ at, busy }, index) => metrics(index + 1, at, report(busy)));
  await deliver(delivery, agent, records);
});
afterAll(async () => {
  await module.stop();
  await app.close();
  await db.close();
});

const get = (query = "", id = agent.resourceId) => app.inject({ url: `/api/v1/resources/${id}/metrics${query}` });

describe("the metrics route", () => {
  it("answers every series of the resource over the same times, a hole in the data as null", async () => {
    const body = (await get()).json();
    expect(body).toMatchObject({ source: "raw", stepSeconds: 60, from: "2026-07-01T11:30:20.000Z", to: "2026-07-01T12:30:20.000Z" });
    expect(body.times).toHaveLength(61);
    expect(body.series.map((one: { kind: string; object: string; metric: string }) => `${one.kind} ${one.object} ${one.metric}`)).toEqual([
      "host  cpu",
      "host  io_wait",
      "host  load1",
      "host  memory_used",
      "host  swap_used",
      "volume / used",
      "volume / free",
      "volume / inodes_used",
      "disk sda read",
      "disk sda written",
      "disk sda busy",
      "interface eth0 received",
      "interface eth0 sent",
      "interface eth0 errors",
    ]);
    const cpu = body.series[0];
    const at = (hour: number, minute: number) => body.times.indexOf(Date.UTC(2026, 6, 1, hour, minute) / 1000);
    // 12:01:20 and 12:01:50 were the samples 2.5 and 3 minutes in.
    expect([cpu.unit, cpu.min[at(12, 2)], cpu.max[at(12, 2)], cpu.last[at(12, 2)]]).toEqual(["ratio", 0.04, 0.05, 0.05]);
    expect(cpu.avg[at(12, 2)]).toBeCloseTo(0.045, 12);
    expect(cpu.avg.slice(at(12, 10), at(12, 20))).toEqual(Array.from({ length: 10 }, () => null));
    expect(cpu.avg[at(12, 9)]).not.toBeNull();
    expect(cpu.avg[at(12, 20)]).not.toBeNull();
    expect(body.series[7].avg[at(12, 2)]).toBe(0.25);
  });

  it("answers from the coarser tables too, up to now", async () => {
    for (const [hours, source] of [
      [24, "1m"],
      [24 * 7, "5m"],
      [24 * 30, "1h"],
    ] as const) {
      const body = (await get(`?from=${NOW - hours * 60 * MINUTE}&to=${NOW}`)).json();
      expect([body.source, body.series.length]).toEqual([source, 14]);
      expect(body.series[0].last.findLast((value: number | null) => value !== null)).toBe(0.59);
    }
  });

  it("answers 404 to another organization and for no resource, and no series for one that never reported", async () => {
    const other = await makeOrganization(db.database);
    const silent = await makeResource(db.database, agent.organizationId);
    expect((await get("", silent.id)).json().series).toEqual([]);
    expect((await get("", other.id)).statusCode).toBe(404);
    caller = other.id;
    try {
      expect((await get()).statusCode).toBe(404);
    } finally {
      caller = agent.organizationId;
    }
  });

  it.each(["?from=2&to=1", "?step=1", "?step=x", "?from=x", "?sort=name"])("refuses %s", async (query) => {
    expect((await get(query)).statusCode).toBe(400);
  });
});

describe("row-level security", () => {
  it("shows a foreign organization none of the telemetry", async () => {
    const other = await makeOrganization(db.database);
    for (const table of ["report_raw", "host_1m", "interface_5m", "latest", "cursors"]) {
      const count = (organizationId: string) =>
        db.database.withTenant(organizationId, async (tx) => {
          const rows = await tx.$queryRawUnsafe<{ count: number }[]>(`select count(*)::int as count from telemetry.${table}`);
          return rows[0]?.count;
        });
      expect(await count(agent.organizationId), table).toBeGreaterThan(0);
      expect(await count(other.id), table).toBe(0);
    }
  });
});

describe("the small curves of a list", () => {
  it("hold thirty whole minutes up to now, null where nothing came", async () => {
    const silent = await makeResource(db.database, agent.organizationId);
    const sparks = await db.database.withTenant(agent.organizationId, (tx) => module.sparks(tx, [agent.resourceId, silent.id]));
    const curve = sparks.get(agent.resourceId) ?? [];
    expect(curve).toHaveLength(30);
    expect([curve[2], curve[9] === null, curve[10], curve[19], curve[20] === null]).toEqual([0.045, false, null, null, false]);
    expect(sparks.get(silent.id)).toEqual(Array.from({ length: 30 }, () => null));
  });
});
