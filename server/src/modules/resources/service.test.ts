import { Metrics, Platform } from "@vigia/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentServer, type Place, startAgentServer } from "../../../test/agent-server.ts";
import { makeClient, makeResource, makeSite } from "../../../test/factories.ts";
import { newId } from "../../ids.ts";
import { createFactsSync } from "./facts-sync.ts";
import { createResourceGroups } from "./groups.ts";
import { createOverviews } from "./overview.ts";
import { SORTS } from "./schemas.ts";
import { createSearch } from "./search.ts";

let server: AgentServer;
let place: Place;
beforeAll(async () => {
  server = await startAgentServer();
});
afterAll(() => server.close());

const service = () => server.resources.service;
const marks = { audit: async () => undefined, publish: async () => undefined };

interface Measured {
  cpu: number | null;
  memoryUsed: number | null;
  worst: number | null;
}

/** What delivery would have written, by the role that owns telemetry. */
async function measure(organizationId: string, resourceId: string, { cpu, memoryUsed, worst }: Measured): Promise<void> {
  const report = Metrics.encode({
    cpu: { busy: cpu ?? 0 },
    volumes: [{ mount: "/", totalBytes: 100, usedBytes: 50, freeBytes: 50 }],
  } as Metrics);
  await server.db.database.telemetry.query(
    `insert into telemetry.latest (resource_id, organization_id, at, received_at, cpu, memory_used, memory_total, worst_volume, worst_volume_used, worst_volume_free, report)
     values ($1, $2, now(), now(), $3, $4, 100, '/', $5, 7, $6)`,
    [resourceId, organizationId, cpu, memoryUsed, worst, Buffer.from(report)],
  );
}

const present = (organizationId: string, resourceId: string, presence: "online" | "not_answering" | "offline", since: number) =>
  server.directory.presenceChanged([{ organizationId, resourceId, presence, since, lastSeenAt: since, history: [] }]);

const everything = ({ organizationId }: { organizationId: string }) => ({
  organizationId,
  resources: "all" as const,
  clients: "all" as const,
});

