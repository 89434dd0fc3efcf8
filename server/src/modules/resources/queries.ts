// Reads and writes of the resources, agents and resource_events tables. Every function runs inside withTenant.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { type Keyset, keyset, type SortKeys } from "../../http/pagination.ts";
import { type Place, RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import { newId } from "../../ids.ts";
import type { FilterFor } from "./needs.ts";
import { rowColumns, rowSource, rowSourceWithTraits, type StoredRow, shownPresenceSql } from "./row.ts";
import type { ListQuery, ResourceSort, ResourceTraits } from "./schemas.ts";
import { anywhere } from "./text.ts";

const sorts: SortKeys<ResourceSort> = {
  name: { expression: Prisma.sql`lower(r.name)`, type: "text" },
  client: { expression: Prisma.sql`lower(c.name)`, type: "text" },
  os: { expression: Prisma.sql`lower(r.os_name)`, type: "text" },
  cpu: { expression: Prisma.sql`coalesce(l.cpu, -1)`, type: "double precision" },
  memory: { expression: Prisma.sql`coalesce(l.memory_used / nullif(l.memory_total, 0), -1)`, type: "double precision" },
  model: { expression: Prisma.sql`lower(coalesce(t.model, ''))`, type: "text" },
  osVersion: { expression: Prisma.sql`coalesce(t.os_version_order, '')`, type: "text" },
  updates: { expression: Prisma.sql`coalesce(t.updates_pending, -1)::double precision`, type: "double precision" },
  worstVolume: { expression: Prisma.sql`coalesce(l.worst_volume_used, -1)`, type: "double precision" },
  lastSeenAt: { expression: Prisma.sql`coalesce(extract(epoch from p.last_seen_at)::double precision, 0)`, type: "double precision" },
  presence: {
    expression: Prisma.sql`array_position(array['online', 'not_answering', 'offline', 'pending', 'none'], ${shownPresenceSql})::double precision`,
    type: "double precision",
  },
  type: {
    expression: Prisma.sql`coalesce((select lower(y.name) from equipment_types y where y.organization_id = r.organization_id and y.id = r.type_id), '')`,
    type: "text",
  },
  warranty: { expression: Prisma.sql`coalesce(r.warranty_date::text, '9999-12-31')`, type: "text" },
};

/** Sorts by what an inventory said. */
const TRAIT_SORTS: ReadonlySet<string> = new Set<ResourceSort>(["model", "osVersion", "updates"]);

export interface FoundRows {
  readonly page: Keyset;
  readonly rows: (StoredRow & { cursorValue: string })[];
  readonly total: number;
}

/** One page of the list. Throws INVALID_INPUT on a cursor that does not fit, and on a filter that cannot be understood. */
export async function findRows(tx: Tx, reach: Reach, query: ListQuery, filterFor: FilterFor): Promise<FoundRows> {
  const page = keyset(sorts, { ...query, sort: query.sort ?? "name" }, Prisma.sql`r.id`);
  const where = Prisma.sql`${within(reach, RESOURCE_PLACE)} and ${await conditions(tx, query, filterFor)}`;
  const source = query.filter !== undefined || TRAIT_SORTS.has(page.sort.replace(/^-/, "")) ? rowSourceWithTraits : rowSource;
  const rows = await tx.$queryRaw<(StoredRow & { cursorValue: string })[]>`select ${rowColumns}, ${page.cursorValue} as "cursorValue"
    from ${source} where ${where} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source} where ${where}`;
  return { page, rows, total: count?.total ?? 0 };
}

async function conditions(tx: Tx, query: ListQuery, filterFor: FilterFor): Promise<Prisma.Sql> {
  const all = [query.deleted === "true" ? Prisma.sql`r.deleted_at is not null` : Prisma.sql`r.deleted_at is null`];
  if (query.typeId !== undefined) all.push(Prisma.sql`r.type_id = ${query.typeId}::uuid`);
  if (query.tag !== undefined) all.push(Prisma.sql`lower(${query.tag}) = any(select lower(tag) from unnest(r.tags) tag)`);
  if (query.clientId !== undefined) all.push(Prisma.sql`r.client_id = ${query.clientId}::uuid`);
  if (query.siteId !== undefined) all.push(Prisma.sql`r.site_id = ${query.siteId}::uuid`);
  if (query.groupId !== undefined) all.push(Prisma.sql`r.group_id = ${query.groupId}::uuid`);
  if (query.platform !== undefined) all.push(Prisma.sql`r.platform = ${query.platform}`);
  if (query.presence !== undefined) all.push(Prisma.sql`${shownPresenceSql} in (${Prisma.join(query.presence.split(","))})`);
  if (query.q !== undefined && query.q.trim() !== "") {
    const pattern = anywhere(query.q);
    all.push(Prisma.sql`(r.name ilike ${pattern} or r.hostname ilike ${pattern} or c.name ilike ${pattern} or s.name ilike ${pattern}
      or r.asset_tag ilike ${pattern} or r.serial ilike ${pattern})`);
  }
  if (query.filter !== undefined) all.push(await filterFor(tx, query.filter, shownPresenceSql));
  return Prisma.join(all, " and ");
}

/** What inventories said of these resources; one without an inventory has none. The table is the inventory module's. */
export async function findTraits(tx: Tx, ids: readonly string[]): Promise<Map<string, ResourceTraits>> {
  const rows = await tx.resourceTraits.findMany({
    where: { resourceId: { in: [...ids] } },
    select: {
      resourceId: true,
      osVersion: true,
      manufacturer: true,
      model: true,
      serial: true,
      chassis: true,
      virtual: true,
      memoryBytes: true,
      diskBytes: true,
      encrypted: true,
      diskFailing: true,
      antivirusOn: true,
      firewallOn: true,
      rebootPending: true,
      updatesPending: true,
      updatesCritical: true,
    },
  });
  return new Map(rows.map(({ resourceId, ...traits }) => [resourceId, traits]));
}

/** Rows by condition, for short lists of the overview. */
export const findSomeRows = (tx: Tx, reach: Reach, where: Prisma.Sql, orderBy: Prisma.Sql, limit: number): Promise<StoredRow[]> =>
  tx.$queryRaw<StoredRow[]>`select ${rowColumns} from ${rowSource}
    where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} and ${where} order by ${orderBy} limit ${limit}`;

/** One resource that is not deleted, with its notes; undefined when none of that id lies within. */
export async function findRow(tx: Tx, reach: Reach, id: string): Promise<(StoredRow & { notes: string }) | undefined> {
  const [row] = await tx.$queryRaw<(StoredRow & { notes: string })[]>`select ${rowColumns}, r.notes from ${rowSource}
    where r.id = ${id}::uuid and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  return row;
}

/** Which of these resources lie within, deleted ones left out. */
export async function findExisting(tx: Tx, reach: Reach, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select r.id from resources r
    where r.id = any(${[...ids]}::uuid[]) and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  return new Set(rows.map(({ id }) => id));
}

/** Where resources stand, deleted ones too. */
export async function findPlaces(tx: Tx, ids: readonly string[]): Promise<Map<string, Place>> {
  const rows = await tx.resource.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, clientId: true, siteId: true, groupId: true },
  });
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

export interface StoredState {
  readonly key: string;
  readonly at: Date;
  readonly value: unknown;
}

/** What the agent said of itself last: host facts and collector states. Written by delivery. */
export const findStates = (tx: Tx, resourceId: string): Promise<StoredState[]> =>
  tx.$queryRaw<
    StoredState[]
  >`select key, at, value from telemetry.states where ${ofTenant("states")} and resource_id = ${resourceId}::uuid order by key`;

/** The newest whole report; undefined when none came yet. */
export async function findReport(tx: Tx, resourceId: string): Promise<{ at: Date; report: Uint8Array } | undefined> {
  const [row] = await tx.$queryRaw<
    { at: Date; report: Uint8Array }[]
  >`select at, report from telemetry.latest where ${ofTenant("latest")} and resource_id = ${resourceId}::uuid`;
  return row;
}

/** How many records of this resource could not be applied. */
export async function countQuarantined(tx: Tx, resourceId: string): Promise<number> {
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from telemetry.quarantine where ${ofTenant("quarantine")} and resource_id = ${resourceId}::uuid`;
  return row?.count ?? 0;
}

/** What people say of a resource as equipment, as its columns; null takes it away. */
export interface EquipmentChange {
  typeId?: string | null;
  acquisitionDate?: Date | null;
  warrantyDate?: Date | null;
  manufacturer?: string | null;
  model?: string | null;
  serial?: string | null;
  assetTag?: string | null;
  externalKey?: string | null;
  tags?: string[];
}

export interface ResourceChange extends EquipmentChange {
  name?: string;
  notes?: string;
  clientId?: string;
  siteId?: string;
  groupId?: string | null;
  deletedAt?: Date;
  hostname?: string;
  osName?: string;
  platform?: string;
}

/** Writes a change if the row still has this version (any, when undefined) and is not deleted. Answers whether it did. */
export async function writeResource(tx: Tx, id: string, version: number | undefined, change: ResourceChange, at: Date): Promise<boolean> {
  const { count } = await tx.resource.updateMany({
    where: { id, deletedAt: null, ...(version === undefined ? {} : { version }) },
    data: { ...change, updatedAt: at, version: { increment: 1 } },
  });
  return count === 1;
}

/** Moves an agent to another state if it stands in one of `from`. Answers whether it did. */
export async function moveAgent(
  tx: Tx,
  agentId: string,
  from: readonly string[],
  to: string,
  decided: { at: Date; by: string | null },
): Promise<boolean> {
  const { count } = await tx.agent.updateMany({
    where: { id: agentId, state: { in: [...from] } },
    data: { state: to, decidedAt: decided.at, decidedBy: decided.by, version: { increment: 1 } },
  });
  return count === 1;
}

/** Writes one line of a resource's history, seen by the server. `at` is the server's clock. */
export async function addEvent(
  tx: Tx,
  organizationId: string,
  event: { resourceId: string; at: Date; kind: string; detail?: string },
): Promise<void> {
  await tx.resourceEvent.create({
    data: { id: newId(), organizationId, source: "server", detail: "", receivedAt: event.at, ...event },
  });
}
