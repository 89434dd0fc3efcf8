// Who belongs to an organization. People themselves are global (queries.ts); what ends or pauses here is their membership.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset } from "../../http/pagination.ts";
import { containing } from "../../http/text-search.ts";

export interface MemberRow {
  id: string;
  name: string;
  email: string;
  locale: string | null;
  disabled: boolean;
  groups: string[];
  lastSeenAt: Date | null;
  createdAt: Date;
  version: number;
  cursorValue: string;
}

export const MEMBER_SORT_KEYS = { name: { expression: Prisma.sql`lower(u.name)`, type: "text" } } as const;
export const MEMBER_ID = Prisma.sql`u.id`;

const columns = Prisma.sql`u.id, u.name, u.email, u.locale, u.version, m.created_at as "createdAt",
  (m.disabled_at is not null or u.disabled_at is not null) as disabled,
  (select max(s.last_used_at) from sessions s where s.organization_id = m.organization_id and s.user_id = u.id) as "lastSeenAt",
  coalesce((select array_agg(distinct p.name order by p.name) from grants g
    join permission_groups p on p.organization_id = g.organization_id and p.id = g.permission_group_id
    where g.organization_id = m.organization_id and g.user_id = u.id and g.deleted_at is null and p.deleted_at is null), '{}') as groups`;
const from = Prisma.sql`memberships m join users u on u.id = m.user_id and ${ofTenant("m")}`;

const matching = (q: string | undefined) =>
  q === undefined || q.trim() === ""
    ? Prisma.sql`m.deleted_at is null`
    : Prisma.sql`m.deleted_at is null and (u.name ilike ${containing(q)} or u.email ilike ${containing(q)})`;

export function listMembers(tx: Tx, page: Keyset, q: string | undefined): Promise<MemberRow[]> {
  return tx.$queryRaw`select ${columns}, ${page.cursorValue} as "cursorValue" from ${from}
    where ${matching(q)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countMembers(tx: Tx, q: string | undefined): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${from} where ${matching(q)}`;
  return row?.total ?? 0;
}

export async function findMember(tx: Tx, userId: string): Promise<MemberRow | undefined> {
  const [row] = await tx.$queryRaw<MemberRow[]>`
    select ${columns}, '' as "cursorValue" from ${from} where u.id = ${userId}::uuid and m.deleted_at is null`;
  return row;
}

/** Whether the person is, or ever was, a member of another organization than this one. Needs withUser. */
export const everElsewhere = async (tx: Tx, organizationId: string): Promise<boolean> =>
  (await tx.membership.count({ where: { organizationId: { not: organizationId } } })) > 0;

/**
 * Takes from a person what names them or lets them in, here and for good: what they did stays, under their id. For a person of this
 * organization alone.
 */
export async function eraseMember(tx: Tx, userId: string, erased: { name: string; at: Date }): Promise<void> {
  const where = { userId };
  await tx.session.deleteMany({ where });
  await tx.passwordReset.deleteMany({ where });
  await tx.ssoLink.deleteMany({ where });
  await tx.notice.deleteMany({ where });
  await tx.mail.deleteMany({ where });
  await tx.userCredential.updateMany({ where, data: { passwordHash: "", version: { increment: 1 } } });
  const nobody = { email: `erased-${userId}@erased.invalid`, name: erased.name, locale: null, timeZone: null };
  await tx.user.update({ where: { id: userId }, data: { ...nobody, disabledAt: erased.at, version: { increment: 1 } } });
}

/** How a person stands in the organization: "gone" was a member once; undefined never was. */
export async function memberState(tx: Tx, userId: string): Promise<"active" | "disabled" | "gone" | undefined> {
  const [row] = await tx.$queryRaw<{ state: "active" | "disabled" | "gone" }[]>`
    select case when m.deleted_at is not null then 'gone' when m.disabled_at is not null or u.disabled_at is not null then 'disabled'
      else 'active' end as state from ${from} where u.id = ${userId}::uuid`;
  return row?.state;
}

/** Makes somebody a member, also again after they left. False when they are one already. */
export async function joinMember(
  tx: Tx,
  member: { id: string; organizationId: string; userId: string; createdBy: string },
): Promise<boolean> {
  const { id, organizationId, userId, createdBy } = member;
  const joined = await tx.$executeRaw`
    insert into memberships (id, organization_id, user_id, created_by)
    values (${id}::uuid, ${organizationId}::uuid, ${userId}::uuid, ${createdBy}::uuid)
    on conflict (organization_id, user_id) do update set deleted_at = null, disabled_at = null, version = memberships.version + 1
      where memberships.deleted_at is not null`;
  return joined === 1;
}

export async function updateMember(tx: Tx, userId: string, change: { disabledAt?: Date | null; deletedAt?: Date }): Promise<void> {
  await tx.membership.updateMany({ where: { userId, deletedAt: null }, data: { ...change, version: { increment: 1 } } });
}

/** Changes a person's own fields if they still have this version. Answers whether it did. */
export async function changeMember(
  tx: Tx,
  userId: string,
  version: number,
  change: { name?: string; locale?: string | null },
): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id: userId, version }, data: { ...change, version: { increment: 1 } } });
  return count === 1;
}
