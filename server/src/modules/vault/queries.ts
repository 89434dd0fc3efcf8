// The only writer of secrets, secret_values and secret_access. Clients and resources are joined for their names, and because a secret
// lies where its client or its resource stands.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset, SortKeys } from "../../http/pagination.ts";
import { type Reach, within } from "../../http/reach.ts";
import { containing } from "../../http/text-search.ts";
import type { SECRET_SORTS, SecretQuery } from "./schemas.ts";

/** Who looks: how far their permission reaches, and whether lists of access hold them back. */
export interface Eyes {
  readonly userId: string;
  readonly reach: Reach;
  /** Sees secrets that are for others, to manage their lists; the value stays closed. */
  readonly seesAll: boolean;
}

export interface SecretRow {
  id: string;
  name: string;
  username: string | null;
  notes: string;
  clientId: string | null;
  clientName: string | null;
  resourceId: string | null;
  resourceName: string | null;
  userIds: string[];
  valueNumber: number;
  valueChangedAt: Date;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  cursorValue: string;
}

const columns = Prisma.sql`s.id, s.name, s.username, s.notes, s.client_id as "clientId", c.name as "clientName",
  s.resource_id as "resourceId", r.name as "resourceName",
  array(select a.user_id::text from secret_access a where a.organization_id = s.organization_id and a.secret_id = s.id order by 1) as "userIds",
  v.number as "valueNumber", v.created_at as "valueChangedAt", s.created_at as "createdAt", s.updated_at as "updatedAt", s.version`;

const source = Prisma.sql`secrets s
  left join resources r on r.organization_id = s.organization_id and r.id = s.resource_id
  left join clients c on c.organization_id = s.organization_id and c.id = s.client_id
  join lateral (select number, created_at from secret_values v where v.organization_id = s.organization_id and v.secret_id = s.id order by number desc limit 1) v on true`;

/** One that belongs to the whole organization has no place: only a reach without end gets there. */
const PLACE = {
  row: "s",
  client: Prisma.sql`coalesce(s.client_id, r.client_id)`,
  site: Prisma.sql`r.site_id`,
  group: Prisma.sql`r.group_id`,
};

const visible = ({ userId, reach, seesAll }: Eyes) => Prisma.sql`s.deleted_at is null and ${within(reach, PLACE)} and (${seesAll}
  or not exists (select from secret_access a where a.organization_id = s.organization_id and a.secret_id = s.id)
  or exists (select from secret_access a where a.organization_id = s.organization_id and a.secret_id = s.id and a.user_id = ${userId}::uuid))`;

function matching({ q, clientId, resourceId }: SecretQuery): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (q !== undefined && q.trim() !== "") {
    const text = containing(q);
    parts.push(Prisma.sql`(s.name ilike ${text} or s.username ilike ${text} or c.name ilike ${text} or r.name ilike ${text})`);
  }
  if (clientId !== undefined) parts.push(Prisma.sql`coalesce(s.client_id, r.client_id) = ${clientId}::uuid`);
  if (resourceId !== undefined) parts.push(Prisma.sql`s.resource_id = ${resourceId}::uuid`);
  return Prisma.join(parts, " and ");
}

export function listSecrets(tx: Tx, eyes: Eyes, page: Keyset, query: SecretQuery): Promise<SecretRow[]> {
  return tx.$queryRaw`select ${columns}, ${page.cursorValue} as "cursorValue" from ${source}
    where ${visible(eyes)} and ${matching(query)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countSecrets(tx: Tx, eyes: Eyes, query: SecretQuery): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source}
    where ${visible(eyes)} and ${matching(query)}`;
  return row?.total ?? 0;
}

export async function findSecret(tx: Tx, eyes: Eyes, id: string): Promise<SecretRow | undefined> {
  const rows = await tx.$queryRaw<SecretRow[]>`select ${columns}, '' as "cursorValue" from ${source}
    where s.id = ${id}::uuid and ${visible(eyes)}`;
  return rows[0];
}

/** Holds the row until the transaction ends. */
export async function lockSecret(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select from secrets where ${ofTenant("secrets")} and id = ${id}::uuid for update`;
}

export interface NewSecret {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly username: string | null;
  readonly notes: string;
  readonly clientId: string | null;
  readonly resourceId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: string;
}

export async function insertSecret(tx: Tx, secret: NewSecret): Promise<void> {
  await tx.secret.create({ data: secret });
}

export interface SecretChange {
  readonly name?: string | undefined;
  readonly username?: string | null | undefined;
  readonly notes?: string | undefined;
  readonly clientId?: string | null | undefined;
  readonly resourceId?: string | null | undefined;
  readonly deletedAt?: Date | undefined;
}

export async function updateSecret(tx: Tx, id: string, change: SecretChange, updatedAt: Date): Promise<void> {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await tx.secret.updateMany({ where: { id }, data: { ...said, updatedAt, version: { increment: 1 } } });
}

export interface NewValue {
  readonly organizationId: string;
  readonly secretId: string;
  readonly number: number;
  readonly box: Uint8Array<ArrayBuffer>;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Adds the value that holds from now on; those before it are destroyed, their history stays. */
export async function insertValue(tx: Tx, value: NewValue): Promise<void> {
  await destroyValues(tx, value.secretId);
  await tx.secretValue.create({ data: value });
}

export async function destroyValues(tx: Tx, secretId: string): Promise<void> {
  await tx.secretValue.updateMany({ where: { secretId, NOT: { box: null } }, data: { box: null } });
}

/** The sealed value that holds, of a secret that is not deleted. */
export async function findValue(tx: Tx, secretId: string): Promise<{ number: number; box: Uint8Array } | undefined> {
  const rows = await tx.$queryRaw<{ number: number; box: Uint8Array }[]>`
    select v.number, v.box from secret_values v join secrets s on s.organization_id = v.organization_id and s.id = v.secret_id
    where ${ofTenant("v")} and s.id = ${secretId}::uuid and s.deleted_at is null and v.box is not null order by v.number desc limit 1`;
  return rows[0];
}

export interface ValueRow {
  readonly number: number;
  readonly at: Date;
  readonly byId: string | null;
  readonly byName: string | null;
}

/** Newest first. */
export function listValues(tx: Tx, secretId: string): Promise<ValueRow[]> {
  return tx.$queryRaw`
    select v.number, v.created_at as at, v.created_by as "byId", u.name as "byName"
    from secret_values v left join users u on u.id = v.created_by where ${ofTenant("v")} and v.secret_id = ${secretId}::uuid order by v.number desc`;
}

/** Which of these people are members of the organization. */
export async function findMembers(tx: Tx, userIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.membership.findMany({ where: { userId: { in: [...userIds] }, deletedAt: null }, select: { userId: true } });
  return new Set(rows.map(({ userId }) => userId));
}

export async function replaceAccess(tx: Tx, organizationId: string, secretId: string, userIds: readonly string[]): Promise<void> {
  await tx.secretAccess.deleteMany({ where: { secretId } });
  await tx.secretAccess.createMany({ data: userIds.map((userId) => ({ organizationId, secretId, userId })) });
}

export const SECRET_SORT_KEYS: SortKeys<(typeof SECRET_SORTS)[number]> = {
  name: { expression: Prisma.sql`lower(s.name)`, type: "text" },
  updatedAt: { expression: Prisma.sql`s.updated_at`, type: "timestamptz" },
};
export const SECRET_ID = Prisma.sql`s.id`;
