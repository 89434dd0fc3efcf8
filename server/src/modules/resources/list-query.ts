// One page of the list of resources in one round trip: what matches is found with the tables that the question speaks of and no others,
// and only the rows of the page are read whole.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { type Keyset, keyset, type SortKeys } from "../../http/pagination.ts";
import { RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import { cellsSql } from "./columns.ts";
import type { FilterFor } from "./needs.ts";
import { rowColumns, type StoredRow, shownPresenceSql, sourceOf } from "./row.ts";
import type { Cell, ListQuery, ResourceSort, ResourceTraits } from "./schemas.ts";
import { anywhere } from "./text.ts";
import { traitsSql } from "./traits-sql.ts";

const sorts: SortKeys<ResourceSort> = {
  name: { expression: Prisma.sql`lower(r.name)`, type: "text" },
  hostname: { expression: Prisma.sql`lower(r.hostname)`, type: "text" },
  client: { expression: Prisma.sql`lower(c.name)`, type: "text" },
  site: { expression: Prisma.sql`lower(s.name)`, type: "text" },
  group: { expression: Prisma.sql`lower(coalesce(g.name, ''))`, type: "text" },
  os: { expression: Prisma.sql`lower(r.os_name)`, type: "text" },
  cpu: { expression: Prisma.sql`coalesce(l.cpu, -1)`, type: "double precision" },
  memory: { expression: Prisma.sql`coalesce(l.memory_used / nullif(l.memory_total, 0), -1)`, type: "double precision" },
  manufacturer: { expression: Prisma.sql`lower(coalesce(t.manufacturer, r.manufacturer, ''))`, type: "text" },
  model: { expression: Prisma.sql`lower(coalesce(t.model, r.model, ''))`, type: "text" },
  serial: { expression: Prisma.sql`lower(coalesce(t.serial, r.serial, ''))`, type: "text" },
  lastUser: { expression: Prisma.sql`lower(coalesce(t.last_user, ''))`, type: "text" },
  memorySize: { expression: Prisma.sql`coalesce(t.memory_bytes, -1)`, type: "double precision" },
  diskSize: { expression: Prisma.sql`coalesce(t.disk_bytes, -1)`, type: "double precision" },
  encrypted: { expression: Prisma.sql`coalesce(t.encrypted::int, -1)::double precision`, type: "double precision" },
  agentVersion: { expression: Prisma.sql`coalesce(a.agent_version, '')`, type: "text" },
  assetTag: { expression: Prisma.sql`lower(coalesce(r.asset_tag, ''))`, type: "text" },
  osVersion: { expression: Prisma.sql`coalesce(t.os_version_order, '')`, type: "text" },
  updatesCritical: { expression: Prisma.sql`coalesce(t.updates_critical, -1)::double precision`, type: "double precision" },
  updates: { expression: Prisma.sql`coalesce(t.updates_pending, -1)::double precision`, type: "double precision" },
  worstVolume: { expression: Prisma.sql`coalesce(l.worst_volume_used, -1)`, type: "double precision" },
  lastSeenAt: { expression: Prisma.sql`coalesce(extract(epoch from p.last_seen_at)::double precision, 0)`, type: "double precision" },
  presence: {
    expression: Prisma.sql`array_position(array['online', 'not_answering', 'offline', 'pending', 'none'], ${shownPresenceSql})::double precision`,
    type: "double precision",
  },
  type: {
    expression: Prisma.sql`coalesce((select lower(y.name) from equipment_types y where y.organization_id = r.organization_id and y.id = r.type_id), '')`,
    type: "text",
  },
  acquired: { expression: Prisma.sql`coalesce(r.acquisition_date::text, '9999-12-31')`, type: "text" },
  created: { expression: Prisma.sql`extract(epoch from r.created_at)::double precision`, type: "double precision" },
  warranty: { expression: Prisma.sql`coalesce(r.warranty_date::text, '9999-12-31')`, type: "text" },
};

/** The same once they are worked out for what matches. */
const PLACED = Object.fromEntries(
  Object.entries(sorts).map(([name, { type }]) => [name, { expression: Prisma.sql`m.place`, type }]),
) as SortKeys<ResourceSort>;

export interface ListedRow extends StoredRow {
  readonly cursorValue: string;
  /** The columns that were asked for and are no properties of the row; null when there are none. */
  readonly cells: Record<string, Cell> | null;
  /** Null without an inventory, and when columns were asked for. */
  readonly traits: ResourceTraits | null;
}

export interface FoundRows {
  readonly page: Keyset;
  readonly rows: ListedRow[];
  readonly total: number;
}

/**
 * One page of the list. Throws INVALID_INPUT on a cursor that does not fit, and on a filter that cannot be understood.
 * @param columns undefined for all that a row has
 */
export async function findRows(
  tx: Tx,
  reach: Reach,
  query: ListQuery,
  columns: readonly string[] | undefined,
  filterFor: FilterFor,
): Promise<FoundRows> {
  const sort = query.sort ?? "name";
  const { expression } = sorts[sort.replace(/^-/, "") as ResourceSort];
  const page = keyset(PLACED, { ...query, sort }, Prisma.sql`m.id`);
  const where = Prisma.sql`${within(reach, RESOURCE_PLACE)} and ${await conditions(tx, query, filterFor)}`;
  const found = Prisma.sql`select r.id, ${expression} as place from ${sourceOf(where, expression)} where ${where}`;
  const cells = (columns === undefined ? undefined : cellsSql(columns)) ?? Prisma.sql`null::jsonb`;
  const traits = columns === undefined ? traitsSql : Prisma.sql`null::jsonb`;
  const rows = await tx.$queryRaw<(ListedRow & { total: number })[]>`with found as materialized (${found})
    select ${rowColumns}, m."cursorValue", m.total, ${cells} as cells, ${traits} as traits
    from (select m.id, m.place, ${page.cursorValue} as "cursorValue", (select count(*)::int from found) as total
        from found m where ${page.after} order by ${page.orderBy} limit ${page.take}) m
      join ${sourceOf(rowColumns, cells, traits)} on r.id = m.id
    order by ${page.orderBy}`;
  const total = rows[0]?.total ?? (query.cursor === undefined ? 0 : await countOf(tx, where));
  return { page, rows, total };
}

/** Behind the last page there is no row that says how many there are. */
async function countOf(tx: Tx, where: Prisma.Sql): Promise<number> {
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${sourceOf(where)} where ${where}`;
  return count?.total ?? 0;
}

async function conditions(tx: Tx, query: ListQuery, filterFor: FilterFor): Promise<Prisma.Sql> {
  const all = [query.deleted === "true" ? Prisma.sql`r.deleted_at is not null` : Prisma.sql`r.deleted_at is null`];
  if (query.typeId !== undefined) all.push(Prisma.sql`r.type_id = ${query.typeId}::uuid`);
  if (query.tag !== undefined) all.push(Prisma.sql`lower(${query.tag}) = any(select lower(tag) from unnest(r.tags) tag)`);
  if (query.clientId !== undefined) all.push(Prisma.sql`r.client_id = ${query.clientId}::uuid`);
  if (query.siteId !== undefined) all.push(Prisma.sql`r.site_id = ${query.siteId}::uuid`);
  if (query.groupId !== undefined) all.push(Prisma.sql`r.group_id = ${query.groupId}::uuid`);
  if (query.platform !== undefined) all.push(Prisma.sql`r.platform = ${query.platform}`);
  if (query.presence !== undefined) all.push(Prisma.sql`${shownPresenceSql} in (${Prisma.join(query.presence.split(","))})`);
  if (query.q !== undefined && query.q.trim() !== "") {
    const pattern = anywhere(query.q);
    all.push(Prisma.sql`(r.name ilike ${pattern} or r.hostname ilike ${pattern} or c.name ilike ${pattern} or s.name ilike ${pattern}
      or r.asset_tag ilike ${pattern} or r.serial ilike ${pattern})`);
  }
  if (query.filter !== undefined) all.push(await filterFor(tx, query.filter, shownPresenceSql));
  return Prisma.join(all, " and ");
}
