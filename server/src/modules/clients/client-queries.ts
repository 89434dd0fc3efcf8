// The only writer of clients and of their numbers. Every statement is bound to the organization by row-level security.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset, SortKeys } from "../../http/pagination.ts";
import { CLIENT_PLACE, type Reach, within } from "../../http/reach.ts";
import { containing } from "../../http/text-search.ts";
import type { CLIENT_SORTS } from "./schemas.ts";

export interface ClientRow {
  id: string;
  number: number;
  name: string;
  legalName: string | null;
  notes: string;
  status: "active" | "inactive";
  sites: number;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  cursorValue: string;
}

export const CLIENT_SORT_KEYS: SortKeys<(typeof CLIENT_SORTS)[number]> = {
  name: { expression: Prisma.sql`lower(c.name)`, type: "text" },
  number: { expression: Prisma.sql`c.number::double precision`, type: "double precision" },
  createdAt: { expression: Prisma.sql`c.created_at`, type: "timestamptz" },
};
export const CLIENT_ID = Prisma.sql`c.id`;

const columns = Prisma.sql`c.id, c.number, c.name, c.legal_name as "legalName", c.notes, c.status, c.created_at as "createdAt",
  c.updated_at as "updatedAt", c.version,
  (select count(*)::int from sites s where s.client_id = c.id and s.deleted_at is null) as sites`;

const matching = (q: string | undefined) =>
  q === undefined || q.trim() === ""
    ? Prisma.sql`true`
    : Prisma.sql`(c.name ilike ${containing(q)} or c.legal_name ilike ${containing(q)})`;

export function listClients(tx: Tx, reach: Reach, page: Keyset, q: string | undefined): Promise<ClientRow[]> {
  return tx.$queryRaw`
    select ${columns}, ${page.cursorValue} as "cursorValue" from clients c
    where c.deleted_at is null and ${within(reach, CLIENT_PLACE)} and ${matching(q)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countClients(tx: Tx, reach: Reach, q: string | undefined): Promise<number> {
  const rows = await tx.$queryRaw<[{ total: number }]>`
    select count(*)::int as total from clients c
    where c.deleted_at is null and ${within(reach, CLIENT_PLACE)} and ${matching(q)}`;
  return rows[0].total;
}

export async function findClient(tx: Tx, reach: Reach, id: string): Promise<ClientRow | undefined> {
  const rows = await tx.$queryRaw<ClientRow[]>`
    select ${columns}, '' as "cursorValue" from clients c
    where c.id = ${id}::uuid and c.deleted_at is null and ${within(reach, CLIENT_PLACE)}`;
  return rows[0];
}

/** Holds the client until the transaction ends: nobody changes it, and no resource is put under it meanwhile. */
export async function lockClient(tx: Tx, reach: Reach, id: string): Promise<{ version: number } | undefined> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    select c.version from clients c where c.id = ${id}::uuid and c.deleted_at is null and ${within(reach, CLIENT_PLACE)} for update`;
  return rows[0];
}

/** The next client number. The row stays locked until commit, so that a roll-back leaves no gap. */
export async function nextClientNumber(tx: Tx, organizationId: string): Promise<number> {
  const rows = await tx.$queryRaw<[{ last: number }]>`
    insert into number_sequences (organization_id, kind, last) values (${organizationId}::uuid, 'client', 1)
    on conflict (organization_id, kind) do update set last = number_sequences.last + 1 returning last`;
  return rows[0].last;
}

export interface NewClient {
  readonly id: string;
  readonly organizationId: string;
  readonly number: number;
  readonly name: string;
  readonly legalName: string | null;
  readonly notes: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export async function insertClient(tx: Tx, client: NewClient): Promise<void> {
  await tx.client.create({ data: { ...client, updatedAt: client.createdAt } });
}

export interface ClientChange {
  readonly name?: string;
  readonly legalName?: string | null;
  readonly notes?: string;
  readonly status?: string;
  readonly deletedAt?: Date;
}

export async function updateClient(tx: Tx, id: string, change: ClientChange, at: Date): Promise<void> {
  await tx.client.update({ where: { id }, data: { ...change, updatedAt: at, version: { increment: 1 } } });
}
