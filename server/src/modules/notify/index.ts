// Notify: the one way out to people and other systems. Notices inside the console, mails through a queue, signed webhooks.
// Others call mail() and inApp() in the transaction that causes them; nothing leaves before it committed.
import type { Tx } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import type { Outbox } from "../../outbox/index.ts";
import { createMails } from "./mail/mails.ts";
import { createMailQueue, type QueueMail } from "./mail/queue.ts";
import { createMailRoutes, createMailSettings, type MailSettingsService } from "./mail/settings.ts";
import type { Needs } from "./needs.ts";
import { createNotices, type Notices, type TellInApp, type TellLive } from "./notices/notices.ts";
import { registerMailRoutes, registerNoticeRoutes } from "./routes.ts";
import { registerWebhookRoutes } from "./webhooks/routes.ts";
import { createWebhookSender } from "./webhooks/sender.ts";
import { createWebhooks, type Webhooks } from "./webhooks/webhooks.ts";

export { countBacklog } from "./backlog.ts";
export type { QueueMail } from "./mail/queue.ts";
export { type MailServer, tryMailServer } from "./mail/server.ts";
export type { TellInApp } from "./notices/notices.ts";
export { createGuard, type Resolve, systemResolve } from "./webhooks/guard.ts";

export interface NotifyDeps extends Needs {
  readonly tellLive: TellLive;
  readonly outbox: Pick<Outbox, "subscribe">;
  /** Of one try to deliver to a webhook, milliseconds; 10,000 when left out. */
  readonly webhookTimeoutMs?: number;
}

export interface Notify {
  readonly mail: QueueMail;
  /** Whether there is a way out for the organization's mails. */
  canMail(tx: Tx, organizationId: string): Promise<boolean>;
  readonly inApp: TellInApp;
  readonly notices: Notices;
  readonly mailSettings: MailSettingsService;
  readonly webhooks: Webhooks;
  registerRoutes(app: App): void;
  /** Looks through all organizations once and waits for what is due. */
  sweep(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** Builds the module; its subscriptions to the outbox are made here. */
export function createNotify(deps: NotifyDeps): Notify {
  const routes = createMailRoutes(deps);
  const queue = createMailQueue(deps, routes);
  const notices = createNotices(deps, deps.tellLive);
  const timeout = deps.webhookTimeoutMs === undefined ? {} : { timeoutMs: deps.webhookTimeoutMs };
  const sender = createWebhookSender({ ...deps, mail: queue.mail, inApp: notices.inApp, ...timeout });
  const mailSettings = createMailSettings(deps, routes);
  const webhooks = createWebhooks(deps, sender);

  deps.outbox.subscribe("mail.queued", ({ organizationId }) => queue.wake(organizationId));
  deps.outbox.subscribe("mail_settings.changed", ({ organizationId }) => queue.wake(organizationId));
  deps.outbox.subscribe("notice.created", notices.created);
  deps.outbox.subscribe("*", sender.happened);

  return {
    mail: queue.mail,
    canMail: async (tx, organizationId) => (await routes.of(tx, organizationId)) !== undefined,
    inApp: notices.inApp,
    notices,
    mailSettings,
    webhooks,
    registerRoutes(app) {
      registerNoticeRoutes(app, notices);
      registerMailRoutes(app, mailSettings, createMails(deps));
      registerWebhookRoutes(app, webhooks);
    },
    async sweep() {
      await queue.sweep();
      await sender.sweep();
    },
    start() {
      queue.start();
      sender.start();
    },
    async stop() {
      await queue.stop();
      await sender.stop();
    },
  };
}
