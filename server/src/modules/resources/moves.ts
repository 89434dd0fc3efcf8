// Where a resource may be moved: a site of its organization, and a group of that site's client.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { type Place, type Reach, reaches } from "../../http/reach.ts";
import type { ResourceChange } from "./queries.ts";

/**
 * The place columns of a change. A group of another client is left when the site moves to a new one.
 * Reads sites and clients, tables of clients, in this transaction and holds them: nobody deletes the place before the resource is in it.
 * Throws NOT_FOUND for a site or group that is not there, not of the same client, or out of reach: a move needs both ends.
 */
export async function placeFor(
  tx: Tx,
  reach: Reach,
  now: { clientId: string; siteId: string; groupId: string | null },
  change: { siteId?: string; groupId?: string | null },
): Promise<Pick<ResourceChange, "clientId" | "siteId" | "groupId">> {
  const place: Pick<ResourceChange, "clientId" | "siteId" | "groupId"> = {};
  if (change.siteId !== undefined) {
    const site = await holdSite(tx, change.siteId);
    const isNew = change.siteId !== now.siteId;
    if (site === undefined || (isNew && !reaches(reach, { kind: "site", id: change.siteId, clientId: site.clientId })))
      throw new AppError("NOT_FOUND", "no such site");
    place.siteId = change.siteId;
    place.clientId = site.clientId;
    if (site.clientId !== now.clientId) place.groupId = null;
  }
  if (change.groupId !== undefined) place.groupId = change.groupId;
  if (place.groupId !== undefined && place.groupId !== null) {
    const clientId = place.clientId ?? now.clientId;
    const group = await holdGroup(tx, clientId, place.groupId);
    const isNew = place.groupId !== now.groupId;
    if (!group || (isNew && !reaches(reach, { kind: "group", id: place.groupId, clientId })))
      throw new AppError("NOT_FOUND", "no such group of this client");
  }
  // Where it stands then must be within as well: nobody moves a resource out of their own sight.
  const { clientId, siteId, groupId } = { ...now, ...place };
  if (!reaches(reach, { kind: "resource", clientId, siteId, groupId })) throw new AppError("NOT_FOUND", "no such place");
  return place;
}

/** The client comes first, as in a deletion of the client, so that the two never wait for each other. */
async function holdSite(tx: Tx, id: string): Promise<{ clientId: string } | undefined> {
  const rows = await tx.$queryRaw<{ clientId: string }[]>`
    select s.client_id as "clientId" from clients c join sites s on s.organization_id = c.organization_id and s.client_id = c.id
    where ${ofTenant("s")} and s.id = ${id}::uuid and s.deleted_at is null and c.deleted_at is null for key share`;
  return rows[0];
}

async function holdGroup(tx: Tx, clientId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from resource_groups g
    where ${ofTenant("g")} and g.id = ${id}::uuid and g.client_id = ${clientId}::uuid and g.deleted_at is null for share`;
  return rows.length > 0;
}

/**
 * Where a new resource of a client stands: at the client's first site and in its first group where none are named, in no group for null.
 * Holds the place as placeFor() does. Throws NOT_FOUND for what is not there or out of reach, INVALID_INPUT for a client without sites.
 */
export async function placeIn(
  tx: Tx,
  reach: Reach,
  { clientId, siteId, groupId }: { clientId: string; siteId: string | undefined; groupId: string | null | undefined },
): Promise<Place> {
  const client = await tx.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { id: true } });
  if (client === null) throw new AppError("NOT_FOUND", "no such client");
  const place = {
    clientId,
    siteId: siteId ?? (await firstOf(tx, Prisma.sql`sites`, clientId)),
    groupId: groupId === undefined ? await firstOf(tx, Prisma.sql`resource_groups`, clientId) : groupId,
  };
  // Told only to those who could have made it there: what is out of reach is not there.
  if (place.siteId === null) {
    if (!reaches(reach, { kind: "client", id: clientId })) throw new AppError("NOT_FOUND", "no such client");
    const fields = [{ field: "siteId", problem: "required" }];
    throw new AppError("INVALID_INPUT", "the client has no site: make one first", { details: { fields } });
  }
  const known = { ...place, siteId: place.siteId };
  if (!reaches(reach, { kind: "resource", ...known })) throw new AppError("NOT_FOUND", "no such place");
  if ((await holdSite(tx, known.siteId))?.clientId !== clientId) throw new AppError("NOT_FOUND", "no such site of this client");
  if (known.groupId !== null && !(await holdGroup(tx, clientId, known.groupId)))
    throw new AppError("NOT_FOUND", "no such group of this client");
  return known;
}

async function firstOf(tx: Tx, table: Prisma.Sql, clientId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select p.id from ${table} p where ${ofTenant("p")} and p.client_id = ${clientId}::uuid and p.deleted_at is null order by p.created_at, p.id limit 1`;
  return row?.id ?? null;
}
