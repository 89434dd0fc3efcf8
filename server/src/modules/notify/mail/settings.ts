// Which mail server an organization's mails leave through: its own, or the one the operator of this server gave to all.
import type { Tx } from "../../../database/index.ts";
import { AppError } from "../../../errors.ts";
import type { Caller } from "../../../http/caller.ts";
import { newId } from "../../../ids.ts";
import { readSender, type Sender } from "../../../mail-address.ts";
import { publish } from "../../../outbox/index.ts";
import { difference } from "../../audit/index.ts";
import { entryOf, type Needs } from "../needs.ts";
import type { MailSettingsBody, MailSettingsView, TestResult } from "../schemas.ts";
import { compose } from "../templates/compose.ts";
import { countMails, findMember, findReader, hastenMails } from "./queries.ts";
import { type MailServer, sendLetter } from "./server.ts";
import { deleteMailSettings, findMailSettings, type MailSettingsRow, upsertMailSettings } from "./settings-queries.ts";

export interface MailRoute {
  readonly server: MailServer;
  /** The organization's own, so that the guard decides where it may be. */
  readonly own: boolean;
}

export interface MailRoutes {
  /** The way out; undefined when there is none. */
  of(tx: Tx, organizationId: string): Promise<MailRoute | undefined>;
}

export interface MailSettingsService {
  get(organizationId: string): Promise<MailSettingsView>;
  /**
   * Throws INVALID_INPUT for a private host, a malformed sender, or a missing password: a stored one is kept only while host,
   * port and user name stay, or it could be sent to another server to be read there.
   */
  put(caller: Caller, settings: MailSettingsBody): Promise<MailSettingsView>;
  /** Back to the server's default. Throws NOT_FOUND. */
  remove(caller: Caller): Promise<void>;
  /** Sends a mail to the caller now and answers what the mail server said. Throws CONFLICT when there is no mail server. */
  test(caller: Caller): Promise<TestResult>;
}

const placeOf = (organizationId: string): string => `mail_settings|${organizationId}`;
const invalid = (field: string, problem: string, message: string) =>
  new AppError("INVALID_INPUT", message, { details: { fields: [{ field, problem }] } });

function needSender(text: string): Sender {
  const sender = readSender(text);
  if (sender === undefined) throw invalid("from", "format", "this is no mail address");
  return sender;
}

/** Knows each organization's mail server. */
export function createMailRoutes({ sealer, defaultMailServer }: Pick<Needs, "sealer" | "defaultMailServer">): MailRoutes {
  return {
    async of(tx, organizationId) {
      const row = await findMailSettings(tx, organizationId);
      if (row === undefined) return defaultMailServer === undefined ? undefined : { server: defaultMailServer, own: false };
      const { host, port, secure, username, passwordSealed } = row;
      const password = passwordSealed === null ? null : await sealer.open(tx, organizationId, passwordSealed, placeOf(organizationId));
      return { server: { host, port, secure, username, password, from: needSender(row.fromAddress) }, own: true };
    },
  };
}

/** Builds the service. */
export function createMailSettings(needs: Needs, routes: MailRoutes): MailSettingsService {
  const { database, clock, audit, sealer, guard, defaultMailServer } = needs;
  const subject = (organizationId: string) => ({ kind: "organization", id: organizationId });

  async function view(tx: Tx, organizationId: string): Promise<MailSettingsView> {
    const row = await findMailSettings(tx, organizationId);
    const queue = await countMails(tx);
    const none = { host: null, port: null, secure: null, username: null, hasPassword: false, from: null };
    // The default is the operator's: where it is and who signs in to it is not the organizations' business.
    if (row === undefined) return { source: defaultMailServer === undefined ? "none" : "server", ...none, queue };
    const { host, port, secure, username, fromAddress: from, passwordSealed } = row;
    return { source: "organization", host, port, secure, username, hasPassword: passwordSealed !== null, from, queue };
  }

  async function passwordOf(tx: Tx, organizationId: string, body: MailSettingsBody, before: MailSettingsRow | undefined) {
    if (body.username === null) return null;
    if (body.password !== undefined) return sealer.seal(tx, organizationId, body.password, placeOf(organizationId));
    const same = before?.host === body.host && before.port === body.port && before.username === body.username;
    if (!same || before.passwordSealed === null) throw invalid("password", "required", "this server and user need their password");
    return before.passwordSealed;
  }

  return {
    get: (organizationId) => database.withTenant(organizationId, (tx) => view(tx, organizationId)),

    put(caller, body) {
      const { organizationId, userId: updatedBy } = caller;
      const { host, port, secure, username } = body;
      needSender(body.from);
      if (guard.refuses(host)) throw invalid("host", "private_address", "this server does not connect there");
      return database.withTenant(organizationId, async (tx) => {
        const before = await findMailSettings(tx, organizationId);
        const passwordSealed = await passwordOf(tx, organizationId, body, before);
        const now = new Date(clock.now());
        const row = {
          organizationId,
          host,
          port,
          secure,
          username,
          passwordSealed,
          fromAddress: body.from.trim(),
          updatedAt: now,
          updatedBy,
        };
        await upsertMailSettings(tx, row);
        await hastenMails(tx, now);
        const was = { ...before, from: before?.fromAddress };
        const details = {
          ...difference(was, { host, port, secure, username, from: row.fromAddress }),
          passwordChanged: body.password !== undefined,
        };
        await audit.record(tx, entryOf(caller, "mail_settings.changed", subject(organizationId), details));
        await publish(tx, organizationId, "mail_settings.changed", { userId: caller.userId });
        return view(tx, organizationId);
      });
    },

    remove(caller) {
      const { organizationId } = caller;
      return database.withTenant(organizationId, async (tx) => {
        const before = await findMailSettings(tx, organizationId);
        if (before === undefined || !(await deleteMailSettings(tx, organizationId)))
          throw new AppError("NOT_FOUND", "there are no mail settings");
        const { host, port, secure, username, fromAddress: from } = before;
        await audit.record(tx, entryOf(caller, "mail_settings.deleted", subject(organizationId), { host, port, secure, username, from }));
        await publish(tx, organizationId, "mail_settings.changed", { userId: caller.userId });
      });
    },

    async test(caller) {
      const { organizationId, userId } = caller;
      const { route, letter } = await database.withTenant(organizationId, async (tx) => {
        const [way, person, reader] = [await routes.of(tx, organizationId), await findMember(tx, userId), await findReader(tx, userId)];
        if (way === undefined) throw new AppError("CONFLICT", "there is no mail server to test");
        if (person === undefined || reader === undefined) throw new AppError("NOT_FOUND", "nobody to write to");
        const composed = compose(
          "test",
          { at: new Date(clock.now()).toISOString() },
          {
            name: person.name,
            organization: reader.organization.name,
            locale: reader.person?.locale ?? reader.organization.locale,
            timeZone: reader.person?.timeZone ?? reader.organization.timeZone,
          },
        );
        return { route: way, letter: { id: newId(), to: { name: person.name, address: person.email }, ...composed } };
      });
      const result = await sendLetter(route.server, letter, route.own ? guard : undefined);
      return result.kind === "sent" ? { sent: true, problem: null } : { sent: false, problem: result.problem };
    },
  };
}
