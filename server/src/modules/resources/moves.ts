// Where a resource may be moved: a site of its organization, and a group of that site's client.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { ResourceChange } from "./queries.ts";

/**
 * The place columns of a change. A group of another client is left when the site moves to a new one.
 * Reads sites, a table of clients, in this transaction: the check and the write must see the same rows.
 * Throws NOT_FOUND for a site or group that is not there, or not of the same client.
 */
export async function placeFor(
  tx: Tx,
  now: { clientId: string; groupId: string | null },
  change: { siteId?: string; groupId?: string | null },
): Promise<Pick<ResourceChange, "clientId" | "siteId" | "groupId">> {
  const place: Pick<ResourceChange, "clientId" | "siteId" | "groupId"> = {};
  if (change.siteId !== undefined) {
    const site = await tx.site.findFirst({ where: { id: change.siteId, deletedAt: null }, select: { clientId: true } });
    if (site === null) throw new AppError("NOT_FOUND", "no such site");
    place.siteId = change.siteId;
    place.clientId = site.clientId;
    if (site.clientId !== now.clientId) place.groupId = null;
  }
  if (change.groupId !== undefined) place.groupId = change.groupId;
  if (place.groupId !== undefined && place.groupId !== null) {
    const clientId = place.clientId ?? now.clientId;
    const group = await tx.resourceGroup.findFirst({ where: { id: place.groupId, clientId, deletedAt: null }, select: { id: true } });
    if (group === null) throw new AppError("NOT_FOUND", "no such group of this client");
  }
  return place;
}
