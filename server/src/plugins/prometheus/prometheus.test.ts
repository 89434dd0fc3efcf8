import { readFileSync } from "node:fs";
import path from "node:path";
import { RefusalCode } from "@vigia/protocol";
import { Registry } from "prom-client";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type AgentServer, startAgentServer } from "../../../test/agent-server.ts";
import { buildTestServer, ORIGIN, type TestServer } from "../../../test/build-app.ts";
import { agentEvent, deliver } from "../../../test/deliver.ts";
import { makeOrganization, makeResource } from "../../../test/factories.ts";
import { FakeAgent } from "../../../test/fake-agent.ts";
import { createDelivery } from "../../delivery/index.ts";
import { createTimed } from "../../delivery/timed.ts";
import { newId } from "../../ids.ts";
import { createLog } from "../../log.ts";
import { agentFigures } from "./agents.ts";
import { type Figure, registerFigures } from "./figure.ts";
import { createDeliveryTimings, recordFigures } from "./records.ts";
import { routeClass } from "./requests.ts";
import { sampled } from "./sample.ts";

async function textOf(figures: readonly Figure[]): Promise<string> {
  const registry = new Registry();
  registerFigures(registry, figures);
  return registry.metrics();
}

describe("agents", () => {
  let server: AgentServer;
  beforeAll(async () => {
    server = await startAgentServer();
  });
  afterAll(() => server.close());

  test("are counted as they connect, are refused by name, and change their presence", async () => {
    const place = await server.place();
    const { token } = await server.resources.tokens.create(place.caller, { clientId: place.clientId, approval: "automatic" });
    const agent = new FakeAgent(server.url);
    await agent.enroll(token);
    await agent.connect();
    const { refusal } = await new FakeAgent(server.url).enroll("no such token");
    expect(refusal?.code).toBe(RefusalCode.REFUSAL_CODE_BAD_TOKEN);
    const text = await textOf(agentFigures(server.gateway));
    for (const line of [
      "vigia_agents_connected 1",
      "vigia_agent_enrolments_total 1",
      "vigia_agent_hellos_total 1",
      'vigia_agent_refusals_total{reason="bad_token"} 1',
      'vigia_resources{presence="online"} 1',
      'vigia_presence_changes_total{to="online"} 1',
    ])
      expect(text.split("\n")).toContain(line);
  });
});

