// Clients: whom the organization looks after.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { reaches } from "../../http/reach.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { publish } from "../../outbox/index.ts";
import { difference } from "../audit/index.ts";
import {
  CLIENT_ID,
  CLIENT_SORT_KEYS,
  type ClientRow,
  countClients,
  findClient,
  insertClient,
  listClients,
  lockClient,
  nextClientNumber,
  updateClient,
} from "./client-queries.ts";
import type { Cover } from "./cover.ts";
import { entryOf, type Needs, type ResourceCount } from "./needs.ts";
import type { Client, ClientQuery, CreateClient, UpdateClient } from "./schemas.ts";
import { deleteSitesOf } from "./site-queries.ts";

export interface Clients {
  list(viewer: Viewer, query: ClientQuery): Promise<{ items: Client[]; nextCursor: string | null; total: number }>;
  /** Throws NOT_FOUND. */
  get(viewer: Viewer, id: string): Promise<Client>;
  /** Throws FORBIDDEN when the caller may not everywhere: a new client lies within nobody's part. */
  create(caller: Caller, client: CreateClient): Promise<Client>;
  /** Throws NOT_FOUND or VERSION_MISMATCH. */
  update(caller: Caller, id: string, version: number, change: UpdateClient): Promise<Client>;
  /** Ends a client and its sites. Throws NOT_FOUND, VERSION_MISMATCH, or IN_USE { resources } while it has any. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
}

const notFound = () => new AppError("NOT_FOUND", "no such client");

/** Builds the service. */
export function createClientService({ database, clock, audit, countResources, coverFor }: Needs): Clients {
  const now = () => new Date(clock.now());

  async function read(tx: Tx, { reach }: Viewer, id: string): Promise<Client> {
    const row = await findClient(tx, reach, id);
    if (row === undefined) throw notFound();
    return present(row, (await countResources(tx, "client", [id])).get(id), (await coverFor(tx, [id])).get(id));
  }

  async function hold(tx: Tx, { reach }: Viewer, id: string, version: number): Promise<void> {
    const held = await lockClient(tx, reach, id);
    if (held === undefined) throw notFound();
    if (held.version !== version) throw versionMismatch();
  }

  return {
    list({ organizationId, reach }, { limit, cursor, q, sort = "name" }) {
      const page = keyset(CLIENT_SORT_KEYS, { limit, cursor, sort }, CLIENT_ID);
      return database.withTenant(organizationId, async (tx) => {
        const rows = await listClients(tx, reach, page, q);
        const ids = rows.map(({ id }) => id);
        const counts = await countResources(tx, "client", ids);
        const covers = await coverFor(tx, ids);
        return toPage(page, rows, await countClients(tx, reach, q), (row) => present(row, counts.get(row.id), covers.get(row.id)));
      });
    },

    get: (viewer, id) => database.withTenant(viewer.organizationId, (tx) => read(tx, viewer, id)),

    async create(caller, { name, legalName = null, notes = "" }) {
      if (!reaches(caller.reach, { kind: "organization" }))
        throw new AppError("FORBIDDEN", "new clients are added by those who reach all of them");
      return database.withTenant(caller.organizationId, async (tx) => {
        const { id } = await addClient(tx, { ...caller, name, legalName, notes, at: now() });
        await audit.record(tx, entryOf(caller, "client.created", { kind: "client", id }, { name: name.trim() }));
        return read(tx, caller, id);
      });
    },

    update(caller, id, version, change) {
      return database.withTenant(caller.organizationId, async (tx) => {
        await hold(tx, caller, id, version);
        const before = await read(tx, caller, id);
        const said = { ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
        await updateClient(tx, id, said, now());
        await audit.record(tx, entryOf(caller, "client.changed", { kind: "client", id }, difference(before, said)));
        await publish(tx, caller.organizationId, "client.changed", { clientId: id });
        return read(tx, caller, id);
      });
    },

    remove(caller, id, version) {
      return database.withTenant(caller.organizationId, async (tx) => {
        await hold(tx, caller, id, version);
        const resources = (await countResources(tx, "client", [id])).get(id)?.resources ?? 0;
        if (resources > 0) throw new AppError("IN_USE", "the client still has resources", { details: { resources } });
        for (const siteId of await deleteSitesOf(tx, id, now()))
          await publish(tx, caller.organizationId, "site.deleted", { siteId, clientId: id });
        await updateClient(tx, id, { deletedAt: now() }, now());
        await audit.record(tx, entryOf(caller, "client.deleted", { kind: "client", id }, {}));
        await publish(tx, caller.organizationId, "client.deleted", { clientId: id });
      });
    },
  };
}

export interface ClientToAdd {
  readonly organizationId: string;
  readonly userId: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly notes: string;
  readonly at: Date;
}

/** Adds a client under the next number, inside the caller's transaction. */
export async function addClient(tx: Tx, { organizationId, userId, name, legalName, notes, at }: ClientToAdd): Promise<{ id: string }> {
  const id = newId();
  const number = await nextClientNumber(tx, organizationId);
  await insertClient(tx, { id, organizationId, number, name: name.trim(), legalName, notes, createdBy: userId, createdAt: at });
  await publish(tx, organizationId, "client.created", { clientId: id });
  return { id };
}

function present({ cursorValue: _, ...row }: ClientRow, count: ResourceCount | undefined, contract: Cover | undefined): Client {
  return {
    ...row,
    resources: count?.resources ?? 0,
    online: count?.online ?? 0,
    contract: contract ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
