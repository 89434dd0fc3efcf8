// Licences of the whole fleet, and obsolete ones that people take off a machine.
import type { Clock } from "../../../clock.ts";
import { type Database, ofTenant } from "../../../database/index.ts";
import { AppError } from "../../../errors.ts";
import { actorOf, type Caller, type Viewer } from "../../../http/caller.ts";
import { toPage } from "../../../http/pagination.ts";
import { RESOURCE_PLACE, within } from "../../../http/reach.ts";
import { newId } from "../../../ids.ts";
import type { Marks } from "../../resources/index.ts";
import type { Bodies } from "../sections/index.ts";
import { findGroups, findLicences, licenceKey, removedFrom } from "./queries.ts";
import type { Licence, LicenceGroup, LicenceQuery, RemoveLicence } from "./schemas.ts";

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}

export interface Licences {
  groups(viewer: Viewer, query: LicenceQuery): Promise<Page<LicenceGroup>>;
  list(viewer: Viewer, query: LicenceQuery): Promise<Page<Licence>>;
  /**
   * Takes a licence off the machine until the machine reports another one of the product. Throws NOT_FOUND for a resource out of reach, and
   * for a licence that its machine does not report or that is off already.
   */
  remove(caller: Caller, resourceId: string, licence: RemoveLicence): Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Marks["audit"];
}

/** Builds the service. */
export function createLicences({ database, clock, audit }: Parts): Licences {
  return {
    groups: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const { page, rows, total } = await findGroups(tx, reach, query);
        return toPage(page, rows, total, ({ cursorValue: _, ...row }) => row);
      }),

    list: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const { page, rows, total } = await findLicences(tx, reach, query);
        return toPage(page, rows, total, ({ id, product, channel, status, lastFive, ...row }) => ({
          id,
          resource: { id: row.resourceId, name: row.name },
          client: { id: row.clientId, name: row.clientName },
          site: { id: row.siteId, name: row.siteName },
          product,
          channel,
          status,
          lastFive,
        }));
      }),

    remove: (caller, resourceId, licence) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const { organizationId, userId } = caller;
        const [row] = await tx.$queryRaw<{ body: unknown }[]>`select n.body from resources r
          left join inventory_sections n on ${ofTenant("n")} and n.resource_id = r.id and n.section = 'licences'
          where r.id = ${resourceId}::uuid and r.deleted_at is null and ${within(caller.reach, RESOURCE_PLACE)} for update of r`;
        if (row === undefined) throw new AppError("NOT_FOUND", "no such resource");
        const { licences = [] } = (row.body ?? {}) as NonNullable<Bodies["licences"]>;
        const key = licenceKey(licence);
        if (!licences.some((one) => licenceKey(one) === key) || (await removedFrom(tx, resourceId)).has(key))
          throw new AppError("NOT_FOUND", "no such licence");
        const at = new Date(clock.now());
        await tx.licenceRemoval.create({ data: { organizationId, resourceId, ...licence, removedBy: userId, removedAt: at } });
        const line = { section: "licences", kind: "removed", item: licence.product, before: licence.lastFive || null, actorId: userId };
        await tx.resourceChange.create({ data: { id: newId(), organizationId, resourceId, at, ...line } });
        await audit(tx, organizationId, {
          actor: actorOf(caller),
          address: caller.address,
          action: "licence.removed",
          subject: { kind: "resource", id: resourceId },
          details: licence,
        });
      }),
  };
}
