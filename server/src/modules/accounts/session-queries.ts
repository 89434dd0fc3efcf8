// The only reader and writer of sessions. Tokens never come here, only their SHA-256.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";

export interface SessionRow {
  id: string;
  userId: string;
  lastUsedAt: Date;
  expiresAt: Date;
  factorSetup: boolean;
}

export interface NewSession {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string | null;
  readonly factorSetup: boolean;
}

/** Adds a session, and forgets those of the same person that were over before `forgetBefore`. */
export async function insertSession(tx: Tx, session: NewSession, forgetBefore: Date): Promise<void> {
  await tx.session.deleteMany({ where: { userId: session.userId, expiresAt: { lt: forgetBefore } } });
  const { version } = await tx.userCredential.findUniqueOrThrow({ where: { userId: session.userId }, select: { version: true } });
  await tx.session.create({ data: { ...session, credentialVersion: version, lastUsedAt: session.createdAt } });
}

/** A session that nobody ended, of a member who is not disabled and whose password is still the one it began under. Time limits are the caller's to judge. */
export async function findSession(tx: Tx, by: { tokenHash: Uint8Array } | { id: string }): Promise<SessionRow | undefined> {
  const which = "id" in by ? Prisma.sql`s.id = ${by.id}::uuid` : Prisma.sql`s.token_hash = ${by.tokenHash}`;
  const rows = await tx.$queryRaw<SessionRow[]>`
    select s.id, s.user_id as "userId", s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt",
      s.factor_setup as "factorSetup"
    from sessions s
      join memberships m on m.organization_id = s.organization_id and m.user_id = s.user_id and m.deleted_at is null and m.disabled_at is null
      join users u on u.id = s.user_id and u.disabled_at is null
      join user_credentials c on c.user_id = s.user_id and c.version = s.credential_version
      join organizations o on o.id = s.organization_id and o.deleted_at is null
    where ${ofTenant("s")} and ${which} and s.revoked_at is null`;
  return rows[0];
}

/** How long an account counts as new, milliseconds: its first sign-in surprises nobody. */
const NEW_ACCOUNT_MS = 30 * 24 * 3_600_000;

/** Whether the person's known sessions, of about the last 30 days, were never from this address or never with this browser. */
export async function isUnfamiliar(
  tx: Tx,
  userId: string,
  { address, userAgent }: { address: string; userAgent: string | null },
  now: Date,
): Promise<boolean> {
  const [total, fromThere, withThat] = [
    await tx.session.count({ where: { userId } }),
    await tx.session.count({ where: { userId, address } }),
    await tx.session.count({ where: { userId, userAgent } }),
  ];
  if (total > 0) return fromThere === 0 || withThat === 0;
  const { createdAt } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { createdAt: true } });
  return now.getTime() - createdAt.getTime() > NEW_ACCOUNT_MS;
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.update({ where: { id }, data: { lastUsedAt: at } });
}

/** Says of these people's sessions whether they may do more than set up a second factor. Answers the ids of those that changed. */
export async function setFactorSetup(
  tx: Tx,
  which: { userIds: readonly string[] } | { id: string },
  factorSetup: boolean,
): Promise<string[]> {
  const whose = "id" in which ? { id: which.id } : { userId: { in: [...which.userIds] } };
  const rows = await tx.session.updateManyAndReturn({
    where: { ...whose, revokedAt: null, factorSetup: !factorSetup },
    data: { factorSetup },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The people who have sessions that nobody ended. */
export async function findSignedIn(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.session.findMany({
    where: { revokedAt: null, expiresAt: { gt: now } },
    select: { userId: true },
    distinct: ["userId"],
  });
  return rows.map(({ userId }) => userId);
}

/** Gives a session another token; false when it was ended meanwhile. */
export async function replaceToken(tx: Tx, id: string, tokenHash: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return (await tx.session.updateMany({ where: { id, revokedAt: null }, data: { tokenHash } })).count === 1;
}

export async function revokeSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}

export interface OpenSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** A person's sessions that nobody ended, the one used last first. Time limits are the caller's to judge. */
export async function listSessions(tx: Tx, userId: string): Promise<OpenSession[]> {
  return tx.session.findMany({
    where: { userId, revokedAt: null },
    select: { id: true, createdAt: true, lastUsedAt: true, expiresAt: true, address: true, userAgent: true },
    orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
  });
}

/** Ends a person's sessions: all, all but one, or one alone; answers the ids of those ended now. */
export async function revokeSessionsOf(tx: Tx, userId: string, which: { except?: string } | { only: string }, at: Date): Promise<string[]> {
  const [only, except] = ["only" in which ? which.only : null, "except" in which ? (which.except ?? null) : null];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update sessions set revoked_at = ${at} where ${ofTenant("sessions")} and user_id = ${userId}::uuid and revoked_at is null
      and (${only}::uuid is null or id = ${only}::uuid) and (${except}::uuid is null or id <> ${except}::uuid) returning id`;
  return rows.map(({ id }) => id);
}

/** Lets one session live on under the new version. */
export async function keepSession(tx: Tx, id: string, credentialVersion: number): Promise<void> {
  await tx.session.updateMany({ where: { id }, data: { credentialVersion } });
}
