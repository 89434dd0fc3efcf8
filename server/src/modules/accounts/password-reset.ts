// A forgotten password: a link by mail, good once and for an hour, dead with any change of the password.
// Whoever asks learns nothing: the answer is given before the address is looked up.
import { createHash } from "node:crypto";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { newId, organizationOfToken, tokenFor } from "../../ids.ts";
import type { Log } from "../../log.ts";
import type { AttemptCounter } from "./attempts.ts";
import type { RecordEverywhere } from "./elsewhere.ts";
import type { AccountNews } from "./news.ts";
import { normalEmail } from "./organizations.ts";
import { countResets, findCredential, findPerson, findReset, insertReset, replacePassword, useReset } from "./password-queries.ts";
import { type Passwords, refuseWeakPassword } from "./passwords.ts";
import { findAccount, findMemberships } from "./queries.ts";
import type { Sessions } from "./sessions.ts";

const LIFE_MS = 3_600_000;
/** Of an invitation's link. */
const FIRST_LIFE_MS = 7 * 24 * 3_600_000;
/** Links one person is sent within LIFE_MS, wherever they are asked for. */
const MOST_AT_ONCE = 3;
/** How long a link that is over stays in the database. */
const KEEP_MS = 30 * 24 * 3_600_000;

/** Sends the link in the transaction that made it. `token` is a secret: it goes into the mail and nowhere else. */
export type SendResetMail = (tx: Tx, mail: { organizationId: string; userId: string; token: string; expiresAt: Date }) => Promise<void>;

export interface PasswordResetDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: (bytes: number) => Uint8Array;
  readonly passwords: Passwords;
  readonly sessions: Pick<Sessions, "endOf">;
  readonly attempts: AttemptCounter;
  readonly sendMail: SendResetMail;
  readonly news: Pick<AccountNews, "passwordChanged">;
  readonly recordEverywhere: RecordEverywhere;
}

export interface PasswordReset {
  /** Begins the work and returns at once, known address or not. Throws TOO_MANY_ATTEMPTS. */
  request(email: string, address: string): Promise<void>;
  /** Sets the password. Throws GONE for a link that is used, expired, unknown or older than the password; INVALID_INPUT for a weak one. */
  confirm(request: { token: string; password: string }, address: string): Promise<void>;
  /** A link's secret, good once and for a week, by which a new person chooses their password. */
  first(tx: Tx, person: { organizationId: string; userId: string }): Promise<{ token: string; expiresAt: Date }>;
  /** Resolves when no requested mail is under way. */
  idle(): Promise<void>;
}

export function createPasswordReset(deps: PasswordResetDeps): PasswordReset {
  const { database, clock, log, random, passwords, sessions, attempts, sendMail, news, recordEverywhere } = deps;
  const underWay = new Set<Promise<void>>();

  async function send(email: string, address: string): Promise<void> {
    const account = await database.global((tx) => findAccount(tx, email));
    if (account === undefined || account.disabledAt !== null) return;
    const [membership] = await database.withUser(account.id, findMemberships);
    if (membership === undefined) return;
    const now = clock.now();
    const organizationId = membership.id;
    const person = { organizationId, userId: account.id };
    const subject = { kind: "user", id: account.id };
    const entry = { organizationId, actor: { kind: "anonymous" }, action: "password.reset_requested", subject, address } as const;
    await database.withTenant(organizationId, async (tx) => {
      if ((await countResets(tx, account.id, new Date(now - LIFE_MS))) >= MOST_AT_ONCE) return;
      const link = await makeLink(tx, person, LIFE_MS);
      if (link === undefined) return;
      await sendMail(tx, { ...person, ...link });
      await recordEverywhere(tx, account.id, entry);
    });
  }

  /** undefined for a person who has no password to reset. */
  async function makeLink(tx: Tx, { organizationId, userId }: { organizationId: string; userId: string }, life: number) {
    const credential = await findCredential(tx, userId);
    if (credential === null) return undefined;
    const now = clock.now();
    const token = tokenFor(organizationId, random(32));
    const expiresAt = new Date(now + life);
    const reset = { id: newId(), organizationId, userId, tokenHash: sha256(token), createdAt: new Date(now), expiresAt };
    await insertReset(tx, { ...reset, credentialVersion: credential.version }, new Date(now - KEEP_MS));
    return { token, expiresAt };
  }

  return {
    async request(email, address) {
      const normal = normalEmail(email);
      await attempts.begin(`reset ${normal}`, address);
      const work = send(normal, address).catch((error: unknown) => log.error({ err: error }, "a password reset could not be sent"));
      underWay.add(work);
      void work.finally(() => underWay.delete(work));
    },
    async confirm({ token, password }, address) {
      await attempts.begin("reset link", address);
      const organizationId = organizationOfToken(token);
      if (organizationId === undefined) throw gone();
      const tokenHash = sha256(token);
      const known = await database.withTenant(organizationId, async (tx) => {
        const reset = await findReset(tx, tokenHash, new Date(clock.now()));
        return reset && { reset, person: await findPerson(tx, reset.userId, organizationId) };
      });
      if (known === undefined) throw gone();
      // A living link is no guess.
      await attempts.succeeded("reset link", address);
      const { reset, person } = known;
      refuseWeakPassword(password, [person.organization, person.name, ...person.email.split("@")]);
      const passwordHash = await passwords.hash(password);
      const actor = { kind: "user", id: reset.userId } as const;
      const entry = { organizationId, actor, action: "password.reset", subject: { kind: "user", id: reset.userId }, address } as const;
      await database.withTenant(organizationId, async (tx) => {
        const at = new Date(clock.now());
        if (!(await useReset(tx, reset.id, at))) throw gone();
        if (!(await replacePassword(tx, reset.userId, { passwordHash, version: reset.credentialVersion, at }))) throw gone();
        await recordEverywhere(tx, reset.userId, entry);
        await news.passwordChanged(tx, { organizationId, userId: reset.userId });
      });
      await sessions.endOf({ organizationId, userId: reset.userId });
    },
    async first(tx, person) {
      const link = await makeLink(tx, person, FIRST_LIFE_MS);
      if (link === undefined) throw new TypeError("a link for somebody who has no account");
      return link;
    },
    async idle() {
      await Promise.all(underWay);
    },
  };
}

const sha256 = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(token).digest());
const gone = (): AppError => new AppError("GONE", "this link was used, has expired or never was");
