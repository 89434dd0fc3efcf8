// The only reader and writer of webhooks.
import { ofTenant, type Tx } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import type { Keyset } from "../../../http/pagination.ts";

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly description: string;
  readonly active: boolean;
  readonly disabledReason: "failing" | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  readonly cursorValue: string;
}

export const WEBHOOK_SORT = { createdAt: { expression: Prisma.sql`created_at`, type: "timestamptz" } } as const;

const columns = Prisma.sql`id, url, events, description, active, disabled_reason as "disabledReason", created_at as "createdAt",
  updated_at as "updatedAt", version`;

export function listWebhooks(tx: Tx, page: Keyset): Promise<WebhookRow[]> {
  return tx.$queryRaw`
    select ${columns}, ${page.cursorValue} as "cursorValue" from webhooks
    where ${ofTenant("webhooks")} and deleted_at is null and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countWebhooks(tx: Tx): Promise<number> {
  return tx.webhook.count({ where: { deletedAt: null } });
}

export async function findWebhook(tx: Tx, id: string): Promise<WebhookRow | undefined> {
  const rows = await tx.$queryRaw<WebhookRow[]>`
    select ${columns}, '' as "cursorValue" from webhooks where ${ofTenant("webhooks")} and id = ${id}::uuid and deleted_at is null`;
  return rows[0];
}

/** Holds the webhook until the transaction ends; answers its version. */
export async function lockWebhook(tx: Tx, id: string): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    select version from webhooks where ${ofTenant("webhooks")} and id = ${id}::uuid and deleted_at is null for update`;
  return rows[0]?.version;
}

export interface NewWebhook {
  readonly id: string;
  readonly organizationId: string;
  readonly url: string;
  readonly events: string[];
  readonly description: string;
  readonly active: boolean;
  readonly secretSealed: Uint8Array<ArrayBuffer>;
  readonly createdBy: string;
  readonly createdAt: Date;
}

export async function insertWebhook(tx: Tx, webhook: NewWebhook): Promise<void> {
  await tx.webhook.create({ data: { ...webhook, updatedAt: webhook.createdAt } });
}

export interface WebhookChange {
  readonly url?: string;
  readonly events?: string[];
  readonly description?: string;
  readonly active?: boolean;
  readonly disabledReason?: null;
  readonly deletedAt?: Date;
}

export async function updateWebhook(tx: Tx, id: string, change: WebhookChange, at: Date): Promise<void> {
  await tx.webhook.update({ where: { id }, data: { ...change, updatedAt: at, version: { increment: 1 } } });
}

/** Switches a failing webhook off. False when it was off already. */
export async function disableFailing(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.webhook.updateMany({
    where: { id, active: true, deletedAt: null },
    data: { active: false, disabledReason: "failing", updatedAt: at, version: { increment: 1 } },
  });
  return count === 1;
}

/** Active webhooks that want this event. */
export async function findListening(tx: Tx, event: string): Promise<string[]> {
  const rows = await tx.webhook.findMany({ where: { active: true, deletedAt: null, events: { has: event } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

export interface WebhookTarget {
  readonly url: string;
  readonly description: string;
  readonly secretSealed: Uint8Array<ArrayBuffer>;
  /** Not off and not deleted. */
  readonly active: boolean;
}

/** Where a delivery goes. */
export async function findTarget(tx: Tx, id: string): Promise<WebhookTarget> {
  const row = await tx.webhook.findUniqueOrThrow({ where: { id } });
  return { ...row, active: row.active && row.deletedAt === null };
}
