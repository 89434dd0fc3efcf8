// Where a resource may be moved: a site of its organization, and a group of that site's client.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { type Reach, reaches } from "../../http/reach.ts";
import type { ResourceChange } from "./queries.ts";

/**
 * The place columns of a change. A group of another client is left when the site moves to a new one.
 * Reads sites, a table of clients, in this transaction: the check and the write must see the same rows.
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
    const site = await tx.site.findFirst({ where: { id: change.siteId, deletedAt: null }, select: { clientId: true } });
    const isNew = change.siteId !== now.siteId;
    if (site === null || (isNew && !reaches(reach, { kind: "site", id: change.siteId, clientId: site.clientId })))
      throw new AppError("NOT_FOUND", "no such site");
    place.siteId = change.siteId;
    place.clientId = site.clientId;
    if (site.clientId !== now.clientId) place.groupId = null;
  }
  if (change.groupId !== undefined) place.groupId = change.groupId;
  if (place.groupId !== undefined && place.groupId !== null) {
    const clientId = place.clientId ?? now.clientId;
    const group = await tx.resourceGroup.findFirst({ where: { id: place.groupId, clientId, deletedAt: null }, select: { id: true } });
    const isNew = place.groupId !== now.groupId;
    if (group === null || (isNew && !reaches(reach, { kind: "group", id: place.groupId, clientId })))
      throw new AppError("NOT_FOUND", "no such group of this client");
  }
  // Where it stands then must be within as well: nobody moves a resource out of their own sight.
  const { clientId, siteId, groupId } = { ...now, ...place };
  if (!reaches(reach, { kind: "resource", clientId, siteId, groupId })) throw new AppError("NOT_FOUND", "no such place");
  return place;
}
