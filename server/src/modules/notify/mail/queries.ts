// The only reader and writer of mails. Every statement is bound to the organization by row-level security.
import { ofTenant, type Tx } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import type { Keyset } from "../../../http/pagination.ts";

export type MailState = "waiting" | "sent" | "dead";

export interface NewMail {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string | null;
  readonly address: string;
  readonly template: string;
  readonly paramsSealed: Uint8Array<ArrayBuffer>;
  readonly createdAt: Date;
}

export async function insertMail(tx: Tx, mail: NewMail): Promise<void> {
  await tx.mail.create({ data: { ...mail, nextAt: mail.createdAt } });
}

export interface ClaimedMail {
  readonly id: string;
  readonly userId: string | null;
  readonly address: string;
  readonly template: string;
  readonly paramsSealed: Uint8Array<ArrayBuffer>;
  /** This one counted. */
  readonly tries: number;
}

export interface Claim {
  readonly lease: string;
  readonly now: Date;
  readonly until: Date;
}

/** Takes one mail that is due and that nobody else has; it is this lease's until then. */
export async function claimMail(tx: Tx, { lease, now, until }: Claim): Promise<ClaimedMail | undefined> {
  const rows = await tx.$queryRaw<ClaimedMail[]>`
    update mails set lease = ${lease}::uuid, leased_until = ${until}, tries = tries + 1
    where ${ofTenant("mails")} and id = (
      select id from mails where ${ofTenant("mails")} and state = 'waiting' and next_at <= ${now} and (leased_until is null or leased_until <= ${now})
      order by next_at, id limit 1 for update skip locked)
    returning id, user_id as "userId", address, template, params_sealed as "paramsSealed", tries`;
  return rows[0];
}

export interface MailOutcome {
  readonly state: MailState;
  readonly nextAt?: Date;
  readonly problem: string | null;
  readonly finishedAt: Date | null;
}

/** Writes what became of a mail. Answers false when the lease was lost meanwhile: then it is another's to say. */
export async function settleMail(tx: Tx, id: string, lease: string, outcome: MailOutcome): Promise<boolean> {
  const gone = outcome.state === "sent" ? { paramsSealed: null } : {};
  const { count } = await tx.mail.updateMany({ where: { id, lease }, data: { ...outcome, ...gone, lease: null, leasedUntil: null } });
  return count === 1;
}

/** A dead mail waits again from now, with all its tries. False when there is no such dead mail. */
export async function reviveMail(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.mail.updateMany({
    where: { id, state: "dead" },
    data: { state: "waiting", tries: 0, nextAt: now, finishedAt: null },
  });
  return count === 1;
}

/** Lets every waiting mail be tried now: the settings changed. */
export async function hastenMails(tx: Tx, now: Date): Promise<void> {
  await tx.mail.updateMany({ where: { state: "waiting", nextAt: { gt: now } }, data: { nextAt: now } });
}

export async function countMails(tx: Tx): Promise<{ waiting: number; dead: number }> {
  const of = (state: MailState) => tx.mail.count({ where: { state } });
  return { waiting: await of("waiting"), dead: await of("dead") };
}

/** Deletes what was finished before this instant. */
export async function deleteFinishedMails(tx: Tx, before: Date): Promise<void> {
  await tx.mail.deleteMany({ where: { finishedAt: { lt: before } } });
}

export interface MailRow {
  readonly id: string;
  readonly address: string;
  readonly template: string;
  readonly state: MailState;
  readonly tries: number;
  readonly nextAt: Date;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly cursorValue: string;
}

export const MAIL_SORT = { createdAt: { expression: Prisma.sql`created_at`, type: "timestamptz" } } as const;

const inState = (state: MailState | undefined) => (state === undefined ? Prisma.sql`true` : Prisma.sql`state = ${state}`);

export function listMails(tx: Tx, page: Keyset, state: MailState | undefined): Promise<MailRow[]> {
  return tx.$queryRaw`
    select id, address, template, state, tries, next_at as "nextAt", problem, created_at as "createdAt", finished_at as "finishedAt",
      ${page.cursorValue} as "cursorValue"
    from mails where ${ofTenant("mails")} and ${inState(state)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countInState(tx: Tx, state: MailState | undefined): Promise<number> {
  return tx.mail.count({ where: state === undefined ? {} : { state } });
}

/** Who reads it, in which language and time zone; undefined when the organization is gone. */
export async function findReader(tx: Tx, userId: string | null) {
  const organization = await tx.organization.findFirst({ select: { name: true, locale: true, timeZone: true } });
  // People are accounts' own table; only what a letter needs of them is read here, at the moment it is written.
  const person =
    userId === null ? null : await tx.user.findUnique({ where: { id: userId }, select: { name: true, locale: true, timeZone: true } });
  return organization === null ? undefined : { organization, person };
}

/** A member's address and name; undefined for someone who is not a member. */
export async function findMember(tx: Tx, userId: string): Promise<{ email: string; name: string } | undefined> {
  const member = await tx.membership.findFirst({ where: { userId, deletedAt: null }, select: { userId: true } });
  const person = member === null ? null : await tx.user.findUnique({ where: { id: userId }, select: { email: true, name: true } });
  return person ?? undefined;
}
