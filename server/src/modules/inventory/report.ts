// The software report: name × version × installs, and who has a program or lacks it. Every function runs inside withTenant.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { type Keyset, keyset, type SortKeys } from "../../http/pagination.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import type { HoldersQuery, SoftwareQuery, SoftwareRow } from "./schemas.ts";

const anywhere = (text: string): string => `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;

type Found<Row> = { readonly page: Keyset; readonly rows: (Row & { cursorValue: string })[]; readonly total: number };

/** One page of all programs that a machine within reach has. */
export async function findSoftware(tx: Tx, reach: Reach, query: SoftwareQuery): Promise<Found<SoftwareRow>> {
  const named =
    query.search === undefined || query.search.trim() === ""
      ? Prisma.sql`true`
      : Prisma.sql`(w.name ilike ${anywhere(query.search)} or w.vendor ilike ${anywhere(query.search)})`;
  // Who sees everything reads what the database counted; for anybody else their own machines are counted.
  const source =
    reach === "all"
      ? Prisma.sql`(select w.id, w.name, w.version, w.vendor, w.installs from software w where ${ofTenant("w")} and w.installs > 0 and ${named})`
      : Prisma.sql`(select w.id, w.name, w.version, w.vendor, i.installs from software w join (
          select i.software_id, count(*)::int as installs from resource_software i
            join resources r on r.organization_id = i.organization_id and r.id = i.resource_id
          where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} group by i.software_id
        ) i on i.software_id = w.id where ${ofTenant("w")} and ${named})`;
  const sorts: SortKeys<"name" | "installs"> = {
    name: { expression: Prisma.sql`lower(f.name)`, type: "text" },
    installs: { expression: Prisma.sql`f.installs::double precision`, type: "double precision" },
  };
  const page = keyset(sorts, { ...query, sort: query.sort ?? "-installs" }, Prisma.sql`f.id`);
  const rows = await tx.$queryRaw<(SoftwareRow & { cursorValue: string })[]>`
    select f.id, f.name, f.version, f.vendor, f.installs, ${page.cursorValue} as "cursorValue"
    from ${source} as f where ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source} as f`;
  return { page, rows, total: count?.total ?? 0 };
}

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly version: string | null;
}

/** Whether the program is there: some machine within reach must have it, for those that lack it may be asked for, too. */
export async function programNamed(tx: Tx, reach: Reach, softwareId: string): Promise<{ name: string; version: string } | undefined> {
  const [row] = await tx.$queryRaw<{ name: string; version: string }[]>`select w.name, w.version from software w
    where ${ofTenant("w")} and w.id = ${softwareId}::uuid and exists (select from resource_software i
      join resources r on r.organization_id = i.organization_id and r.id = i.resource_id
      where i.organization_id = w.organization_id and i.software_id = w.id and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)})`;
  return row;
}

/** The page that is asked for. Throws INVALID_INPUT on a damaged cursor. */
export const holderPage = (query: HoldersQuery): Keyset =>
  keyset({ name: { expression: Prisma.sql`lower(r.name)`, type: "text" } } as const, { ...query, sort: "name" }, Prisma.sql`r.id`);

/** One page of the machines that have the program, or of those whose programs are known and that lack it. */
export async function findHolders(
  tx: Tx,
  reach: Reach,
  program: { readonly id: string; readonly name: string },
  query: HoldersQuery,
  page: Keyset,
): Promise<Omit<Found<Holder>, "page">> {
  const meant =
    query.anyVersion === "true"
      ? Prisma.sql`i.software_id in (select w.id from software w where ${ofTenant("w")} and lower(w.name) = lower(${program.name}))`
      : Prisma.sql`i.software_id = ${program.id}::uuid`;
  const having = Prisma.sql`(select i.resource_id, max(v.version) as version from resource_software i
    join software v on v.organization_id = i.organization_id and v.id = i.software_id where ${ofTenant("i")} and ${meant} group by i.resource_id)`;
  const lacking = query.lacking === "true";
  const which = lacking
    ? Prisma.sql`h.resource_id is null and exists (select from inventory_sections n where n.organization_id = r.organization_id and n.resource_id = r.id and n.section = 'software')`
    : Prisma.sql`h.resource_id is not null`;
  // Clients and sites are read here too: a list of machines names where they stand.
  const source = Prisma.sql`resources r join clients c on c.organization_id = r.organization_id and c.id = r.client_id
    join sites s on s.organization_id = r.organization_id and s.id = r.site_id left join ${having} as h on h.resource_id = r.id
    where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} and ${which}`;
  const rows = await tx.$queryRaw<(Holder & { cursorValue: string })[]>`select r.id, r.name, c.id as "clientId", c.name as "clientName",
      s.id as "siteId", s.name as "siteName", h.version, ${page.cursorValue} as "cursorValue"
    from ${source} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source}`;
  return { rows, total: count?.total ?? 0 };
}
