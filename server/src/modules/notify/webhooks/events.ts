// The events that other systems may be told of. What is not here stays inside.
import type { EventName } from "../../../events.ts";

export const WEBHOOK_EVENTS = [
  "resource.enrolled",
  "resource.approved",
  "resource.refused",
  "resource.revoked",
  "resource.unenrolled",
  "resource.changed",
  "resource.deleted",
  "resource.online",
  "resource.offline",
  "inventory.changed",
  "client.created",
  "client.changed",
  "client.deleted",
  "site.created",
  "site.changed",
  "site.deleted",
  "ticket.opened",
  "ticket.updated",
  "ticket.answered",
  "ticket.closed",
  "setting.changed",
  "user.signed_in",
] as const satisfies readonly EventName[];

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What a test delivery carries; nothing subscribes to it. */
export const TEST_EVENT = "webhook.test";

export const isWebhookEvent = (name: string): name is WebhookEvent => (WEBHOOK_EVENTS as readonly string[]).includes(name);
