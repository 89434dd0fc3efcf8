// The only reader and writer of webhook_deliveries.
import { ofTenant, type Tx } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import type { Keyset } from "../../../http/pagination.ts";
import type { Answered, WebhookProblem } from "./send.ts";

type DeliveryState = "waiting" | "delivered" | "failed";

export interface NewDelivery {
  readonly id: string;
  readonly organizationId: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly event: string;
  /** The very bytes that are sent and signed. */
  readonly body: string;
  readonly createdAt: Date;
}

/** Adds deliveries; one that this event already has for the webhook stays as it is. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  await tx.webhookDelivery.createMany({ data: deliveries.map((one) => ({ ...one, nextAt: one.createdAt })), skipDuplicates: true });
}

export interface ClaimedDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly body: string;
  /** This one counted. */
  readonly tries: number;
}

/** Takes one delivery that is due and that nobody else has, or the named one; it is this lease's until then. */
export async function claimDelivery(
  tx: Tx,
  { lease, now, until, id }: { lease: string; now: Date; until: Date; id?: string | undefined },
): Promise<ClaimedDelivery | undefined> {
  const wanted = id === undefined ? Prisma.sql`true` : Prisma.sql`id = ${id}::uuid`;
  const rows = await tx.$queryRaw<ClaimedDelivery[]>`
    update webhook_deliveries set lease = ${lease}::uuid, leased_until = ${until}, tries = tries + 1
    where ${ofTenant("webhook_deliveries")} and id = (
      select id from webhook_deliveries
      where ${ofTenant("webhook_deliveries")} and state = 'waiting' and next_at <= ${now} and (leased_until is null or leased_until <= ${now}) and ${wanted}
      order by next_at, id limit 1 for update skip locked)
    returning id, webhook_id as "webhookId", event, body, tries`;
  return rows[0];
}

export interface DeliveryOutcome extends Answered {
  readonly state: DeliveryState;
  readonly nextAt?: Date;
  readonly finishedAt: Date | null;
}

/** Writes what became of a delivery. False when the lease was lost meanwhile. */
export async function settleDelivery(tx: Tx, id: string, lease: string, outcome: DeliveryOutcome): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({ where: { id, lease }, data: { ...outcome, lease: null, leasedUntil: null } });
  return count === 1;
}

/** Gives up what waits for a webhook that is off; what is under way comes to its own end. */
export async function failWaiting(tx: Tx, webhookId: string, at: Date): Promise<void> {
  const inactive: WebhookProblem = "inactive";
  await tx.webhookDelivery.updateMany({
    where: { webhookId, state: "waiting", lease: null },
    data: { state: "failed", problem: inactive, finishedAt: at },
  });
}

export async function deleteFinishedDeliveries(tx: Tx, before: Date): Promise<void> {
  await tx.webhookDelivery.deleteMany({ where: { finishedAt: { lt: before } } });
}

export interface DeliveryRow {
  readonly id: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly nextAt: Date;
  readonly status: number | null;
  readonly answer: string | null;
  readonly problem: WebhookProblem | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly cursorValue: string;
}

export const DELIVERY_SORT = { createdAt: { expression: Prisma.sql`created_at`, type: "timestamptz" } } as const;

const columns = Prisma.sql`id, event, state, tries, next_at as "nextAt", status, answer, problem, created_at as "createdAt",
  finished_at as "finishedAt"`;

export function listDeliveries(tx: Tx, webhookId: string, page: Keyset): Promise<DeliveryRow[]> {
  return tx.$queryRaw`
    select ${columns}, ${page.cursorValue} as "cursorValue" from webhook_deliveries
    where ${ofTenant("webhook_deliveries")} and webhook_id = ${webhookId}::uuid and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countDeliveries(tx: Tx, webhookId: string): Promise<number> {
  return tx.webhookDelivery.count({ where: { webhookId } });
}

export async function countDeliveriesInState(tx: Tx, state: DeliveryState): Promise<number> {
  return tx.webhookDelivery.count({ where: { state } });
}

export async function findDelivery(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
  const rows = await tx.$queryRaw<
    DeliveryRow[]
  >`select ${columns}, '' as "cursorValue" from webhook_deliveries where ${ofTenant("webhook_deliveries")} and id = ${id}::uuid`;
  return rows[0];
}
