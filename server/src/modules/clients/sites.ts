// Sites: the places of a client, where its resources stand.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { refuseUnknownTimeZone } from "../../http/time-zone.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { publish } from "../../outbox/index.ts";
import { difference } from "../audit/index.ts";
import { lockClient } from "./client-queries.ts";
import { entryOf, type Needs } from "./needs.ts";
import type { CreateSite, Site, SiteQuery, UpdateSite } from "./schemas.ts";
import {
  countSites,
  findSite,
  insertSite,
  listSites,
  lockSite,
  SITE_ID,
  SITE_SORT_KEYS,
  type SiteRow,
  updateSite,
} from "./site-queries.ts";

export interface Sites {
  list(viewer: Viewer, query: SiteQuery): Promise<{ items: Site[]; nextCursor: string | null; total: number }>;
  /** Throws NOT_FOUND. */
  get(viewer: Viewer, id: string): Promise<Site>;
  /** Throws INVALID_INPUT when there is no such client. */
  create(caller: Caller, site: CreateSite): Promise<Site>;
  /** Throws NOT_FOUND or VERSION_MISMATCH. */
  update(caller: Caller, id: string, version: number, change: UpdateSite): Promise<Site>;
  /** Throws NOT_FOUND, VERSION_MISMATCH, or IN_USE { resources } while it has any. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
}

const notFound = () => new AppError("NOT_FOUND", "no such site");

/** Builds the service. */
export function createSiteService({ database, clock, audit, countResources }: Needs): Sites {
  const now = () => new Date(clock.now());

  async function read(tx: Tx, { reach }: Viewer, id: string): Promise<Site> {
    const row = await findSite(tx, reach, id);
    if (row === undefined) throw notFound();
    return present(row, (await countResources(tx, "site", [id])).get(id)?.resources);
  }

  async function hold(tx: Tx, { reach }: Viewer, id: string, version: number): Promise<{ clientId: string }> {
    const held = await lockSite(tx, reach, id);
    if (held === undefined) throw notFound();
    if (held.version !== version) throw versionMismatch();
    return held;
  }

  return {
    list({ organizationId, reach }, { limit, cursor, q, clientId, sort = "name" }) {
      const page = keyset(SITE_SORT_KEYS, { limit, cursor, sort }, SITE_ID);
      return database.withTenant(organizationId, async (tx) => {
        const rows = await listSites(tx, page, { reach, clientId, q });
        const counts = await countResources(
          tx,
          "site",
          rows.map(({ id }) => id),
        );
        return toPage(page, rows, await countSites(tx, { reach, clientId, q }), (row) => present(row, counts.get(row.id)?.resources));
      });
    },

    get: (viewer, id) => database.withTenant(viewer.organizationId, (tx) => read(tx, viewer, id)),

    create(caller, { clientId, name, timeZone = null }) {
      if (timeZone !== null) refuseUnknownTimeZone(timeZone);
      return database.withTenant(caller.organizationId, async (tx) => {
        if ((await lockClient(tx, caller.reach, clientId)) === undefined) throw new AppError("NOT_FOUND", "no such client");
        const { id } = await addSite(tx, { ...caller, clientId, name, timeZone, at: now() });
        await audit.record(tx, entryOf(caller, "site.created", { kind: "site", id }, { clientId, name: name.trim() }));
        return read(tx, caller, id);
      });
    },

    update(caller, id, version, change) {
      if (typeof change.timeZone === "string") refuseUnknownTimeZone(change.timeZone);
      return database.withTenant(caller.organizationId, async (tx) => {
        const { clientId } = await hold(tx, caller, id, version);
        const before = await read(tx, caller, id);
        const said = { ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
        await updateSite(tx, id, said, now());
        await audit.record(tx, entryOf(caller, "site.changed", { kind: "site", id }, difference(before, said)));
        await publish(tx, caller.organizationId, "site.changed", { siteId: id, clientId });
        return read(tx, caller, id);
      });
    },

    remove(caller, id, version) {
      return database.withTenant(caller.organizationId, async (tx) => {
        const { clientId } = await hold(tx, caller, id, version);
        const resources = (await countResources(tx, "site", [id])).get(id)?.resources ?? 0;
        if (resources > 0) throw new AppError("IN_USE", "the site still has resources", { details: { resources } });
        await updateSite(tx, id, { deletedAt: now() }, now());
        await audit.record(tx, entryOf(caller, "site.deleted", { kind: "site", id }, {}));
        await publish(tx, caller.organizationId, "site.deleted", { siteId: id, clientId });
      });
    },
  };
}

export interface SiteToAdd {
  readonly organizationId: string;
  readonly userId: string;
  readonly clientId: string;
  readonly name: string;
  readonly timeZone: string | null;
  readonly at: Date;
}

/** Adds a site to a client of the same organization, inside the caller's transaction. */
export async function addSite(tx: Tx, { organizationId, userId, clientId, name, timeZone, at }: SiteToAdd): Promise<{ id: string }> {
  const id = newId();
  await insertSite(tx, { id, organizationId, clientId, name: name.trim(), timeZone, createdBy: userId, createdAt: at });
  await publish(tx, organizationId, "site.created", { siteId: id, clientId });
  return { id };
}

function present({ clientId, clientName, cursorValue: _, ...row }: SiteRow, resources = 0): Site {
  return {
    ...row,
    client: { id: clientId, name: clientName },
    resources,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
