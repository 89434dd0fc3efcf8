// The only writer of audit_entries.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset } from "../../http/pagination.ts";
import type { AuditEntry } from "./entry.ts";

export interface AuditRow {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  details: Prisma.JsonObject;
  address: string | null;
  cursorValue: string;
}

export async function insertEntry(tx: Tx, id: string, entry: AuditEntry): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id,
      organizationId: entry.organizationId,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id ?? null,
      action: entry.action,
      subjectKind: entry.subject?.kind ?? null,
      subjectId: entry.subject?.id ?? null,
      details: (entry.details ?? {}) as Prisma.InputJsonObject,
      address: entry.address ?? null,
    },
  });
}

/** Joins users for the actor's name: the log keeps ids alone, because names change. */
export function listEntries(tx: Tx, page: Keyset): Promise<AuditRow[]> {
  return tx.$queryRaw`
    select a.id, a.at, a.actor_kind as "actorKind", a.actor_id as "actorId", u.name as "actorName", a.action,
      a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.details, a.address, ${page.cursorValue} as "cursorValue"
    from audit_entries a left join users u on a.actor_kind = 'user' and u.id = a.actor_id
    where ${page.after} order by ${page.orderBy} limit ${page.take}`;
}

export const countEntries = (tx: Tx): Promise<number> => tx.auditEntry.count();

/** The one order of the log. */
export const AUDIT_SORT = { at: { expression: Prisma.sql`a.at`, type: "timestamptz" } } as const;
export const AUDIT_ID = Prisma.sql`a.id`;
