// The only writer of tenant_keys.
import type { Tx } from "../database/index.ts";

interface TenantKeyRow {
  readonly organizationId: string;
  readonly version: number;
  readonly kekId: string;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** This version of the organization's key, or its newest. */
export async function findTenantKey(tx: Tx, organizationId: string, version: number | undefined): Promise<TenantKeyRow | undefined> {
  const where = { organizationId, ...(version !== undefined && { version }) };
  return (await tx.tenantKey.findFirst({ where, orderBy: { version: "desc" } })) ?? undefined;
}

/** Does nothing when there is one of that version. */
export async function insertTenantKey(tx: Tx, row: TenantKeyRow): Promise<void> {
  await tx.tenantKey.createMany({ data: [row], skipDuplicates: true });
}

/** The organization's keys that are wrapped under another key-encryption key. */
export function findTenantKeysElsewhere(tx: Tx, kekId: string): Promise<TenantKeyRow[]> {
  return tx.tenantKey.findMany({ where: { kekId: { not: kekId } } });
}

export async function replaceTenantKey(tx: Tx, { organizationId, version, kekId, wrapped }: TenantKeyRow): Promise<void> {
  await tx.tenantKey.update({ where: { organizationId_version: { organizationId, version } }, data: { kekId, wrapped } });
}
