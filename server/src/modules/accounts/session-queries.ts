// The only reader and writer of sessions. Tokens never come here, only their SHA-256.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Role } from "../../http/principal.ts";

export interface SessionRow {
  id: string;
  userId: string;
  role: Role;
  lastUsedAt: Date;
  expiresAt: Date;
  isOperator: boolean;
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
}

/** Adds a session, and forgets those of the same person that were over before `forgetBefore`. */
export async function insertSession(tx: Tx, session: NewSession, forgetBefore: Date): Promise<void> {
  await tx.session.deleteMany({ where: { userId: session.userId, expiresAt: { lt: forgetBefore } } });
  await tx.session.create({ data: { ...session, lastUsedAt: session.createdAt } });
}

/** A session that nobody ended, of a person who is still a member and not disabled. Time limits are the caller's to judge. */
export async function findSession(tx: Tx, by: { tokenHash: Uint8Array } | { id: string }): Promise<SessionRow | undefined> {
  const which = "id" in by ? Prisma.sql`s.id = ${by.id}::uuid` : Prisma.sql`s.token_hash = ${by.tokenHash}`;
  const rows = await tx.$queryRaw<SessionRow[]>`
    select s.id, s.user_id as "userId", m.role, s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt",
      exists (select from installation i where i.organization_id_of_operator = s.organization_id) as "isOperator"
    from sessions s
      join memberships m on m.organization_id = s.organization_id and m.user_id = s.user_id and m.deleted_at is null
      join users u on u.id = s.user_id and u.disabled_at is null
      join organizations o on o.id = s.organization_id and o.deleted_at is null
    where ${which} and s.revoked_at is null`;
  return rows[0];
}

export async function touchSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.update({ where: { id }, data: { lastUsedAt: at } });
}

export async function revokeSession(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
}
