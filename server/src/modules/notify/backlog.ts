// What of an organization waits to leave, and what was given up, for whoever watches the server.
import type { Tx } from "../../database/index.ts";
import { countMails } from "./mail/queries.ts";
import { countDeliveriesInState } from "./webhooks/delivery-queries.ts";

export interface NotifyBacklog {
  readonly mails: { readonly waiting: number; readonly dead: number };
  readonly webhooks: { readonly waiting: number; readonly dead: number };
}

/** Counts within the organization's own transaction. */
export async function countBacklog(tx: Tx): Promise<NotifyBacklog> {
  const webhooks = { waiting: await countDeliveriesInState(tx, "waiting"), dead: await countDeliveriesInState(tx, "failed") };
  return { mails: await countMails(tx), webhooks };
}
