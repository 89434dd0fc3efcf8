// Reads and writes of the inventory's own tables. Every function runs inside withTenant.
import { ofTenant, type Tx } from "../../database/index.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { newId } from "../../ids.ts";
import type { Change } from "./changes.ts";
import type { OpenedSection } from "./open.ts";
import type { Traits } from "./traits.ts";

interface InboxRow {
  readonly id: bigint;
  readonly at: Date;
  readonly section: string;
  readonly content: Uint8Array;
}

/** Most records that are looked at in one transaction: an inventory has at most twenty. */
const MOST_AT_ONCE = 64;

/** The oldest records of a resource that wait. */
export const readInbox = (tx: Tx, resourceId: string): Promise<InboxRow[]> =>
  tx.$queryRaw<InboxRow[]>`select id, at, section, content from telemetry.inventory_inbox
    where ${ofTenant("inventory_inbox")} and resource_id = ${resourceId}::uuid order by id limit ${MOST_AT_ONCE}`;

/** Takes records away; those of the first transaction alone when no ids are named. Answers whether more wait. */
export async function emptyInbox(tx: Tx, resourceId: string, ids: readonly bigint[]): Promise<boolean> {
  await tx.$executeRaw`delete from telemetry.inventory_inbox
    where ${ofTenant("inventory_inbox")} and resource_id = ${resourceId}::uuid and id = any(${ids.map(String)}::bigint[])`;
  return ids.length >= MOST_AT_ONCE;
}

export interface StoredSection {
  readonly section: string;
  readonly digest: Uint8Array;
  readonly takenAt: Date;
  readonly receivedAt: Date;
  readonly body: unknown;
  readonly leftOut: number;
}

/** All sections of a resource. */
export const readSections = (tx: Tx, resourceId: string): Promise<StoredSection[]> =>
  tx.inventorySection.findMany({
    where: { resourceId },
    select: { section: true, digest: true, takenAt: true, receivedAt: true, body: true, leftOut: true },
  });

export async function writeSection(
  tx: Tx,
  organizationId: string,
  resourceId: string,
  { name, digest, body, leftOut }: OpenedSection,
  times: { takenAt: Date; receivedAt: Date },
): Promise<void> {
  const row = { digest: new Uint8Array(digest), body: body as Prisma.InputJsonObject, leftOut, ...times };
  const key = { organizationId, resourceId, section: name };
  await tx.inventorySection.upsert({
    where: { organizationId_resourceId_section: key },
    create: { ...key, ...row },
    update: row,
  });
}

/** The section was sent again and is the same. */
export async function touchSection(tx: Tx, resourceId: string, section: string, times: { takenAt: Date; receivedAt: Date }): Promise<void> {
  await tx.inventorySection.updateMany({ where: { resourceId, section }, data: times });
}

export async function dropSections(tx: Tx, resourceId: string, sections: readonly string[]): Promise<void> {
  await tx.inventorySection.deleteMany({ where: { resourceId, section: { in: [...sections] } } });
}

export interface Head {
  readonly askedAt?: Date | null;
  readonly askedDigest?: Uint8Array<ArrayBuffer> | null;
  readonly takenAt?: Date;
  readonly durationMs?: number;
  readonly digest?: Uint8Array<ArrayBuffer>;
  readonly troubles?: Prisma.InputJsonArray;
  readonly malformedAt?: Date | null;
  readonly malformed?: string;
}

export const readHead = (tx: Tx, resourceId: string) => tx.resourceInventory.findFirst({ where: { resourceId } });

export async function writeHead(tx: Tx, organizationId: string, resourceId: string, head: Head): Promise<void> {
  await tx.resourceInventory.upsert({
    where: { organizationId_resourceId: { organizationId, resourceId } },
    create: { organizationId, resourceId, ...head },
    update: head,
  });
}

/** Writes the lines in their order. */
export async function addChanges(tx: Tx, organizationId: string, resourceId: string, at: Date, changes: readonly Change[]): Promise<void> {
  // Lists show the newest first: the ids, which grow, keep the lines of one inventory in their order.
  const data = changes.toReversed().map((change) => ({ id: newId(), organizationId, resourceId, at, ...change }));
  if (data.length > 0) await tx.resourceChange.createMany({ data });
}

export async function writeTraits(tx: Tx, organizationId: string, resourceId: string, traits: Traits): Promise<void> {
  await tx.resourceTraits.upsert({
    where: { organizationId_resourceId: { organizationId, resourceId } },
    create: { organizationId, resourceId, ...traits },
    update: traits,
  });
}

/** The resource's name; undefined when it was deleted: what hangs on it is not written then. The table is the resources module's. */
export async function nameOf(tx: Tx, resourceId: string): Promise<string | undefined> {
  const found = await tx.resource.findFirst({ where: { id: resourceId, deletedAt: null }, select: { name: true } });
  return found?.name;
}
