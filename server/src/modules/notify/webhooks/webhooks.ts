// Webhooks as people set them up, and what became of their deliveries.
import type { Tx } from "../../../database/index.ts";
import { AppError } from "../../../errors.ts";
import type { Caller } from "../../../http/caller.ts";
import { keyset, toPage } from "../../../http/pagination.ts";
import { versionMismatch } from "../../../http/versioning.ts";
import { newId } from "../../../ids.ts";
import { difference } from "../../audit/index.ts";
import { entryOf, type Needs } from "../needs.ts";
import type { CreateWebhook, DeliveryView, UpdateWebhook, WebhookView } from "../schemas.ts";
import {
  countDeliveries,
  DELIVERY_SORT,
  type DeliveryRow,
  failWaiting,
  findDelivery,
  insertDeliveries,
  listDeliveries,
} from "./delivery-queries.ts";
import { TEST_EVENT } from "./events.ts";
import {
  countWebhooks,
  findWebhook,
  insertWebhook,
  listWebhooks,
  lockWebhook,
  updateWebhook,
  WEBHOOK_SORT,
  type WebhookRow,
} from "./queries.ts";
import { bodyOf, secretPlace, type WebhookSender } from "./sender.ts";

const MOST_WEBHOOKS = 50;

interface PageQuery {
  readonly limit?: number;
  readonly cursor?: string;
}
interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

export interface Webhooks {
  list(organizationId: string, query: PageQuery): Promise<Page<WebhookView>>;
  /** Throws NOT_FOUND, as all below. */
  get(organizationId: string, id: string): Promise<WebhookView>;
  /** Answers the secret, this once. Throws INVALID_INPUT for an address it does not connect to, CONFLICT above 50. */
  create(caller: Caller, webhook: CreateWebhook): Promise<WebhookView & { secret: string }>;
  /** Throws also VERSION_MISMATCH and INVALID_INPUT. */
  update(caller: Caller, id: string, version: number, change: UpdateWebhook): Promise<WebhookView>;
  /** Throws also VERSION_MISMATCH. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
  deliveries(organizationId: string, id: string, query: PageQuery): Promise<Page<DeliveryView>>;
  /** Sends a test delivery, once, and answers what came of it. */
  test(caller: Caller, id: string): Promise<DeliveryView>;
}

const notFound = () => new AppError("NOT_FOUND", "no such webhook");
const subject = (id: string) => ({ kind: "webhook", id });

/** Builds the service. */
export function createWebhooks(needs: Needs, sender: WebhookSender): Webhooks {
  const { database, clock, audit, sealer, guard, random } = needs;
  const now = () => new Date(clock.now());

  async function read(tx: Tx, id: string): Promise<WebhookView> {
    const row = await findWebhook(tx, id);
    if (row === undefined) throw notFound();
    return present(row);
  }

  async function hold(tx: Tx, id: string, version: number): Promise<void> {
    const held = await lockWebhook(tx, id);
    if (held === undefined) throw notFound();
    if (held !== version) throw versionMismatch();
  }

  /** A name is looked at when it is connected to; what is written as an address can be told now. */
  function checkUrl(text: string): string {
    const url = URL.parse(text);
    const refuse = (problem: string) =>
      new AppError("INVALID_INPUT", "this is no address for a webhook", { details: { fields: [{ field: "url", problem }] } });
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") throw refuse("format");
    if (guard.refuses(url.hostname)) throw refuse("private_address");
    return url.href;
  }

  return {
    list(organizationId, query) {
      const page = keyset(WEBHOOK_SORT, { ...query, sort: "createdAt" });
      return database.withTenant(organizationId, async (tx) =>
        toPage(page, await listWebhooks(tx, page), await countWebhooks(tx), present),
      );
    },

    get: (organizationId, id) => database.withTenant(organizationId, (tx) => read(tx, id)),

    create(caller, { url, events, description = "", active = true }) {
      const { organizationId, userId: createdBy } = caller;
      const target = checkUrl(url);
      const secret = `whsec_${Buffer.from(random(32)).toString("base64url")}`;
      return database.withTenant(organizationId, async (tx) => {
        if ((await countWebhooks(tx)) >= MOST_WEBHOOKS) throw new AppError("CONFLICT", `there are ${MOST_WEBHOOKS} webhooks already`);
        const id = newId();
        const secretSealed = await sealer.seal(tx, organizationId, secret, secretPlace(id));
        const row = { id, organizationId, url: target, events, description, active, secretSealed, createdBy, createdAt: now() };
        await insertWebhook(tx, row);
        await audit.record(tx, entryOf(caller, "webhook.created", subject(id), { host: new URL(target).host, events }));
        return { ...(await read(tx, id)), secret };
      });
    },

    update(caller, id, version, { url, ...change }) {
      const target = url === undefined ? {} : { url: checkUrl(url) };
      return database.withTenant(caller.organizationId, async (tx) => {
        await hold(tx, id, version);
        const before = await read(tx, id);
        const again = change.active === true ? { disabledReason: null } : {};
        await updateWebhook(tx, id, { ...change, ...target, ...again }, now());
        if (change.active === false) await failWaiting(tx, id, now());
        // Of the address only its host is told: the rest is often the receiver's own secret.
        const moved = target.url === undefined ? {} : { host: new URL(target.url).host };
        const marks = { urlChanged: target.url !== undefined && target.url !== before.url };
        const details = { ...difference({ ...before, host: new URL(before.url).host }, { ...change, ...moved }), ...marks };
        await audit.record(tx, entryOf(caller, "webhook.changed", subject(id), details));
        return read(tx, id);
      });
    },

    remove(caller, id, version) {
      return database.withTenant(caller.organizationId, async (tx) => {
        await hold(tx, id, version);
        await updateWebhook(tx, id, { active: false, deletedAt: now() }, now());
        await failWaiting(tx, id, now());
        await audit.record(tx, entryOf(caller, "webhook.deleted", subject(id)));
      });
    },

    deliveries(organizationId, id, query) {
      const page = keyset(DELIVERY_SORT, { ...query, sort: "-createdAt" });
      return database.withTenant(organizationId, async (tx) => {
        await read(tx, id);
        return toPage(page, await listDeliveries(tx, id, page), await countDeliveries(tx, id), presentDelivery);
      });
    },

    async test(caller, webhookId) {
      const { organizationId } = caller;
      const id = newId();
      await database.withTenant(organizationId, async (tx) => {
        await read(tx, webhookId);
        const createdAt = now();
        const body = bodyOf({ id, event: TEST_EVENT, organizationId, createdAt, data: {} });
        await insertDeliveries(tx, [{ id, organizationId, webhookId, eventId: id, event: TEST_EVENT, body, createdAt }]);
        await audit.record(tx, entryOf(caller, "webhook.tested", subject(webhookId)));
      });
      await sender.sendNow(organizationId, id);
      const row = await database.withTenant(organizationId, (tx) => findDelivery(tx, id));
      if (row === undefined) throw notFound();
      return presentDelivery(row);
    },
  };
}

function present({ cursorValue: _, ...row }: WebhookRow): WebhookView {
  return { ...row, events: [...row.events], createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}

function presentDelivery({ cursorValue: _, ...row }: DeliveryRow): DeliveryView {
  return {
    ...row,
    nextAt: row.state === "waiting" ? row.nextAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