describe("the whole server", () => {
  let server: TestServer;
  let asked: "answers" | "is away" = "answers";
  beforeAll(async () => {
    server = await buildTestServer({
      dataDir: import.meta.dirname,
      config: { version: "9.8.7", origins: [ORIGIN], secureCookies: false, trustedProxies: ["10.0.0.0/8"] },
      signer: { ask: () => (asked === "answers" ? Promise.resolve({ resets: [] } as never) : Promise.reject(new Error("away"))) },
    });
  });
  afterAll(() => server.close());
  const metrics = async () => (await server.app.inject({ method: "GET", url: "/metrics", remoteAddress: "127.0.0.1" })).body;

  test("says what waits and what was given up, of all organizations together", async () => {
    const { database } = server.db;
    for (const states of [["dead"], ["dead", "waiting"]]) {
      const { id: organizationId } = await makeOrganization(database);
      const at = new Date(server.clock.now() - 90_000);
      await database.withTenant(organizationId, async (tx) => {
        for (const state of states) {
          const mail = { id: newId(), organizationId, userId: null, address: "a@b.test", template: "test", nextAt: new Date(2e12) };
          await tx.mail.create({ data: { ...mail, paramsSealed: new Uint8Array(1), createdAt: at, state } });
        }
      });
    }
    const { id: organizationId } = await makeOrganization(database);
    server.clock.advance(20_000);
    await database.withTenant(organizationId, (tx) =>
      tx.outboxEvent.create({
        data: { id: newId(), organizationId, name: "resource.changed", payload: {}, createdAt: new Date(server.clock.now() - 60_000) },
      }),
    );
    const text = await metrics();
    expect(text).toMatch(/^vigia_mails\{state="dead"\} 2$/m);
    expect(text).toMatch(/^vigia_mails\{state="waiting"\} 1$/m);
    expect(text).toMatch(/^vigia_outbox_waiting 1$/m);
    expect(text).toMatch(/^vigia_outbox_oldest_seconds 60$/m);
    expect(text).toMatch(/^vigia_database_up 1$/m);
    expect(text).toMatch(/^vigia_database_connections_limit\{role="app"\} \d+$/m);
    expect(text).toMatch(/^vigia_data_disk_free_bytes [\d.e+]+$/m);
    expect(text).toMatch(/^vigia_build_info\{version="9.8.7",node="v\d+[\d.]+"\} 1$/m);
    expect(text).toMatch(/^vigia_generation 1$/m);
    expect(text).toMatch(/^vigia_live_sockets 0$/m);
    expect(text).toMatch(/^vigia_audit_checkpoint_age_seconds \d+/m);
  });

  test("shows a signer that stopped answering", async () => {
    expect(await metrics()).toMatch(/^vigia_signer_up 1$/m);
    asked = "is away";
    server.clock.advance(20_000);
    const text = await metrics();
    expect(text).toMatch(/^vigia_signer_up 0$/m);
    expect(text).not.toMatch(/^vigia_signer_latency_seconds /m);
  });

  test("answers while the database hangs, and says so", async () => {
    const { database } = server.db;
    const real = database.ready;
    Object.assign(database, { ready: () => new Promise(() => undefined) });
    server.clock.advance(20_000);
    expect(await metrics()).toMatch(/^vigia_database_up 0$/m);
    Object.assign(database, { ready: real });
  });

  test("counts whose word about their clients was believed", async () => {
    const from = (remoteAddress: string) =>
      server.app.inject({ method: "GET", url: "/healthz", remoteAddress, headers: { "x-forwarded-for": "1.2.3.4" } });
    await from("10.1.1.1");
    await from("192.168.1.1");
    await from("192.168.1.2");
    const text = await metrics();
    expect(text).toMatch(/^vigia_http_forwarded_requests_total\{believed="yes"\} 1$/m);
    expect(text).toMatch(/^vigia_http_forwarded_requests_total\{believed="no"\} 2$/m);
  });

  test("names everything by the conventions, explains it, and never repeats what a caller said", async () => {
    const secret = "never-a-label";
    for (const url of [`/${secret}`, `/api/v1/${secret}`, `/api/v1/resources/${secret}`]) await server.app.inject({ method: "GET", url });
    const text = await metrics();
    expect(text).not.toContain(secret);
    const families = [...text.matchAll(/^# TYPE (vigia_\S+) (\S+)$/gm)].map(([, name = "", type]) => ({ name, type }));
    expect(families.length).toBeGreaterThan(30);
    const manual = readFileSync(path.resolve(import.meta.dirname, "../../../../docs/operations.md"), "utf8");
    for (const { name, type } of families) {
      expect(manual, `the manual explains ${name}`).toMatch(new RegExp(`\`${name}[\`{]`));
      expect(text, name).toMatch(new RegExp(`^# HELP ${name} \\S.{10,}$`, "m"));
      expect(name.endsWith("_total"), name).toBe(type === "counter");
      if (type === "histogram") expect(name).toMatch(/_seconds$/);
    }
  });
});

describe("records of agents", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer();
  });
  afterAll(() => server.close());

  test("are counted by outcome and timed from their arrival, and what the database refuses is counted", async () => {
    const { clock, db } = server;
    const registry = new Registry();
    const { id: organizationId } = await makeOrganization(db.database);
    const { id: resourceId, agentId } = await makeResource(db.database, organizationId);
    const delivery = createDelivery({
      database: db.database,
      clock,
      log: createLog("silent"),
      events: {
        agentEvent: async () => {
          clock.advance(200);
        },
        gap: async () => undefined,
        spoolReplaced: async () => undefined,
      },
      telemetry: { read: () => undefined, prepare: async () => undefined, apply: async () => undefined },
      timings: createDeliveryTimings(registry),
    });
    const agent = { organizationId, agentId, resourceId, pending: false };
    await deliver(delivery, agent, [agentEvent(1, clock.now()), agentEvent(2, clock.now())], 1);
    await deliver(delivery, agent, [agentEvent(2, clock.now())], 1);
    registerFigures(registry, recordFigures(delivery));
    const text = await registry.metrics();
    await delivery.stop();
    expect(text).toMatch(/^vigia_records_total\{outcome="duplicate"\} 1$/m);
    expect(text).toMatch(/^vigia_records_waiting\{lane="event"\} 0$/m);
    expect(text).toMatch(/^vigia_ack_latency_seconds_count\{lane="event"\} 2$/m);
    expect(Number(/^vigia_ack_latency_seconds_sum\{lane="event"\} (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(0.4);
    expect(text).toMatch(/^vigia_commit_duration_seconds_count\{lane="event"\} 2$/m);
    expect(text).toMatch(/^vigia_commit_failures_total\{lane="event"\} 0$/m);
  });

  test("that the database does not take are counted", async () => {
    const registry = new Registry();
    const timed = createTimed({ now: () => 0 }, createDeliveryTimings(registry));
    const commit = timed.commit("telemetry", () => Promise.reject(new Error("the database is away")));
    await expect(commit()).rejects.toThrow("the database is away");
    const text = await registry.metrics();
    expect(text).toMatch(/^vigia_commit_failures_total\{lane="telemetry"\} 1$/m);
    expect(text).not.toMatch(/^vigia_commit_duration_seconds_count\{lane="telemetry"\}/m);
  });
});

describe("what costs a question", () => {
  afterEach(() => vi.useRealTimers());

  test("is asked once for readers that come together, and again only after a while", async () => {
    let now = 0;
    let asked = 0;
    const read = sampled({ now: () => now }, async () => ++asked, vi.fn());
    expect(await Promise.all([read(), read()])).toEqual([1, 1]);
    now = 9_000;
    expect(await read()).toBe(1);
    now = 11_000;
    expect(await read()).toBe(2);
  });

  test("is left out while nobody answers, and a failure is told", async () => {
    vi.useFakeTimers();
    const hanging = sampled({ now: () => 0 }, () => new Promise<number>(() => undefined), vi.fn());
    const reading = hanging();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await reading).toBeUndefined();
    const failed = vi.fn();
    expect(await sampled({ now: () => 0 }, () => Promise.reject(new Error("no")), failed)()).toBeUndefined();
    expect(failed).toHaveBeenCalledOnce();
  });
});

test.each([
  ["/api/v1/resources/:id/metrics", "resources"],
  ["/api/v1/session", "session"],
  ["/agent/v1", "agent"],
  ["/metrics", "operations"],
  ["/assets/*", "console"],
  [undefined, "none"],
])("the route %s is about %s", (pattern, expected) => {
  expect(routeClass(pattern)).toBe(expected);
});
