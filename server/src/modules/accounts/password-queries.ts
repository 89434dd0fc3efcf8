// The only writer of passwords that change, and of the links that reset them.
import { ofTenant, type Tx } from "../../database/index.ts";

export interface Credential {
  readonly passwordHash: string;
  readonly version: number;
}

export interface NewReset {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly credentialVersion: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface OpenReset {
  readonly id: string;
  readonly userId: string;
  readonly credentialVersion: number;
}

export const findCredential = (tx: Tx, userId: string): Promise<Credential | null> =>
  tx.userCredential.findUnique({ where: { userId }, select: { passwordHash: true, version: true } });

/**
 * Writes a new password over the one of this version; the version rises, which ends every session and reset link that began under it.
 * False when another change came first.
 */
export async function replacePassword(
  tx: Tx,
  userId: string,
  change: { passwordHash: string; version: number; at: Date },
): Promise<boolean> {
  const { count } = await tx.userCredential.updateMany({
    where: { userId, version: change.version },
    data: { passwordHash: change.passwordHash, changedAt: change.at, version: { increment: 1 } },
  });
  return count === 1;
}

/** What is known of a person for judging a new password. */
export async function findPerson(tx: Tx, userId: string, organizationId: string) {
  const { name, email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } });
  return { name, email, organization: organization.name };
}

/** How many links the person was sent since then in this organization. */
export const countResets = (tx: Tx, userId: string, since: Date): Promise<number> =>
  tx.passwordReset.count({ where: { userId, createdAt: { gte: since } } });

/** Adds a link and forgets those of the same person that were over before `forgetBefore`. */
export async function insertReset(tx: Tx, reset: NewReset, forgetBefore: Date): Promise<void> {
  await tx.passwordReset.deleteMany({ where: { userId: reset.userId, expiresAt: { lt: forgetBefore } } });
  await tx.passwordReset.create({ data: reset });
}

/** A link that is neither used nor expired nor older than the password, of a person who may sign in. */
export async function findReset(tx: Tx, tokenHash: Uint8Array, now: Date): Promise<OpenReset | undefined> {
  const rows = await tx.$queryRaw<OpenReset[]>`
    select r.id, r.user_id as "userId", r.credential_version as "credentialVersion"
    from password_resets r
      join user_credentials c on c.user_id = r.user_id and c.version = r.credential_version
      join users u on u.id = r.user_id and u.disabled_at is null
      join memberships m on m.organization_id = r.organization_id and m.user_id = r.user_id and m.deleted_at is null and m.disabled_at is null
    where ${ofTenant("r")} and r.token_hash = ${tokenHash} and r.used_at is null and r.expires_at > ${now}`;
  return rows[0];
}

/** Marks a link as used; false when a rival did so first. */
export async function useReset(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.passwordReset.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
  return count === 1;
}
