// The only writer of sites. Every statement is bound to the organization by row-level security.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset } from "../../http/pagination.ts";
import { type Reach, SITE_PLACE, within } from "../../http/reach.ts";
import { containing } from "../../http/text-search.ts";

export interface SiteRow {
  id: string;
  clientId: string;
  clientName: string;
  name: string;
  timeZone: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  cursorValue: string;
}

export interface SiteFilter {
  readonly reach: Reach;
  readonly clientId: string | undefined;
  readonly q: string | undefined;
}

export const SITE_SORT_KEYS = {
  name: { expression: Prisma.sql`lower(s.name)`, type: "text" },
  createdAt: { expression: Prisma.sql`s.created_at`, type: "timestamptz" },
} as const;
export const SITE_ID = Prisma.sql`s.id`;

const columns = Prisma.sql`s.id, s.client_id as "clientId", c.name as "clientName", s.name, s.time_zone as "timeZone",
  s.created_at as "createdAt", s.updated_at as "updatedAt", s.version`;
const from = Prisma.sql`sites s join clients c on c.id = s.client_id and c.deleted_at is null`;

function matching({ reach, clientId, q }: SiteFilter): Prisma.Sql {
  const ofClient = clientId === undefined ? Prisma.sql`true` : Prisma.sql`s.client_id = ${clientId}::uuid`;
  const named =
    q === undefined || q.trim() === "" ? Prisma.sql`true` : Prisma.sql`(s.name ilike ${containing(q)} or c.name ilike ${containing(q)})`;
  return Prisma.sql`s.deleted_at is null and ${within(reach, SITE_PLACE)} and ${ofClient} and ${named}`;
}

export function listSites(tx: Tx, page: Keyset, filter: SiteFilter): Promise<SiteRow[]> {
  return tx.$queryRaw`
    select ${columns}, ${page.cursorValue} as "cursorValue" from ${from}
    where ${matching(filter)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export async function countSites(tx: Tx, filter: SiteFilter): Promise<number> {
  const rows = await tx.$queryRaw<[{ total: number }]>`select count(*)::int as total from ${from} where ${matching(filter)}`;
  return rows[0].total;
}

export async function findSite(tx: Tx, reach: Reach, id: string): Promise<SiteRow | undefined> {
  const rows = await tx.$queryRaw<SiteRow[]>`
    select ${columns}, '' as "cursorValue" from ${from} where s.id = ${id}::uuid and s.deleted_at is null and ${within(reach, SITE_PLACE)}`;
  return rows[0];
}

/** Holds the site until the transaction ends: nobody changes it, and no resource is put into it meanwhile. */
export async function lockSite(tx: Tx, reach: Reach, id: string): Promise<{ version: number; clientId: string } | undefined> {
  const rows = await tx.$queryRaw<{ version: number; clientId: string }[]>`
    select s.version, s.client_id as "clientId" from sites s
    where s.id = ${id}::uuid and s.deleted_at is null and ${within(reach, SITE_PLACE)} for update`;
  return rows[0];
}

export interface NewSite {
  readonly id: string;
  readonly organizationId: string;
  readonly clientId: string;
  readonly name: string;
  readonly timeZone: string | null;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export async function insertSite(tx: Tx, site: NewSite): Promise<void> {
  await tx.site.create({ data: { ...site, updatedAt: site.createdAt } });
}

export interface SiteChange {
  readonly name?: string;
  readonly timeZone?: string | null;
  readonly deletedAt?: Date;
}

export async function updateSite(tx: Tx, id: string, change: SiteChange, at: Date): Promise<void> {
  await tx.site.update({ where: { id }, data: { ...change, updatedAt: at, version: { increment: 1 } } });
}

/** Ends all sites of a client that goes; answers their ids. */
export async function deleteSitesOf(tx: Tx, clientId: string, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update sites set deleted_at = ${at}, updated_at = ${at}, version = version + 1
    where ${ofTenant("sites")} and client_id = ${clientId}::uuid and deleted_at is null returning id`;
  return rows.map(({ id }) => id);
}
