// The only writer of audit_entries.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset } from "../../http/pagination.ts";
import { containing } from "../../http/text-search.ts";
import type { AuditEntry } from "./entry.ts";
import type { PartedEntry } from "./personal.ts";
import type { Sealed } from "./seals.ts";

export interface AuditRow {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  tokenId: string | null;
  tokenName: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  details: Readonly<Record<string, unknown>>;
  address: string | null;
  personal: Sealed;
  number: bigint;
  cursorValue: string;
}

/** Which entries are wanted; a field left out wants all. */
export interface AuditFilter {
  readonly actorId?: string | undefined;
  /** What was done with this API token. */
  readonly tokenId?: string | undefined;
  /** The whole name, or its beginning with a dot at the end: "client." */
  readonly action?: string | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** From this instant on. */
  readonly from?: string | undefined;
  /** Before this instant. */
  readonly to?: string | undefined;
  /** Text within the action, the details in the clear, or the name or address that the actor or the person concerned has now. */
  readonly q?: string | undefined;
}

export async function insertEntry(tx: Tx, id: string, entry: AuditEntry, parted: PartedEntry, personal: Sealed): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id,
      organizationId: entry.organizationId,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id ?? null,
      tokenId: entry.actor.tokenId ?? null,
      action: entry.action,
      subjectKind: entry.subject?.kind ?? null,
      subjectId: entry.subject?.id ?? null,
      details: parted.details as Prisma.InputJsonObject,
      address: parted.address,
      personal,
    },
  });
}

/** One entry as it is stored, what it says of persons sealed. */
export type StoredEntry = Pick<
  AuditRow,
  "id" | "actorKind" | "actorId" | "action" | "subjectKind" | "subjectId" | "details" | "address" | "personal"
>;

export async function findEntry(tx: Tx, id: string): Promise<StoredEntry | undefined> {
  const rows = await tx.$queryRaw<StoredEntry[]>`
    select a.id, a.actor_kind as "actorKind", a.actor_id as "actorId", a.action, a.subject_kind as "subjectKind",
      a.subject_id as "subjectId", a.details, a.address, a.personal
    from audit_entries a where ${ofTenant("a")} and a.id = ${id}::uuid`;
  return rows[0];
}

/** Joins users for the actor's name: the log keeps ids alone, because names change. */
export function listEntries(tx: Tx, page: Keyset, filter: AuditFilter): Promise<AuditRow[]> {
  return tx.$queryRaw`
    select a.id, a.at, a.actor_kind as "actorKind", a.actor_id as "actorId", u.name as "actorName", a.token_id as "tokenId", t.name as "tokenName", a.action,
      a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.details, a.address, a.personal,
      coalesce(c.number, 0) as number, ${page.cursorValue} as "cursorValue"
    from audit_entries a left join users u on a.actor_kind = 'user' and u.id = a.actor_id
      left join api_tokens t on t.organization_id = a.organization_id and t.id = a.token_id
      left join audit_chain c on c.organization_id = a.organization_id and c.entry_id = a.id
    where ${ofTenant("a")} and ${page.after} and ${matching(filter)} order by ${page.orderBy} limit ${page.take}`;
}

export async function countEntries(tx: Tx, filter: AuditFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: bigint }[]>`
    select count(*) as total from audit_entries a left join users u on a.actor_kind = 'user' and u.id = a.actor_id
    where ${ofTenant("a")} and ${matching(filter)}`;
  return Number(row?.total ?? 0);
}

function matching({ actorId, tokenId, action, subjectKind, subjectId, from, to, q }: AuditFilter): Prisma.Sql {
  const parts: Prisma.Sql[] = [Prisma.sql`true`];
  if (actorId !== undefined) parts.push(Prisma.sql`a.actor_id = ${actorId}::uuid`);
  if (tokenId !== undefined) parts.push(Prisma.sql`a.token_id = ${tokenId}::uuid`);
  if (action !== undefined)
    parts.push(action.endsWith(".") ? Prisma.sql`starts_with(a.action, ${action})` : Prisma.sql`a.action = ${action}`);
  if (subjectKind !== undefined) parts.push(Prisma.sql`a.subject_kind = ${subjectKind}`);
  if (subjectId !== undefined) parts.push(Prisma.sql`a.subject_id = ${subjectId}::uuid`);
  if (from !== undefined) parts.push(Prisma.sql`a.at >= ${new Date(from)}`);
  if (to !== undefined) parts.push(Prisma.sql`a.at < ${new Date(to)}`);
  if (q !== undefined && q.trim() !== "") {
    const text = containing(q);
    const isNamed = Prisma.sql`select from users p where p.id in (a.actor_id, case when a.subject_kind = 'user' then a.subject_id end)
      and (p.name ilike ${text} or p.email ilike ${text})`;
    parts.push(Prisma.sql`(a.action ilike ${text} or a.details::text ilike ${text} or exists (${isNamed}))`);
  }
  return Prisma.join(parts, " and ");
}

/** The one order of the log. */
export const AUDIT_SORT = { at: { expression: Prisma.sql`a.at`, type: "timestamptz" } } as const;
export const AUDIT_ID = Prisma.sql`a.id`;
