// Writes and reads the entries of one organization.
import type { Database, Tx } from "../../database/index.ts";
import { type Keyset, toPage } from "../../http/pagination.ts";
import { newId } from "../../ids.ts";
import type { AuditEntry } from "./entry.ts";
import { countEntries, insertEntry, listEntries } from "./queries.ts";

export interface Audit {
  /** Adds an entry to the causing transaction, which must be the organization's own. */
  record(tx: Tx, entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(organizationId: string, page: Keyset): ReturnType<typeof readPage>;
}

/** Builds the module. */
export function createAudit(database: Database): Audit {
  return {
    record: (tx, entry) => insertEntry(tx, newId(), entry),
    list: (organizationId, page) => readPage(database, organizationId, page),
  };
}

async function readPage(database: Database, organizationId: string, page: Keyset) {
  return database.withTenant(organizationId, async (tx) => {
    const rows = await listEntries(tx, page);
    return toPage(page, rows, await countEntries(tx), ({ at, cursorValue: _, actorName, ...row }) => ({
      ...row,
      at: at.toISOString(),
      actor: { kind: row.actorKind, id: row.actorId, name: actorName },
    }));
  });
}
