// Reads and writes of the resources, agents and resource_events tables. Every function runs inside withTenant.
import { ofTenant, type Tx } from "../../database/index.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { type Place, RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import { newId } from "../../ids.ts";
import { rowColumns, rowSource, type StoredRow } from "./row.ts";
import type { ResourceTraits } from "./schemas.ts";

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
