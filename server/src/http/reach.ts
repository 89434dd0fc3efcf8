// How far a permission of somebody reaches: everywhere in the organization, or into some clients, sites and resource groups.
// The same containment is said twice, for one thing that is known (reaches) and for queries (within).
import { ofTenant } from "../database/index.ts";
import { Prisma } from "../generated/prisma/client.ts";

/** "all", or everything inside these clients, sites and resource groups (ids). */
export type Reach = "all" | { readonly clients: readonly string[]; readonly sites: readonly string[]; readonly groups: readonly string[] };

/** A thing that something is done to, with what it stands in. */
export type Target =
  | { readonly kind: "organization" }
  | { readonly kind: "client"; readonly id: string }
  | { readonly kind: "site"; readonly id: string; readonly clientId: string }
  | { readonly kind: "group"; readonly id: string; readonly clientId: string }
  | ({ readonly kind: "resource" } & Place);

/** Where a resource stands. */
export interface Place {
  readonly clientId: string;
  readonly siteId: string;
  readonly groupId: string | null;
}

export const NOWHERE: Reach = { clients: [], sites: [], groups: [] };

/** Whether the thing lies within. A client is only within by itself: one of its sites is not enough to see the client. */
export function reaches(reach: Reach, target: Target): boolean {
  if (reach === "all") return true;
  switch (target.kind) {
    case "organization":
      return false;
    case "client":
      return reach.clients.includes(target.id);
    case "site":
      return reach.clients.includes(target.clientId) || reach.sites.includes(target.id);
    case "group":
      return reach.clients.includes(target.clientId) || reach.groups.includes(target.id);
    case "resource":
      return (
        reach.clients.includes(target.clientId) ||
        reach.sites.includes(target.siteId) ||
        (target.groupId !== null && reach.groups.includes(target.groupId))
      );
  }
}

/** Which columns of a query hold a row's place; a column left out does not take part. `row`: the row's table or alias. */
export interface PlaceColumns {
  readonly row: string;
  readonly client: Prisma.Sql;
  readonly site?: Prisma.Sql;
  readonly group?: Prisma.Sql;
}

export const CLIENT_PLACE: PlaceColumns = { row: "c", client: Prisma.sql`c.id` };
export const SITE_PLACE: PlaceColumns = { row: "s", client: Prisma.sql`s.client_id`, site: Prisma.sql`s.id` };
export const GROUP_PLACE: PlaceColumns = { row: "g", client: Prisma.sql`g.client_id`, group: Prisma.sql`g.id` };
export const RESOURCE_PLACE: PlaceColumns = {
  row: "r",
  client: Prisma.sql`r.client_id`,
  site: Prisma.sql`r.site_id`,
  group: Prisma.sql`r.group_id`,
};

/** The condition that a row is the organization's and lies within. Every query of clients, sites, groups and resources for a person carries it. */
export function within(reach: Reach, { row, client, site, group }: PlaceColumns): Prisma.Sql {
  if (reach === "all") return ofTenant(row);
  const parts = [
    { column: client, ids: reach.clients },
    { column: site, ids: reach.sites },
    { column: group, ids: reach.groups },
  ].flatMap(({ column, ids }) => (column === undefined || ids.length === 0 ? [] : [Prisma.sql`${column} = any(${[...ids]}::uuid[])`]));
  // A row without a group answers null to `= any`; false keeps the whole condition two-valued.
  return parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${ofTenant(row)} and coalesce(${Prisma.join(parts, " or ")}, false))`;
}
