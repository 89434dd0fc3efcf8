// The console's first page: how many machines stand how, and which ones want a look.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { CLIENT_PLACE, RESOURCE_PLACE, type Reach, SITE_PLACE, within } from "../../http/reach.ts";
import type { Busiest, FullestVolume, Overview } from "./board-schemas.ts";
import { findRecentEvents } from "./history.ts";
import type { Needs, SparkFor } from "./needs.ts";
import { findSomeRows } from "./queries.ts";
import { rowSource, type StoredRow, shownPresenceSql, toRow } from "./row.ts";

export interface OverviewViewer {
  readonly organizationId: string;
  readonly resources: Reach;
  readonly clients: Reach;
}

export interface Overviews {
  /** Resources as far as `resources` reaches, clients and sites as far as `clients` does. */
  get(viewer: OverviewViewer): Promise<Overview>;
}

type Counts = Overview["resources"] & { clients: number; sites: number };

/** Builds the service. Counts are as last written, at most a quarter second old. */
export function createOverviews({ database, agents, sparkFor }: Pick<Needs, "database" | "agents"> & { sparkFor: SparkFor }): Overviews {
  return {
    get: (viewer) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        const reach = viewer.resources;
        const { clients, sites, ...resources } = await count(tx, viewer);
        const pending = await findSomeRows(tx, reach, Prisma.sql`a.state = 'pending'`, Prisma.sql`r.created_at desc, r.id desc`, 5);
        const offline = await findSomeRows(
          tx,
          reach,
          Prisma.sql`${shownPresenceSql} in ('offline', 'not_answering')`,
          Prisma.sql`(${shownPresenceSql} = 'offline') desc, p.since asc nulls last, r.id`,
          8,
        );
        const sparks = await sparkFor(
          tx,
          [...pending, ...offline].map((row) => row.id),
        );
        const present = (rows: readonly StoredRow[]) => rows.map((row) => toRow(row, agents, sparks.get(row.id) ?? []));
        return {
          resources,
          clients,
          sites,
          pending: present(pending),
          offline: present(offline),
          busiest: {
            cpu: await busiest(tx, reach, Prisma.sql`l.cpu`),
            memory: await busiest(tx, reach, Prisma.sql`l.memory_used / nullif(l.memory_total, 0)`),
            volume: await busiest(tx, reach, Prisma.sql`l.worst_volume_used`),
          },
          recentEvents: await findRecentEvents(tx, reach, 10),
        };
      }),
  };
}

/** Counts clients and sites here as well: one page, one transaction, one moment. */
async function count(tx: Tx, viewer: OverviewViewer): Promise<Counts> {
  const [counts] = await tx.$queryRaw<Counts[]>`select count(*)::int as total,
      count(*) filter (where shown = 'online')::int as online,
      count(*) filter (where shown = 'not_answering')::int as "notAnswering",
      count(*) filter (where shown = 'offline')::int as offline,
      count(*) filter (where shown = 'pending')::int as pending,
      (select count(*)::int from clients c where c.deleted_at is null and ${within(viewer.clients, CLIENT_PLACE)}) as clients,
      (select count(*)::int from sites s where s.deleted_at is null and ${within(viewer.clients, SITE_PLACE)}) as sites
    from (select ${shownPresenceSql} as shown from ${rowSource}
      where r.deleted_at is null and ${within(viewer.resources, RESOURCE_PLACE)}) as machines`;
  if (counts === undefined) throw new Error("a count without grouping answers one row");
  return counts;
}

/** The five highest among machines that answer: yesterday's load of one that is off helps nobody. */
async function busiest(tx: Tx, reach: Reach, value: Prisma.Sql): Promise<(Busiest & FullestVolume)[]> {
  const rows = await tx.$queryRaw<
    { id: string; name: string; clientId: string; clientName: string; value: number; mount: string | null }[]
  >`
    select r.id, r.name, c.id as "clientId", c.name as "clientName", ${value} as value, l.worst_volume as mount
    from ${rowSource} where r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} and a.state = 'active' and p.presence = 'online' and ${value} is not null
    order by value desc, r.id limit 5`;
  return rows.map(({ clientId, clientName, mount, ...row }) => ({
    ...row,
    client: { id: clientId, name: clientName },
    mount: mount ?? "",
  }));
}
