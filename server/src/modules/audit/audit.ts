// Writes and reads the entries of one organization.
import type { Database, Tx } from "../../database/index.ts";
import { type Keyset, toPage } from "../../http/pagination.ts";
import { newId } from "../../ids.ts";
import { countEntries, insertEntry, listEntries } from "./queries.ts";

export interface AuditEntry {
  readonly organizationId: string;
  readonly actor: { readonly kind: "user" | "agent" | "enrollment_token" | "server" | "anonymous"; readonly id?: string | undefined };
  /** What was done, `<noun>.<past participle>`, e.g. "client.created". */
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  /** Parameters for the sentence people read; never a secret. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** The actor's network address. */
  readonly address?: string | undefined;
}

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
