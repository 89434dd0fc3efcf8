// Writes and reads the entries of one organization.
import type { Database, Tx } from "../../database/index.ts";
import { type Keyset, keyset, toPage } from "../../http/pagination.ts";
import { newId, repeatedId } from "../../ids.ts";
import type { PersonKeys } from "../../secrets/index.ts";
import type { AuditEntry } from "./entry.ts";
import { partEntry } from "./personal.ts";
import {
  AUDIT_ID,
  AUDIT_SORT,
  type AuditFilter,
  type AuditRow,
  countEntries,
  findEntry,
  insertEntry,
  listEntries,
  type StoredEntry,
} from "./queries.ts";
import { type Opened, openRows, sealParts } from "./seals.ts";

export interface Audit {
  /**
   * Adds an entry to the causing transaction, which must be the organization's own, and answers its id. It gets its place in the chain
   * at COMMIT.
   */
  record(tx: Tx, entry: AuditEntry): Promise<string>;
  /** Says in another organization's log, with `more` in its details, what an entry says. However often it is called, it says it once. */
  repeat(from: { organizationId: string; entryId: string }, organizationId: string, more: AuditEntry["details"]): Promise<void>;
  /** Newest first. */
  list(organizationId: string, page: Keyset, filter?: AuditFilter): ReturnType<typeof readPage>;
  /** All that match, newest first, read piece by piece while they are taken. */
  all(organizationId: string, filter: AuditFilter): AsyncGenerator<ShownEntry>;
  /** Makes what any entry says of this person unreadable for good; the chain stays whole. */
  erasePerson(tx: Tx, personId: string): Promise<void>;
}

export interface ShownEntry {
  readonly id: string;
  /** In the organization's chain, from 1 without gaps. */
  readonly number: number;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  /** The API token by which the actor did it. */
  readonly token: { readonly id: string; readonly name: string | null } | null;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly address: string | null;
  /** A person in it was erased, and what it said of them with them. */
  readonly erased: boolean;
}

const EXPORT_BATCH = 500;

/** Builds the module. */
export function createAudit({ database, people }: { database: Database; people: PersonKeys }): Audit {
  async function write(tx: Tx, id: string, entry: AuditEntry): Promise<void> {
    const parted = partEntry(entry);
    const sealed = await sealParts(tx, people, { organizationId: entry.organizationId, id }, parted.personal);
    await insertEntry(tx, id, entry, parted, sealed);
  }

  return {
    async record(tx, entry) {
      const id = newId();
      await write(tx, id, entry);
      return id;
    },
    async repeat({ organizationId: from, entryId }, organizationId, more) {
      const said = await database.withTenant(from, async (tx) => {
        const row = await findEntry(tx, entryId);
        return row && { ...row, ...(await openRows(tx, people, from, [row]))[0] };
      });
      if (said === undefined) throw new Error("an entry that never was cannot be repeated");
      const id = repeatedId(entryId, organizationId);
      await database.withTenant(organizationId, async (tx) => {
        if ((await findEntry(tx, id)) === undefined)
          await write(tx, id, { ...entryOf(said), organizationId, details: { ...said.details, ...more } });
      });
    },
    list: (organizationId, page, filter = {}) => readPage(database, people, organizationId, page, filter),
    async *all(organizationId, filter) {
      let cursor: string | undefined;
      do {
        const page = keyset(AUDIT_SORT, { limit: EXPORT_BATCH, cursor, sort: "-at" }, AUDIT_ID);
        const { items, nextCursor } = await readRows(database, people, organizationId, page, filter, async () => 0);
        yield* items;
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
    },
    erasePerson: (tx, personId) => people.erase(tx, personId),
  };
}

function entryOf({ actorKind, actorId, action, subjectKind, subjectId, address }: StoredEntry): Omit<AuditEntry, "organizationId"> {
  const actor = { kind: actorKind as AuditEntry["actor"]["kind"], id: actorId ?? undefined };
  const subject = subjectKind === null || subjectId === null ? undefined : { kind: subjectKind, id: subjectId };
  return { actor, action, subject, address: address ?? undefined };
}

const readPage = (database: Database, people: PersonKeys, organizationId: string, page: Keyset, filter: AuditFilter) =>
  readRows(database, people, organizationId, page, filter, (tx) => countEntries(tx, filter));

function readRows(
  database: Database,
  people: PersonKeys,
  organizationId: string,
  page: Keyset,
  filter: AuditFilter,
  count: (tx: Tx) => Promise<number>,
) {
  return database.withTenant(organizationId, async (tx) => {
    const rows = await listEntries(tx, page, filter);
    const opened = await openRows(tx, people, organizationId, rows);
    const shown = new Map(rows.map((row, index) => [row.id, present(row, opened[index])]));
    return toPage(page, rows, await count(tx), ({ id }) => shown.get(id) as ShownEntry);
  });
}

function present(row: AuditRow, opened: Opened | undefined): ShownEntry {
  const { id, at, number, action, subjectKind, subjectId } = row;
  const actor = { kind: row.actorKind, id: row.actorId, name: row.actorName };
  const token = row.tokenId === null ? null : { id: row.tokenId, name: row.tokenName };
  const { details = row.details, address = row.address, erased = false } = opened ?? {};
  return { id, number: Number(number), at: at.toISOString(), actor, token, action, subjectKind, subjectId, details, address, erased };
}
