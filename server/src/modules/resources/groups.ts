// Groups of one client's resources, a scope for settings.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { GROUP_PLACE, reaches, within } from "../../http/reach.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { difference } from "../audit/index.ts";
import type { ResourceGroup } from "./board-schemas.ts";
import { markOf, type Needs } from "./needs.ts";
import type { Page } from "./page.ts";
import { anywhere } from "./text.ts";

export interface ResourceGroups {
  list(viewer: Viewer, query: { limit?: number; cursor?: string; clientId?: string; q?: string }): Promise<Page<ResourceGroup>>;
  /** Throws NOT_FOUND for a client that is not there or out of reach. */
  create(caller: Caller, body: { clientId: string; name: string }): Promise<ResourceGroup>;
  /** Throws NOT_FOUND and VERSION_MISMATCH. */
  update(caller: Caller, id: string, version: number, change: { name?: string }): Promise<ResourceGroup>;
  /** Throws IN_USE while resources are in it, NOT_FOUND and VERSION_MISMATCH. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
}

interface StoredGroup {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly resources: number;
  readonly version: number;
}

const columns = Prisma.sql`g.id, g.name, g.client_id as "clientId", c.name as "clientName", g.version,
  (select count(*)::int from resources r where r.organization_id = g.organization_id and r.group_id = g.id and r.deleted_at is null) as resources`;
const source = Prisma.sql`resource_groups g join clients c on c.organization_id = g.organization_id and c.id = g.client_id`;
const sorts = { name: { expression: Prisma.sql`lower(g.name)`, type: "text" } } as const;

const present = (row: StoredGroup): ResourceGroup => ({
  id: row.id,
  client: { id: row.clientId, name: row.clientName },
  name: row.name,
  resources: row.resources,
  version: row.version,
});

async function existing(tx: Tx, { reach }: Viewer, id: string): Promise<ResourceGroup> {
  const [row] = await tx.$queryRaw<StoredGroup[]>`select ${columns} from ${source}
    where g.id = ${id}::uuid and g.deleted_at is null and ${within(reach, GROUP_PLACE)}`;
  if (row === undefined) throw new AppError("NOT_FOUND", "no such resource group");
  return present(row);
}

/** Builds the service. */
export function createResourceGroups({ database, clock, marks }: Pick<Needs, "database" | "clock" | "marks">): ResourceGroups {
  const tell = (tx: Tx, caller: Caller, action: string, id: string, details: Readonly<Record<string, unknown>>): Promise<void> =>
    marks.audit(tx, caller.organizationId, { ...markOf(caller), action, subject: { kind: "resource_group", id }, details });

  async function write(tx: Tx, id: string, version: number, data: { name?: string; deletedAt?: Date }): Promise<void> {
    const { count } = await tx.resourceGroup.updateMany({
      where: { id, version, deletedAt: null },
      data: { ...data, updatedAt: new Date(clock.now()), version: { increment: 1 } },
    });
    if (count === 0) throw versionMismatch();
  }

  return {
    list: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const page = keyset(sorts, { ...query, sort: "name" }, Prisma.sql`g.id`);
        const ofClient = query.clientId === undefined ? Prisma.sql`true` : Prisma.sql`g.client_id = ${query.clientId}::uuid`;
        const named = query.q === undefined ? Prisma.sql`true` : Prisma.sql`g.name ilike ${anywhere(query.q)}`;
        const shown = Prisma.sql`g.deleted_at is null and ${within(reach, GROUP_PLACE)} and ${ofClient} and ${named}`;
        const rows = await tx.$queryRaw<(StoredGroup & { cursorValue: string })[]>`select ${columns}, ${page.cursorValue} as "cursorValue"
          from ${source} where ${shown} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
        const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source} where ${shown}`;
        return toPage(page, rows, count?.total ?? 0, present);
      }),

    create: (caller, body) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const client = await tx.client.findFirst({ where: { id: body.clientId, deletedAt: null }, select: { id: true } });
        if (client === null || !reaches(caller.reach, { kind: "client", id: client.id })) throw new AppError("NOT_FOUND", "no such client");
        const id = newId();
        await tx.resourceGroup.create({ data: { id, organizationId: caller.organizationId, ...body, createdBy: caller.userId } });
        await tell(tx, caller, "resource_group.created", id, body);
        return existing(tx, caller, id);
      }),

    update: (caller, id, version, change) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await existing(tx, caller, id);
        await write(tx, id, version, change);
        await tell(tx, caller, "resource_group.changed", id, difference(before, change));
        return existing(tx, caller, id);
      }),

    remove: (caller, id, version) =>
      database.withTenant(caller.organizationId, async (tx) => {
        // Held before it is counted: no resource is moved into it meanwhile.
        await tx.$queryRaw`select from resource_groups g where ${ofTenant("g")} and g.id = ${id}::uuid for update`;
        const group = await existing(tx, caller, id);
        if (group.resources > 0) throw new AppError("IN_USE", "resources are in this group", { details: { resources: group.resources } });
        await write(tx, id, version, { deletedAt: new Date(clock.now()) });
        await tell(tx, caller, "resource_group.deleted", id, { name: group.name });
      }),
  };
}