describe("the list", () => {
  let ids: string[];
  beforeAll(async () => {
    place = await server.place();
    const { organizationId } = place;
    ids = [];
    const names = ["beta", "Alpha", "gamma", "delta", "alpha", "Zoë", "eta_50%", "étoile", "10", "9"];
    for (const [index, name] of names.entries()) {
      const client = await makeClient(server.db.database, organizationId, `Firm ${index % 3}`);
      const { id } = await makeResource(server.db.database, organizationId, {
        name,
        clientId: client.id,
        state: index === 9 ? "pending" : "active",
      });
      ids.push(id);
      if (index % 2 === 0)
        await measure(organizationId, id, { cpu: (index % 4) / 10, memoryUsed: index * 3, worst: index === 4 ? null : 0.5 });
      if (index < 6)
        await present(organizationId, id, (["online", "not_answering", "offline"] as const)[index % 3] ?? "online", 1_000_000 * index);
    }
    await makeResource(server.db.database, (await server.place()).organizationId, { name: "foreign" });
  });

  test.each(SORTS.flatMap((sort) => [sort, `-${sort}` as const]))(
    "sorted by %s shows every resource once, page by page, in one order",
    async (sort) => {
      const whole = await service().list(place.caller, { sort, limit: 200 });
      expect(whole).toMatchObject({ total: 10, nextCursor: null });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await service().list(place.caller, { sort, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
        paged.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole.items.map((item) => item.id));
      expect(new Set(paged)).toEqual(new Set(ids));
    },
  );

  test("ascending and descending are each other's reverse", async () => {
    for (const sort of SORTS) {
      const [up, down] = [await service().list(place.caller, { sort }), await service().list(place.caller, { sort: `-${sort}` })];
      expect(up.items.map((item) => item.id)).toEqual(down.items.map((item) => item.id).reverse());
    }
  });

  test("finds by name, client and site, taking wildcards at their word", async () => {
    const found = async (q: string) => (await service().list(place.caller, { q })).items.map((item) => item.name);
    expect(await found("ALPHA")).toEqual(["Alpha", "alpha"]);
    expect(await found("%")).toEqual(["eta_50%"]);
    expect(await found("_")).toEqual(["eta_50%"]);
    expect(await found("firm 1")).toHaveLength(3);
    expect(await found("foreign")).toEqual([]);
    expect(await found("'; drop table resources; --")).toEqual([]);
  });

  test("filters by what people see as presence", async () => {
    const shown = async (presence: string) => (await service().list(place.caller, { presence })).items.map((item) => item.presence);
    expect(await shown("online")).toEqual(["online", "online"]);
    expect(await shown("not_answering")).toEqual(["not_answering", "not_answering"]);
    expect(await shown("pending")).toEqual(["pending"]);
    // Two that went away and three approved ones that were never heard.
    expect(await shown("offline")).toHaveLength(5);
    expect(new Set(await shown("online,pending"))).toEqual(new Set(["online", "pending"]));
  });

  test("shows values where there are some and null where there are none", async () => {
    const { items } = await service().list(place.caller, { sort: "name", q: "gamma" });
    expect(items).toMatchObject([
      { cpu: 0.2, memory: { usedBytes: 6, totalBytes: 100 }, worstVolume: { mount: "/", usedShare: 0.5, freeBytes: 7 } },
    ]);
    const { items: bare } = await service().list(place.caller, { q: "delta" });
    expect(bare).toMatchObject([{ cpu: null, memory: null, worstVolume: null, uptimeSeconds: null }]);
  });

  test("the overview counts each machine once and names those that want a look", async () => {
    const overviews = createOverviews({ database: server.db.database, agents: server.gateway, sparkFor: async () => new Map() });
    const overview = await overviews.get(everything(place));
    expect(overview.resources).toEqual({ total: 10, online: 2, notAnswering: 2, offline: 5, pending: 1 });
    expect(overview.pending.map((row) => row.name)).toEqual(["9"]);
    expect(overview.offline.slice(0, 2).map((row) => row.presenceSince)).toEqual([
      new Date(2_000_000).toISOString(),
      new Date(5_000_000).toISOString(),
    ]);
    expect(overview.busiest.cpu.map((row) => row.name)).toEqual(["beta"]);
    const elsewhere = await overviews.get(everything(await server.place()));
    expect(elsewhere).toMatchObject({ resources: { total: 0 }, clients: 1, offline: [], recentEvents: [] });
  });

  test("the search finds machines, clients and sites, those that begin with the text first", async () => {
    const search = createSearch({ database: server.db.database, agents: server.gateway });
    const titles = async (text: string) => (await search.find(everything(place), text)).map((item) => item.title);
    expect(await titles("eta")).toEqual(["eta_50%", "beta"]);
    expect(await titles("firm 2")).toHaveLength(3);
    expect((await search.find(everything(place), "")).length).toBe(20);
    expect(await titles("foreign")).toEqual([]);
  });
});

describe("one resource", () => {
  beforeAll(async () => {
    place = await server.place();
  });
  const make = (options: object = {}) => makeResource(server.db.database, place.organizationId, { ...place, ...options });

  test("shows the whole last report, the facts and the collectors", async () => {
    const { id } = await make();
    await measure(place.organizationId, id, { cpu: 0.25, memoryUsed: 1, worst: 0.5 });
    const states = [
      [
        "host",
        {
          hostname: "pc\u202e1",
          platform: Platform.PLATFORM_WINDOWS,
          osName: "Windows",
          bootAtMs: 1_700_000_000_000,
          addresses: ["10.0.0.1"],
        },
      ],
      ["collector:disk", { collector: "disk", state: 2, reason: "denied" }],
      ["collector:strange", { collector: 7, state: "x" }],
    ] as const;
    for (const [key, value] of states)
      await server.db.database.telemetry.query(
        "insert into telemetry.states (resource_id, key, organization_id, at, value) values ($1, $2, $3, now(), $4)",
        [id, key, place.organizationId, JSON.stringify(value)],
      );
    expect(await service().get(place.caller, id)).toMatchObject({
      facts: { hostname: "pc1", platform: "windows", bootAt: "2023-11-14T22:13:20.000Z", addresses: ["10.0.0.1"], cpuModel: "" },
      latest: { cpu: { busy: 0.25, ioWait: null }, memory: null, volumes: [{ mount: "/", freeBytes: 50, readOnly: false }] },
      collectors: [{ name: "disk", state: "failed", reason: "denied" }],
      quarantined: 0,
    });
  });

  test("is renamed and moved only over the version that was read", async () => {
    const { id } = await make();
    const client = await makeClient(server.db.database, place.organizationId);
    const site = await makeSite(server.db.database, place.organizationId, client.id);
    const groups = createResourceGroups({ database: server.db.database, clock: server.clock, marks });
    const group = await groups.create(place.caller, { clientId: place.clientId, name: "Servers" });
    const named = async (q: string) => (await groups.list(place.caller, { q })).items.map(({ name }) => name);
    expect([await named("erv"), await named("%")]).toEqual([["Servers"], []]);
    const grouped = await service().update(place.caller, id, 1, { name: "  New\u0007 name ", groupId: group.id, notes: "n" });
    expect(grouped).toMatchObject({ name: "New name", group: { name: "Servers" }, notes: "n", version: 2 });
    await expect(service().update(place.caller, id, 1, { name: "late" })).rejects.toMatchObject({ code: "VERSION_MISMATCH" });
    await expect(groups.remove(place.caller, group.id, group.version)).rejects.toMatchObject({ code: "IN_USE" });
    const moved = await service().update(place.caller, id, 2, { siteId: site.id });
    expect(moved).toMatchObject({ client: { id: client.id }, site: { id: site.id }, group: null, version: 3 });
    await expect(service().update(place.caller, id, 3, { groupId: group.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await groups.remove(place.caller, group.id, group.version);
  });

  test("cannot be moved to another organization, nor seen or touched from there", async () => {
    const other = await server.place();
    const { id, agentId } = await make();
    await expect(service().update(place.caller, id, 1, { siteId: other.siteId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const attempt of [
      () => service().get(other.caller, id),
      () => service().update(other.caller, id, 1, { name: "mine" }),
      () => service().remove(other.caller, id, 1),
      () => service().decide(other.caller, id, "revoke"),
      () => service().events(other.caller, id, {}),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await server.directory.find(other.organizationId, agentId)).toBeUndefined();
    expect(await server.resources.existing(other.caller, [id])).toEqual(new Set());
    expect(await service().get(place.caller, id)).toMatchObject({ version: 1, agent: { state: "active" } });
  });

  test("an agent goes only where it can come from, and deciding twice is deciding once", async () => {
    const { id } = await make({ state: "pending" });
    expect(await service().decide(place.caller, id, "refuse")).toMatchObject({ agent: { state: "refused" } });
    expect(await service().decide(place.caller, id, "refuse")).toMatchObject({ agent: { state: "refused" } });
    await expect(service().decide(place.caller, id, "revoke")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await service().decide(place.caller, id, "approve")).toMatchObject({ agent: { state: "active" } });
    expect(await service().decide(place.caller, id, "revoke")).toMatchObject({ agent: { state: "revoked" }, presence: "offline" });
    await expect(service().decide(place.caller, id, "approve")).rejects.toMatchObject({ code: "CONFLICT" });
    const { items, total } = await service().events(place.caller, id, {});
    expect(total).toBe(3);
    expect(new Set(items.map((event) => event.kind))).toEqual(new Set(["approved", "refused", "revoked"]));
  });

  test("follows its host name until a person names it", async () => {
    const factsArrived = createFactsSync({ database: server.db.database, clock: server.clock, marks });
    const { id } = await make({ name: "old" });
    const facts = (hostname: string) =>
      factsArrived(place.organizationId, id, { hostname, platform: Platform.PLATFORM_MACOS, osName: "macOS", addresses: [] } as never);
    await facts("new");
    expect(await service().get(place.caller, id)).toMatchObject({
      name: "new",
      hostname: "new",
      platform: "macos",
      osName: "macOS",
      version: 2,
    });
    await facts("new");
    await service().update(place.caller, id, 2, { name: "Reception" });
    await facts("newer");
    expect(await service().get(place.caller, id)).toMatchObject({ name: "Reception", hostname: "newer", version: 4 });
  });

  test("its history is paged newest first without a gap", async () => {
    const { id } = await make();
    const history = Array.from({ length: 25 }, (_, index) => ({
      kind: index % 2 === 0 ? ("online" as const) : ("offline" as const),
      at: 5_000 * Math.floor(index / 2),
    }));
    await server.directory.presenceChanged([
      { organizationId: place.organizationId, resourceId: id, presence: "online", since: 1, lastSeenAt: 1, history },
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await service().events(place.caller, id, { limit: 4, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.total).toBe(25);
      seen.push(...page.items.map((event) => event.at));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(25);
    expect(seen).toEqual(seen.toSorted((left, right) => (left < right ? 1 : left > right ? -1 : 0)));
  });

  test("presence of a resource that does not exist is written for nobody, and keeps no other from being written", async () => {
    const { id } = await make();
    const change = { organizationId: place.organizationId, presence: "online" as const, since: 1, lastSeenAt: 1, history: [] };
    await server.directory.presenceChanged([
      { ...change, resourceId: newId() },
      { ...change, resourceId: id },
    ]);
    expect(await service().get(place.caller, id)).toMatchObject({ presence: "online" });
  });
});
