// Licences out of the machines' sections, without those that people took off. Every function runs inside withTenant.
import { ofTenant, type Tx } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import { type Keyset, keyset } from "../../../http/pagination.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../../http/reach.ts";
import { containing } from "../../../http/text-search.ts";
import type { LicenceFilter, LicenceGroup, LicenceQuery, RemoveLicence } from "./schemas.ts";

type Found<Row> = { readonly page: Keyset; readonly rows: (Row & { cursorValue: string })[]; readonly total: number };

/** One row a licence, as `l`, with its resource `r`. Reads the resources module's table: what is deleted or out of reach does not count. */
function source(reach: Reach, { search = "", product, channel, status }: LicenceFilter): Prisma.Sql {
  const conditions = [
    ...(search.trim() === "" ? [] : [Prisma.sql`l.product ilike ${containing(search)}`]),
    ...(product === undefined ? [] : [Prisma.sql`l.product = ${product}`]),
    ...(channel === undefined ? [] : [Prisma.sql`l.channel = ${channel}`]),
    ...(status === undefined ? [] : [Prisma.sql`l.status = ${status}`]),
  ];
  return Prisma.sql`resources r
    join inventory_sections n on n.organization_id = r.organization_id and n.resource_id = r.id and n.section = 'licences'
    cross join lateral (select coalesce(e->>'product', '') as product, coalesce(e->>'channel', '') as channel,
        coalesce(e->>'status', '') as status, coalesce(e->>'lastFive', '') as last_five
      from jsonb_array_elements(coalesce(n.body->'licences', '[]')) e) l
    where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} and l.product <> ''
      and not exists (select from licence_removals x where x.organization_id = r.organization_id and x.resource_id = r.id
        and x.product = l.product and x.channel = l.channel and x.last_five = l.last_five)
      and ${conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " and ")}`;
}

const byText = (expression: Prisma.Sql) => ({ name: { expression, type: "text" } }) as const;

/** One page of products by channel and status. */
export async function findGroups(tx: Tx, reach: Reach, query: LicenceQuery): Promise<Found<LicenceGroup>> {
  // A group is named by what it is of: there is no row that could lend it an id.
  const groups = Prisma.sql`(select md5(concat_ws(E'\\u0001', l.product, l.channel, l.status))::uuid as id, l.product, l.channel, l.status,
    count(distinct r.id)::int as machines from ${source(reach, query)} group by l.product, l.channel, l.status) f`;
  const page = keyset(byText(Prisma.sql`lower(f.product)`), { ...query, sort: "name" }, Prisma.sql`f.id`);
  const rows = await tx.$queryRaw<(LicenceGroup & { cursorValue: string })[]>`select f.*, ${page.cursorValue} as "cursorValue"
    from ${groups} where ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${groups}`;
  return { page, rows, total: count?.total ?? 0 };
}

export interface StoredLicence {
  readonly id: string;
  readonly resourceId: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly product: string;
  readonly channel: string;
  readonly status: string;
  readonly lastFive: string;
}

/** One page of licences by machine. */
export async function findLicences(tx: Tx, reach: Reach, query: LicenceQuery): Promise<Found<StoredLicence>> {
  const licences = Prisma.sql`(select distinct md5(concat_ws(E'\\u0001', r.id, l.product, l.channel, l.status, l.last_five))::uuid as id,
      r.id as "resourceId", r.name, r.client_id as "clientId", r.site_id as "siteId", l.product, l.channel, l.status, l.last_five as "lastFive"
    from ${source(reach, query)}) f`;
  const page = keyset(byText(Prisma.sql`lower(f.name)`), { ...query, sort: "name" }, Prisma.sql`f.id`);
  const rows = await tx.$queryRaw<(StoredLicence & { cursorValue: string })[]>`select f.*, c.name as "clientName", s.name as "siteName",
      ${page.cursorValue} as "cursorValue"
    from ${licences} join clients c on ${ofTenant("c")} and c.id = f."clientId" join sites s on ${ofTenant("s")} and s.id = f."siteId"
    where ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${licences}`;
  return { page, rows, total: count?.total ?? 0 };
}

/** Whether a person took this licence off the machine, as a key of removedFrom(). */
export const licenceKey = ({ product = "", channel = "", lastFive = "" }: Partial<RemoveLicence>): string =>
  [product, channel, lastFive].join("\u0001");

/** What people took off one machine. */
export async function removedFrom(tx: Tx, resourceId: string): Promise<Set<string>> {
  const rows = await tx.licenceRemoval.findMany({ where: { resourceId }, select: { product: true, channel: true, lastFive: true } });
  return new Set(rows.map(licenceKey));
}

/** Forgets what was taken off and is not reported any more: when it comes back, it is seen. */
export async function forgetGone(tx: Tx, resourceId: string, reported: readonly Partial<RemoveLicence>[]): Promise<void> {
  const there = new Set(reported.map(licenceKey));
  for (const { product, channel, lastFive } of await tx.licenceRemoval.findMany({ where: { resourceId } }))
    if (!there.has(licenceKey({ product, channel, lastFive })))
      await tx.licenceRemoval.deleteMany({ where: { resourceId, product, channel, lastFive } });
}
