// The only reader and writer of notices.
import { ofTenant, type Tx } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import type { Keyset } from "../../../http/pagination.ts";

export interface NewNotice {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly createdAt: Date;
}

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await tx.notice.create({ data: { ...notice, params: { ...notice.params } } });
}

export interface NoticeRow {
  readonly id: string;
  readonly code: string;
  readonly params: Record<string, string>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly cursorValue: string;
}

export const NOTICE_SORT = { createdAt: { expression: Prisma.sql`created_at`, type: "timestamptz" } } as const;

const columns = Prisma.sql`id, code, params, created_at as "createdAt", read_at as "readAt"`;

export function listNotices(tx: Tx, userId: string, page: Keyset): Promise<NoticeRow[]> {
  return tx.$queryRaw`
    select ${columns}, ${page.cursorValue} as "cursorValue" from notices
    where ${ofTenant("notices")} and user_id = ${userId}::uuid and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countNotices(tx: Tx, userId: string): Promise<{ total: number; unread: number }> {
  return { total: await tx.notice.count({ where: { userId } }), unread: await tx.notice.count({ where: { userId, readAt: null } }) };
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  const rows = await tx.$queryRaw<
    NoticeRow[]
  >`select ${columns}, '' as "cursorValue" from notices where ${ofTenant("notices")} and id = ${id}::uuid`;
  return rows[0];
}

/** Answers whether the person has this notice; one that was read keeps its time. */
export async function markRead(tx: Tx, userId: string, id: string, at: Date): Promise<boolean> {
  await tx.notice.updateMany({ where: { id, userId, readAt: null }, data: { readAt: at } });
  return (await tx.notice.count({ where: { id, userId } })) === 1;
}

export async function markAllRead(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.notice.updateMany({ where: { userId, readAt: null }, data: { readAt: at } });
}
