// The only reader and writer of api_tokens. Secrets never come here, only their SHA-256.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset } from "../../http/pagination.ts";

export interface TokenRow {
  id: string;
  name: string;
  scopes: string[];
  cidrs: string[];
  createdBy: string;
  creatorName: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedAddress: string | null;
}

export interface PresentedToken {
  readonly id: string;
  readonly secretHash: Uint8Array;
  readonly scopes: readonly string[];
  readonly cidrs: readonly string[];
  readonly createdBy: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** Its creator is still a member who is not disabled. */
  readonly creatorStands: boolean;
}

export interface NewToken {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly secretHash: Uint8Array<ArrayBuffer>;
  readonly scopes: string[];
  readonly cidrs: string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const columns = Prisma.sql`t.id, t.name, t.scopes, t.cidrs, t.created_by as "createdBy", u.name as "creatorName", t.created_at as "createdAt",
  t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.last_used_at as "lastUsedAt", t.last_used_address as "lastUsedAddress"`;

export const TOKEN_SORT = { createdAt: { expression: Prisma.sql`t.created_at`, type: "timestamptz" } } as const;
export const TOKEN_ID = Prisma.sql`t.id`;

/** Joins users for the creator's name. */
export const listTokens = (tx: Tx, page: Keyset): Promise<(TokenRow & { cursorValue: string })[]> =>
  tx.$queryRaw`select ${columns}, ${page.cursorValue} as "cursorValue" from api_tokens t join users u on u.id = t.created_by
    where ${ofTenant("t")} and ${page.after} order by ${page.orderBy} limit ${page.take}`;

export const countTokens = (tx: Tx): Promise<number> => tx.apiToken.count();

export async function findToken(tx: Tx, id: string): Promise<TokenRow | undefined> {
  const rows = await tx.$queryRaw<TokenRow[]>`
    select ${columns} from api_tokens t join users u on u.id = t.created_by where ${ofTenant("t")} and t.id = ${id}::uuid`;
  return rows[0];
}

/** What a request that presents the token needs to know. Reads membership and user, whose end is the token's end. */
export async function findPresented(tx: Tx, id: string): Promise<PresentedToken | undefined> {
  const rows = await tx.$queryRaw<PresentedToken[]>`
    select t.id, t.secret_hash as "secretHash", t.scopes, t.cidrs, t.created_by as "createdBy", t.expires_at as "expiresAt",
      t.revoked_at as "revokedAt", t.last_used_at as "lastUsedAt",
      exists (select from memberships m join users u on u.id = m.user_id join organizations o on o.id = m.organization_id
        where m.organization_id = t.organization_id and m.user_id = t.created_by and m.deleted_at is null and m.disabled_at is null and u.disabled_at is null
          and o.deleted_at is null) as "creatorStands"
    from api_tokens t where ${ofTenant("t")} and t.id = ${id}::uuid`;
  return rows[0];
}

export async function insertToken(tx: Tx, token: NewToken): Promise<void> {
  await tx.apiToken.create({ data: token });
}

/** False when it was revoked before. */
export async function revokeToken(tx: Tx, id: string, revocation: { at: Date; by: string }): Promise<boolean> {
  const { count } = await tx.apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: revocation.at, revokedBy: revocation.by },
  });
  return count === 1;
}

export async function touchToken(tx: Tx, id: string, use: { at: Date; address: string }): Promise<void> {
  await tx.apiToken.update({ where: { id }, data: { lastUsedAt: use.at, lastUsedAddress: use.address } });
}
