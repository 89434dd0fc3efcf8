// Takes deliveries that are due to their webhooks, each event to each webhook at least once and under one delivery id.
// A webhook that does not take one after all tries is switched off, and the administrators are told.
import type { DomainEvent } from "../../../events.ts";
import { newId } from "../../../ids.ts";
import { LEASE_MS, MOST_TRIES, waitAfter } from "../back-off.ts";
import { createLines, type Lines } from "../lines.ts";
import type { QueueMail } from "../mail/queue.ts";
import type { Needs } from "../needs.ts";
import type { TellInApp } from "../notices/notices.ts";
import {
  type ClaimedDelivery,
  claimDelivery,
  type DeliveryOutcome,
  deleteFinishedDeliveries,
  failWaiting,
  insertDeliveries,
  settleDelivery,
} from "./delivery-queries.ts";
import { isWebhookEvent, TEST_EVENT } from "./events.ts";
import { disableFailing, findListening, findTarget, type WebhookTarget } from "./queries.ts";
import { type Answered, deliver } from "./send.ts";

const TIMEOUT_MS = 10_000;
const KEEP_MS = 30 * 24 * 3_600_000;
const ABREAST = 4;

export interface WebhookSender extends Lines {
  /** An event was told by the outbox: queues it for every webhook that wants it. Bears seeing an event twice. */
  happened(event: DomainEvent): Promise<void>;
  /** Sends this delivery now, if it is still to be sent. */
  sendNow(organizationId: string, deliveryId: string): Promise<void>;
}

type SenderNeeds = Pick<Needs, "database" | "clock" | "log" | "sealer" | "guard" | "audit" | "administrators"> & {
  readonly mail: QueueMail;
  readonly inApp: TellInApp;
  /** Of one try, milliseconds. */
  readonly timeoutMs?: number;
};

export const secretPlace = (webhookId: string): string => `webhooks|${webhookId}`;

/** What is sent: the same bytes in every try. */
export const bodyOf = (event: { id: string; event: string; organizationId: string; createdAt: Date; data: unknown }): string =>
  JSON.stringify({ ...event, createdAt: event.createdAt.toISOString() });

/** Builds the sender. */
export function createWebhookSender(needs: SenderNeeds): WebhookSender {
  const { database, clock, log, sealer, guard, timeoutMs = TIMEOUT_MS } = needs;
  const later = (milliseconds: number) => new Date(clock.now() + milliseconds);

  async function claim(organizationId: string, lease: string, id: string | undefined) {
    return database.withTenant(organizationId, async (tx) => {
      const delivery = await claimDelivery(tx, { lease, now: later(0), until: later(LEASE_MS), id });
      if (delivery === undefined) return undefined;
      const target = await findTarget(tx, delivery.webhookId);
      return { delivery, target, secret: await sealer.open(tx, organizationId, target.secretSealed, secretPlace(delivery.webhookId)) };
    });
  }

  function outcomeOf({ tries, event }: ClaimedDelivery, answered: Answered): DeliveryOutcome {
    if (answered.problem === null) return { ...answered, state: "delivered", finishedAt: later(0) };
    const wait = event === TEST_EVENT || answered.problem === "inactive" ? undefined : waitAfter(tries);
    if (wait === undefined) return { ...answered, state: "failed", finishedAt: later(0) };
    return { ...answered, state: "waiting", nextAt: later(wait), finishedAt: null };
  }

  async function work(organizationId: string, id?: string): Promise<boolean> {
    const lease = newId();
    const claimed = await claim(organizationId, lease, id);
    if (claimed === undefined) return false;
    const { delivery, target, secret } = claimed;
    const { url, active } = target;
    const off = !active && delivery.event !== TEST_EVENT;
    const answered: Answered = off
      ? { status: null, answer: null, problem: "inactive" }
      : await deliver({ ...delivery, url, secret }, { guard, now: clock.now(), timeoutMs });
    const outcome = outcomeOf(delivery, answered);
    await database.withTenant(organizationId, async (tx) => {
      const kept = await settleDelivery(tx, delivery.id, lease, outcome);
      if (kept && outcome.state === "failed" && delivery.tries >= MOST_TRIES)
        await switchOff(tx, organizationId, delivery, target, outcome);
    });
    return true;
  }

  async function switchOff(
    tx: Parameters<QueueMail>[0],
    organizationId: string,
    { webhookId }: ClaimedDelivery,
    { url, description }: WebhookTarget,
    { problem, status }: Answered,
  ): Promise<void> {
    const at = later(0);
    if (!(await disableFailing(tx, webhookId, at))) return;
    await failWaiting(tx, webhookId, at);
    // The address itself may hold a secret of the other side.
    const webhook = description === "" ? new URL(url).host : `${description} (${new URL(url).host})`;
    const reason = status === null ? String(problem) : `HTTP ${status}`;
    await needs.audit.record(tx, {
      organizationId,
      actor: { kind: "server" },
      action: "webhook.disabled",
      subject: { kind: "webhook", id: webhookId },
      details: { problem: reason },
    });
    const userIds = await needs.administrators(tx, organizationId);
    await needs.inApp(tx, { organizationId, userIds, code: "webhook_disabled", params: { webhookId, webhook, problem: reason } });
    for (const userId of userIds)
      await needs.mail(tx, { organizationId, userId, template: "webhook_disabled", params: { webhook, problem: reason, at } });
  }

  const clean = (organizationId: string) =>
    database.withTenant(organizationId, (tx) => deleteFinishedDeliveries(tx, new Date(clock.now() - KEEP_MS)));
  const lines = createLines({ database, clock, log, abreast: ABREAST, work, clean });

  return {
    ...lines,
    async happened({ id: eventId, organizationId, name, payload }) {
      if (!isWebhookEvent(name)) return;
      const queued = await database.withTenant(organizationId, async (tx) => {
        const createdAt = later(0);
        const deliveries = (await findListening(tx, name)).map((webhookId) => {
          const id = newId();
          const body = bodyOf({ id, event: name, organizationId, createdAt, data: payload });
          return { id, organizationId, webhookId, eventId, event: name, body, createdAt };
        });
        await insertDeliveries(tx, deliveries);
        return deliveries.length;
      });
      if (queued > 0) lines.wake(organizationId);
    },
    async sendNow(organizationId, deliveryId) {
      await work(organizationId, deliveryId);
    },
  };
}
