import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makePeople, TestClock } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeClient, makeOrganization, makeResource, makeSite, makeUser } from "../../../test/factories.ts";
import type { Tx } from "../../database/index.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { Caller } from "../../http/caller.ts";
import { newId } from "../../ids.ts";
import { joinMarks } from "../../joins.ts";
import { createAudit } from "../audit/index.ts";
import { HANGING, HANGING_TELEMETRY } from "./hanging.ts";
import { createDuplicates, type Duplicates } from "./index.ts";
import { type Approving, createDuplicateService, type DuplicateService } from "./service.ts";

let db: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  db = await startTestDatabase();
  owner = new pg.Client(db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

let caller: Caller & Approving;
let place: { clientId: string; siteId: string };
let duplicates: Duplicates;
let service: DuplicateService;
let online: Set<string>;
let told: string[];
beforeEach(async () => {
  const { database } = db;
  const { id: organizationId } = await makeOrganization(database);
  const { id: clientId } = await makeClient(database, organizationId);
  place = { clientId, siteId: (await makeSite(database, organizationId, clientId)).id };
  caller = { organizationId, userId: (await makeUser(database, organizationId)).id, address: "127.0.0.1", reach: "all", approves: "all" };
  online = new Set();
  told = [];
  const agents = {
    isConnected: (id: string) => online.has(id),
    disconnect: (id: string, reason: string) => void told.push(`${reason} ${id}`),
    trust: (id: string) => void told.push(`trust ${id}`),
  };
  const parts = { database, clock: new TestClock(), marks: joinMarks(createAudit({ database, people: makePeople() })), agents };
  duplicates = createDuplicates(parts);
  service = createDuplicateService(parts);
});

const inTenant = <T>(work: (tx: Tx) => Promise<T>) => db.database.withTenant(caller.organizationId, work);
const SERIAL = "5CG1234XYZ";
const UUID = "4c4c4544-0042-3510-8054-b7c04f564233";

async function writeSection(resourceId: string, section: string, body: Prisma.InputJsonObject): Promise<void> {
  const at = new Date();
  const row = { organizationId: caller.organizationId, resourceId, section, digest: randomBytes(32), takenAt: at, receivedAt: at, body };
  await inTenant((tx) => tx.inventorySection.create({ data: row }));
}
const arrived = (resourceId: string) =>
  duplicates.inventoryChanged({
    id: newId(),
    organizationId: caller.organizationId,
    name: "inventory.changed",
    payload: { resourceId, resource: "", sections: ["system"], changes: [], changesLeft: 0 },
  });

/** A machine whose inventory arrived, created `age` hours ago. */
async function machine(name: string, age: number, system: Prisma.InputJsonObject = { serial: SERIAL, uuid: UUID }) {
  const made = await makeResource(db.database, caller.organizationId, { name, ...place });
  await inTenant((tx) => tx.resource.updateMany({ where: { id: made.id }, data: { createdAt: new Date(Date.now() - age * 3_600_000) } }));
  await writeSection(made.id, "system", system);
  await arrived(made.id);
  return made;
}
const audited = async () => (await inTenant((tx) => tx.auditEntry.findMany({ orderBy: { id: "asc" } }))).map(({ action }) => action);

test("every table that a resource's rows are in is named, with what becomes of them in a merge", async () => {
  const { rows } = await owner.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'telemetry') and (
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'resource_id' and not a.attisdropped)
        or exists (select from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'resources'::regclass))`,
  );
  const named = (schema: string) => new Set(rows.filter((row) => row.schema === schema).map(({ name }) => name));
  const tables = (hanging: typeof HANGING) => new Set(hanging.filter(({ column }) => column === undefined).map(({ table }) => table));
  expect(named("public")).toEqual(tables(HANGING));
  expect(named("telemetry")).toEqual(tables(HANGING_TELEMETRY));
});

test("a machine that enrols again is proposed as the one it was, while that one is away", async () => {
  const [older, younger] = [await machine("front-desk", 48), await machine("desktop-8f3", 1)];
  const seen = await service.identity(caller, younger.id);
  expect(seen).toMatchObject({
    quarantinedSince: null,
    proposals: [{ resource: { id: younger.id }, other: { id: older.id, name: "front-desk" }, score: 1, approval: "none" }],
  });
  expect(seen.proposals[0]?.reasons).toContainEqual({ kind: "serial", agrees: true, shared: ["5cg1234xyz"] });
  expect((await service.identity(caller, older.id)).proposals).toHaveLength(1);
  const presence = { resourceId: older.id, organizationId: caller.organizationId, presence: "online", since: new Date() };
  await inTenant((tx) => tx.resourcePresence.create({ data: presence }));
  expect((await service.identity(caller, younger.id)).proposals).toEqual([]);
  const outside = { ...caller, reach: { clients: [], sites: [], groups: [] } };
  await expect(service.identity(outside, younger.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a TPM's key counts beside the UUID, and alone proposes nobody", async () => {
  const tpmKey = randomBytes(32).toString("hex");
  const [older, younger] = [await machine("one", 48, { uuid: UUID, tpmKey }), await machine("two", 1, { uuid: UUID, tpmKey })];
  const [proposal] = (await service.identity(caller, younger.id)).proposals;
  expect(proposal).toMatchObject({ other: { id: older.id }, score: 1 });
  expect(proposal?.reasons).toContainEqual({ kind: "tpm", agrees: true, shared: [tpmKey] });
  const copy = await machine("copied virtual machine", 0, { tpmKey });
  expect((await service.identity(caller, copy.id)).proposals).toEqual([]);
});

test("machines that share a placeholder, or a number that a whole series carries, are nobody's duplicates", async () => {
  const junk = { serial: "Default string", uuid: "03000200-0400-0500-0006-000700080009" };
  await machine("a", 2, junk);
  const b = await machine("b", 1, junk);
  expect((await service.identity(caller, b.id)).proposals).toEqual([]);
  for (let one = 0; one < 7; one++) await machine(`series ${one}`, 9 - one, { serial: "SAME-FOR-ALL", uuid: UUID });
  const last = await machine("last of the series", 0, { serial: "SAME-FOR-ALL", uuid: UUID });
  expect((await service.identity(caller, last.id)).proposals).toEqual([]);
});

test("a pair that somebody called two machines stays two", async () => {
  const [, younger] = [await machine("one", 48), await machine("two", 1)];
  const [proposal] = (await service.identity(caller, younger.id)).proposals;
  await service.dismiss(caller, proposal?.id ?? "");
  await arrived(younger.id);
  expect((await service.identity(caller, younger.id)).proposals).toEqual([]);
  expect(await audited()).toContain("duplicate.dismissed");
});

test("a merge keeps the older resource with all that hung on both, and seats the new agent there", async () => {
  const [older, younger] = [await machine("front-desk", 48), await machine("desktop-8f3", 1)];
  const { organizationId } = caller;
  await writeSection(older.id, "board", { serial: "OLD-BOARD" });
  const at = new Date();
  await inTenant(async (tx) => {
    for (const [resourceId, kind] of [
      [older.id, "renamed"],
      [younger.id, "enrolled"],
    ] as const)
      await tx.resourceEvent.create({ data: { id: newId(), organizationId, resourceId, at, source: "server", kind } });
    const software = { id: newId(), organizationId, key: randomBytes(32), name: "7-Zip" };
    await tx.software.create({ data: software });
    for (const { id: resourceId } of [older, younger])
      await tx.resourceSoftware.create({ data: { organizationId, resourceId, softwareId: software.id } });
    await tx.resource.updateMany({ where: { id: older.id }, data: { notes: "Third floor" } });
    await tx.secret.create({ data: { id: newId(), organizationId, name: "BIOS", resourceId: younger.id } });
    for (const [scopeId, value] of [
      [older.id, 60],
      [younger.id, 30],
    ] as const)
      await tx.setting.create({ data: { organizationId, scope: "resource", scopeId, key: "agent.metricsIntervalSeconds", value } });
  });
  for (const [id, cpu] of [
    [older.id, 0.1],
    [younger.id, 0.9],
  ])
    await db.database.telemetry.query(
      "insert into telemetry.latest (resource_id, organization_id, at, received_at, cpu, report) values ($1, $2, now(), now(), $3, '')",
      [id, organizationId, cpu],
    );
  await db.database.telemetry.query(
    `insert into telemetry.gaps (organization_id, resource_id, agent_id, lane, epoch, from_seq, to_seq, first_at, last_at)
      values ($1, $2, $3, 3, 1, 1, 2, now(), now())`,
    [organizationId, younger.id, younger.agentId],
  );

  await service.merge(caller, younger.id, older.id);
  const payload = { resourceId: older.id, from: younger.id };
  // Twice: the outbox promises no less.
  for (let time = 0; time < 2; time++) await duplicates.resourceMerged({ id: newId(), organizationId, name: "resource.merged", payload });

  await inTenant(async (tx) => {
    expect(await tx.agent.findFirst({ where: { id: younger.agentId } })).toMatchObject({ resourceId: older.id, state: "active" });
    expect(await tx.agent.findFirst({ where: { id: older.agentId } })).toMatchObject({ resourceId: younger.id, state: "revoked" });
    expect(await tx.resource.findFirst({ where: { id: older.id } })).toMatchObject({
      name: "front-desk",
      hostname: "desktop-8f3",
      notes: "Third floor",
      deletedAt: null,
    });
    expect((await tx.resource.findFirst({ where: { id: younger.id } }))?.deletedAt).not.toBeNull();
    const kinds = (await tx.resourceEvent.findMany({ where: { resourceId: older.id } })).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["enrolled", "merged", "renamed"]);
    expect((await tx.inventorySection.findMany({ where: { resourceId: older.id } })).map(({ section }) => section).sort()).toEqual([
      "board",
      "system",
    ]);
    expect(await tx.secret.count({ where: { resourceId: older.id } })).toBe(1);
    expect(await tx.setting.findMany({ where: { scope: "resource" } })).toMatchObject([{ scopeId: older.id, value: 60 }]);
    expect(await tx.resourceSoftware.count({ where: { resourceId: older.id } })).toBe(1);
    expect((await tx.software.findFirst({ where: { name: "7-Zip" } }))?.installs).toBe(1);
  });
  const { rows } = await db.database.telemetry.query("select resource_id as id, cpu from telemetry.latest where organization_id = $1", [
    organizationId,
  ]);
  expect(rows).toEqual([{ id: older.id, cpu: 0.9 }]);
  const gaps = await db.database.telemetry.query("select resource_id as id from telemetry.gaps where organization_id = $1", [
    organizationId,
  ]);
  expect(gaps.rows).toEqual([{ id: older.id }]);
  expect(told).toEqual([`merged ${younger.id}`, `merged ${older.id}`]);
  expect(await audited()).toContain("resource.merged");
  await expect(service.identity(caller, younger.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an agent that waits for approval is approved by the merge of whoever may approve it at both places, and else goes on waiting", async () => {
  const elsewhere = await makeSite(db.database, caller.organizationId, place.clientId);
  const pair = async () => {
    const [older, younger] = [await machine("front-desk", 48), await machine("desktop-8f3", 1)];
    await inTenant((tx) => tx.resource.updateMany({ where: { id: older.id }, data: { siteId: elsewhere.id } }));
    await inTenant((tx) => tx.agent.updateMany({ where: { id: younger.agentId }, data: { state: "pending" } }));
    return { older, younger };
  };
  const agentOf = (id: string) => inTenant((tx) => tx.agent.findFirst({ where: { resourceId: id } }));
  const only = (sites: string[]) => ({ ...caller, approves: { clients: [], groups: [], sites } });

  const waiting = await pair();
  for (const near of [only([]), only([place.siteId]), only([elsewhere.id])])
    expect((await service.identity(near, waiting.younger.id)).proposals).toMatchObject([{ approval: "missing" }]);
  await service.merge(only([place.siteId]), waiting.younger.id, waiting.older.id);
  expect(await agentOf(waiting.older.id)).toMatchObject({ id: waiting.younger.agentId, state: "pending" });
  expect(await audited()).not.toContain("agent.approved");
  await inTenant((tx) => tx.resource.updateMany({ where: { id: waiting.older.id }, data: { deletedAt: new Date() } }));

  const { older, younger } = await pair();
  const both = only([place.siteId, elsewhere.id]);
  expect((await service.identity(both, younger.id)).proposals).toMatchObject([{ approval: "given" }]);
  await service.merge(both, younger.id, older.id);
  expect(await agentOf(older.id)).toMatchObject({ id: younger.agentId, state: "active", decidedBy: caller.userId });
  const [approved] = await inTenant((tx) => tx.auditEntry.findMany({ where: { action: "agent.approved" } }));
  expect(approved).toMatchObject({ actorId: caller.userId, subjectId: older.id });
  const told = await inTenant((tx) => tx.resourceEvent.findMany({ where: { resourceId: older.id } }));
  expect(told.map(({ kind }) => kind).sort()).toEqual(["approved", "merged"]);
});

test("no merge while both are online, the wrong way round, or with what is out of reach", async () => {
  const [older, younger] = [await machine("one", 48), await machine("two", 1)];
  for (const { id } of [older, younger]) online.add(id);
  await expect(service.merge(caller, younger.id, older.id)).rejects.toMatchObject({ code: "CONFLICT", details: { reason: "both_online" } });
  online.delete(older.id);
  await expect(service.merge(caller, older.id, younger.id)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(service.merge(caller, younger.id, younger.id)).rejects.toMatchObject({ code: "CONFLICT" });
  const elsewhere = await makeResource(db.database, caller.organizationId);
  const near = { ...caller, reach: { clients: [place.clientId], sites: [], groups: [] } };
  await expect(service.merge(near, younger.id, elsewhere.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await service.merge(near, younger.id, older.id);
});

test("an agent that is confined to monitoring says since when, and somebody lifts it once", async () => {
  const { id, agentId } = await machine("copied", 1);
  await expect(service.lift(caller, id)).rejects.toMatchObject({ code: "CONFLICT" });
  const since = new Date("2026-01-02T03:04:05Z");
  await inTenant((tx) => tx.agentQuarantine.create({ data: { organizationId: caller.organizationId, agentId, since } }));
  expect(await service.identity(caller, id)).toMatchObject({ quarantinedSince: since.toISOString() });
  await service.lift(caller, id);
  expect(await service.identity(caller, id)).toMatchObject({ quarantinedSince: null });
  expect(told).toEqual([`trust ${agentId}`]);
  expect(await audited()).toContain("agent.quarantine_lifted");
});
