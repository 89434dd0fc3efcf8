// What people may see of inventories, and the one thing they may ask for.

import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { AgentPort } from "../../gateway/port.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { RESOURCE_PLACE, within } from "../../http/reach.ts";
import type { TextField } from "./filter/index.ts";
import { type FilterValue, findFilterValues } from "./filter-values.ts";
import { type InstalledPage, pageOfPrograms } from "./installed.ts";
import { licenceKey, removedFrom } from "./licences/queries.ts";
import { askFleet } from "./questions.ts";
import { findHolders, findSoftware, holderPage, programNamed } from "./report.ts";
import type {
  ChangesQuery,
  FleetQuestions,
  HoldersQuery,
  InstalledQuery,
  Inventory,
  ResourceChange,
  SoftwareHolder,
  SoftwareQuery,
  SoftwareRow,
} from "./schemas.ts";
import type { Bodies } from "./sections/index.ts";
import { readHead, readSections } from "./store.ts";

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}

/** All of it answers NOT_FOUND for an id of another organization or out of reach, like one that never was. */
export interface InventoryService {
  get(viewer: Viewer, resourceId: string): Promise<Inventory>;
  programs(viewer: Viewer, resourceId: string, query: InstalledQuery): Promise<InstalledPage>;
  changes(viewer: Viewer, resourceId: string, query: ChangesQuery): Promise<Page<ResourceChange>>;
  /** Has the machine send everything now. Throws CONFLICT when its agent is not connected. */
  request(viewer: Viewer, resourceId: string): Promise<void>;
  software(viewer: Viewer, query: SoftwareQuery): Promise<Page<SoftwareRow>>;
  holders(viewer: Viewer, softwareId: string, query: HoldersQuery): Promise<Page<SoftwareHolder>>;
  fleet(viewer: Viewer): Promise<FleetQuestions>;
  /** What may be written behind a field of a filter: the fleet's own words that hold the text. */
  values(viewer: Viewer, field: TextField, text: string): Promise<FilterValue[]>;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly agents: Pick<AgentPort, "requestInventory">;
}

const CHANGE_SORTS = {
  at: { expression: Prisma.sql`(extract(epoch from h.at) * 1000)::double precision`, type: "double precision" },
} as const;

/** Builds the service. */
export function createInventoryService({ database, clock, agents }: Parts): InventoryService {
  /** Work on one machine within reach; answers the address its agent was last seen from. */
  const onMachine = <T>({ organizationId, reach }: Viewer, id: string, work: (tx: Tx, seenFrom: string | null) => Promise<T>): Promise<T> =>
    database.withTenant(organizationId, async (tx) => {
      // Reads the resources module's tables: what is known of nothing and of nobody differ.
      const [row] = await tx.$queryRaw<{ seenFrom: string | null }[]>`select a.seen_from as "seenFrom" from resources r
        left join agents a on a.organization_id = r.organization_id and a.resource_id = r.id
        where r.id = ${id}::uuid and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
      if (row === undefined) throw new AppError("NOT_FOUND", "no such resource");
      return work(tx, row.seenFrom);
    });

  return {
    get: (viewer, id) =>
      onMachine(viewer, id, async (tx, seenFrom) => {
        const head = await readHead(tx, id);
        const stored = (await readSections(tx, id)).toSorted((a, b) => (a.section < b.section ? -1 : 1));
        return {
          takenAt: head?.takenAt?.toISOString() ?? null,
          durationMs: head?.durationMs ?? 0,
          publicAddress: seenFrom,
          malformed: head?.malformedAt == null ? null : { at: head.malformedAt.toISOString(), reason: head.malformed },
          troubles: (head?.troubles ?? []) as Inventory["troubles"],
          states: stored.map(({ section, takenAt, leftOut }) => ({
            name: section as Inventory["states"][number]["name"],
            takenAt: takenAt.toISOString(),
            leftOut,
          })),
          sections: withoutRemoved(
            Object.fromEntries(stored.map(({ section, body }) => [section, body])) as Bodies,
            await removedFrom(tx, id),
          ),
        };
      }),

    programs: (viewer, id, query) =>
      onMachine(viewer, id, async (tx) => {
        const stored = await tx.inventorySection.findFirst({ where: { resourceId: id, section: "software" }, select: { body: true } });
        const { programs } = (stored?.body ?? {}) as NonNullable<Bodies["software"]>;
        return pageOfPrograms(programs ?? [], query);
      }),

    changes: (viewer, id, query) =>
      onMachine(viewer, id, async (tx) => {
        const page = keyset(CHANGE_SORTS, { ...query, sort: "-at" }, Prisma.sql`h.id`);
        const where = Prisma.sql`${ofTenant("h")} and h.resource_id = ${id}::uuid and ${query.section === undefined ? Prisma.sql`true` : Prisma.sql`h.section = ${query.section}`}`;
        const rows = await tx.$queryRaw<(Omit<ResourceChange, "at"> & { at: Date; cursorValue: string })[]>`
          select h.id, h.at, h.section, h.kind, h.item, h.field, h.before, h.after, ${page.cursorValue} as "cursorValue",
            case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as actor
          from resource_changes h left join users u on u.id = h.actor_id where ${where} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
        const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from resource_changes h where ${where}`;
        return toPage(page, rows, count?.total ?? 0, ({ cursorValue: _, at, ...row }) => ({ ...row, at: at.toISOString() }));
      }),

    request: (viewer, id) =>
      onMachine(viewer, id, async () => {
        if (!agents.requestInventory(id, true))
          throw new AppError("CONFLICT", "the machine is not connected; it sends what changed by itself when it comes back");
      }),

    software: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const { page, rows, total } = await findSoftware(tx, reach, query);
        return toPage(page, rows, total, ({ cursorValue: _, ...row }) => row);
      }),

    holders: ({ organizationId, reach }, softwareId, query) =>
      database.withTenant(organizationId, async (tx) => {
        const page = holderPage(query);
        const program = await programNamed(tx, reach, softwareId);
        if (program === undefined) throw new AppError("NOT_FOUND", "no such program");
        const { rows, total } = await findHolders(tx, reach, { id: softwareId, name: program.name }, query, page);
        return toPage(page, rows, total, ({ id, name, version, ...place }) => ({
          id,
          name,
          version,
          client: { id: place.clientId, name: place.clientName },
          site: { id: place.siteId, name: place.siteName },
        }));
      }),

    values: ({ organizationId, reach }, field, text) =>
      database.withTenant(organizationId, (tx) => findFilterValues(tx, reach, field, text)),
    fleet: ({ organizationId, reach }) => database.withTenant(organizationId, (tx) => askFleet(tx, reach, clock.now())),
  };
}

/** What people took off a machine is not told of it. */
function withoutRemoved(sections: Bodies, removed: ReadonlySet<string>): Bodies {
  const { licences } = sections.licences ?? {};
  if (licences === undefined || removed.size === 0) return sections;
  return { ...sections, licences: { ...sections.licences, licences: licences.filter((one) => !removed.has(licenceKey(one))) } };
}
