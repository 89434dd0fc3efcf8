// The mail queue: a row of the causing transaction, sent after it committed. At least once: a server that dies between the mail
// server's answer and its own commit sends again, under the same Message-ID.
import type { Tx } from "../../../database/index.ts";
import { newId } from "../../../ids.ts";
import { isAddress } from "../../../mail-address.ts";
import { publish } from "../../../outbox/index.ts";
import { LEASE_MS, MOST_TRIES, waitAfter } from "../back-off.ts";
import { createLines, type Lines } from "../lines.ts";
import type { Needs } from "../needs.ts";
import type { MailParams, MailTemplate } from "../templates/catalogue.ts";
import { compose, type StoredParams, storeParams } from "../templates/compose.ts";
import {
  type ClaimedMail,
  claimMail,
  deleteFinishedMails,
  findMember,
  findReader,
  insertMail,
  type MailOutcome,
  settleMail,
} from "./queries.ts";
import { type Letter, type MailResult, sendLetter } from "./server.ts";
import type { MailRoute, MailRoutes } from "./settings.ts";

const KEEP_MS = 30 * 24 * 3_600_000;

/** To a member in their language, or to a bare address in the organization's. */
type MailTo = { readonly userId: string } | { readonly address: string };

export type NewMailOf<Name extends MailTemplate> = MailTo & {
  readonly organizationId: string;
  readonly template: Name;
  readonly params: MailParams<Name>;
};

/** Queues a mail in the causing transaction, which must be the organization's own. Nothing is sent if it rolls back. */
export type QueueMail = <Name extends MailTemplate>(tx: Tx, mail: NewMailOf<Name>) => Promise<void>;

export interface MailQueue extends Lines {
  /** Throws TypeError for wrong parameters, a malformed address, or a person who is no member. */
  readonly mail: QueueMail;
}

const placeOf = (id: string): string => `mails|${id}`;

/** Builds the queue. `routes` knows each organization's mail server. */
export function createMailQueue(needs: Pick<Needs, "database" | "clock" | "log" | "sealer" | "guard">, routes: MailRoutes): MailQueue {
  const { database, clock, log, sealer, guard } = needs;
  const later = (milliseconds: number) => new Date(clock.now() + milliseconds);

  async function claim(organizationId: string, lease: string): Promise<{ mail: ClaimedMail; route: MailRoute } | undefined> {
    return database.withTenant(organizationId, async (tx) => {
      const route = await routes.of(tx, organizationId);
      // Without a mail server everything waits, and no try is counted.
      if (route === undefined) return undefined;
      const mail = await claimMail(tx, { lease, now: later(0), until: later(LEASE_MS) });
      return mail === undefined ? undefined : { mail, route };
    });
  }

  async function write(organizationId: string, { id, userId, address, template, paramsSealed }: ClaimedMail): Promise<Letter> {
    return database.withTenant(organizationId, async (tx) => {
      const params = JSON.parse(await sealer.open(tx, organizationId, paramsSealed, placeOf(id))) as StoredParams;
      const found = await findReader(tx, userId);
      if (found === undefined) throw new Error("the organization of a mail is gone");
      const { organization, person } = found;
      const name = person?.name ?? address;
      const locale = person?.locale ?? organization.locale;
      const timeZone = person?.timeZone ?? organization.timeZone;
      const letter = compose(template, params, { name, organization: organization.name, locale, timeZone });
      return { id, to: { name: person?.name ?? "", address }, ...letter };
    });
  }

  async function attempt(organizationId: string, mail: ClaimedMail, route: MailRoute): Promise<MailResult> {
    try {
      const letter = await write(organizationId, mail);
      return await sendLetter(route.server, letter, route.own ? guard : undefined);
    } catch (error) {
      log.error({ err: error, organizationId, mailId: mail.id }, "a mail could not be written");
      return { kind: "failed", problem: "the mail could not be written; see the server's log" };
    }
  }

  async function work(organizationId: string): Promise<boolean> {
    const lease = newId();
    const claimed = await claim(organizationId, lease);
    if (claimed === undefined) return false;
    const { mail, route } = claimed;
    // One that died with every server that tried it is not tried for ever.
    const result: MailResult =
      mail.tries > MOST_TRIES ? { kind: "refused", problem: "given up" } : await attempt(organizationId, mail, route);
    const kept = await database.withTenant(organizationId, (tx) => settleMail(tx, mail.id, lease, outcomeOf(result, mail.tries)));
    if (!kept) log.warn({ organizationId, mailId: mail.id }, "a mail took longer than its lease");
    return true;
  }

  function outcomeOf(result: MailResult, tries: number): MailOutcome {
    if (result.kind === "sent") return { state: "sent", problem: null, finishedAt: later(0) };
    const wait = result.kind === "refused" ? undefined : waitAfter(tries);
    if (wait === undefined) return { state: "dead", problem: result.problem, finishedAt: later(0) };
    return { state: "waiting", problem: result.problem, nextAt: later(wait), finishedAt: null };
  }

  const clean = (organizationId: string) =>
    database.withTenant(organizationId, (tx) => deleteFinishedMails(tx, new Date(clock.now() - KEEP_MS)));

  return {
    ...createLines({ database, clock, log, abreast: 2, work, clean }),
    async mail(tx, { organizationId, template, params, ...to }) {
      const stored = storeParams(template, params);
      const id = newId();
      const userId = "userId" in to ? to.userId : null;
      const address = "userId" in to ? (await findMember(tx, to.userId))?.email : to.address;
      if (address === undefined) throw new TypeError("a mail to someone who is no member");
      if (!isAddress(address)) throw new TypeError("a mail to a malformed address");
      const paramsSealed = await sealer.seal(tx, organizationId, JSON.stringify(stored), placeOf(id));
      await insertMail(tx, { id, organizationId, userId, address, template, paramsSealed, createdAt: new Date(clock.now()) });
      await publish(tx, organizationId, "mail.queued", { mailId: id });
    },
  };
}
