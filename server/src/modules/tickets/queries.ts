// Lists of tickets, their numbers, and the writes of the tickets table. Every function runs inside withTenant.
import type { Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Keyset, SortKeys } from "../../http/pagination.ts";
import { type Reach, within } from "../../http/reach.ts";
import { containing } from "../../http/text-search.ts";
import { rowColumns, rowSource, type StoredRow, TICKET_PLACE } from "./row.ts";
import type { BoardQuery, TICKET_SORTS, TicketQuery } from "./schemas.ts";

export const TICKET_ID = Prisma.sql`t.id`;
export const TICKET_SORT_KEYS: SortKeys<(typeof TICKET_SORTS)[number]> = {
  number: { expression: Prisma.sql`t.number::double precision`, type: "double precision" },
  title: { expression: Prisma.sql`lower(t.title)`, type: "text" },
  client: { expression: Prisma.sql`lower(c.name)`, type: "text" },
  priority: { expression: Prisma.sql`p.position::double precision`, type: "double precision" },
  responsible: { expression: Prisma.sql`coalesce(lower(u.name), '')`, type: "text" },
  createdAt: { expression: Prisma.sql`t.created_at`, type: "timestamptz" },
  updatedAt: { expression: Prisma.sql`t.updated_at`, type: "timestamptz" },
};

const STATES = {
  open: Prisma.sql`t.closed_at is null`,
  closed: Prisma.sql`t.closed_at is not null`,
  cancelled: Prisma.sql`t.cancelled_at is not null`,
};

/** The tickets that lie within and that the filter names. */
export function matching(reach: Reach, query: TicketQuery | BoardQuery): Prisma.Sql {
  const { q, clientId, deskId, priorityId, responsibleId, resourceId } = query;
  const all = [within(reach, TICKET_PLACE)];
  if (clientId !== undefined) all.push(Prisma.sql`t.client_id = ${clientId}::uuid`);
  if (deskId !== undefined) all.push(Prisma.sql`t.desk_id = ${deskId}::uuid`);
  if (priorityId !== undefined) all.push(Prisma.sql`t.priority_id = ${priorityId}::uuid`);
  if (responsibleId !== undefined) all.push(Prisma.sql`t.responsible_id = ${responsibleId}::uuid`);
  if (resourceId !== undefined)
    all.push(Prisma.sql`exists (select from ticket_resources h
      where h.organization_id = t.organization_id and h.ticket_id = t.id and h.resource_id = ${resourceId}::uuid)`);
  if (q !== undefined && q.trim() !== "")
    all.push(Prisma.sql`(t.title ilike ${containing(q)} or t.description ilike ${containing(q)}
      or t.number::text = ${q.trim().replace(/^#/, "")} or q.name ilike ${containing(q)})`);
  return Prisma.join(all, " and ");
}

function narrowed(reach: Reach, query: TicketQuery): Prisma.Sql {
  const { stageId, statusId, state, assigned, tag } = query;
  const all = [matching(reach, query)];
  if (stageId !== undefined) all.push(Prisma.sql`t.stage_id = ${stageId}::uuid`);
  if (statusId !== undefined) all.push(Prisma.sql`t.status_id = ${statusId}::uuid`);
  if (state !== undefined) all.push(STATES[state]);
  if (assigned !== undefined)
    all.push(assigned === "yes" ? Prisma.sql`t.responsible_id is not null` : Prisma.sql`t.responsible_id is null`);
  if (tag !== undefined) all.push(Prisma.sql`lower(${tag}) = any(select lower(tag) from unnest(t.tags) tag)`);
  return Prisma.join(all, " and ");
}

/** One page, and how many there are of all pages. */
export async function findTickets(
  tx: Tx,
  reach: Reach,
  page: Keyset,
  query: TicketQuery,
): Promise<{ rows: (StoredRow & { cursorValue: string })[]; total: number }> {
  const where = narrowed(reach, query);
  const rows = await tx.$queryRaw<(StoredRow & { cursorValue: string })[]>`select ${rowColumns}, ${page.cursorValue} as "cursorValue"
    from ${rowSource} where ${where} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${rowSource} where ${where}`;
  return { rows, total: count?.total ?? 0 };
}

/** Open tickets of a stage: how many, and the most urgent and oldest of them. */
export async function findOfStage(
  tx: Tx,
  where: Prisma.Sql,
  stageId: string,
  first: number,
): Promise<{ total: number; rows: StoredRow[] }> {
  const open = Prisma.sql`${where} and t.closed_at is null and t.stage_id = ${stageId}::uuid`;
  const rows = await tx.$queryRaw<StoredRow[]>`select ${rowColumns} from ${rowSource} where ${open}
    order by p.position desc, t.created_at, t.id limit ${first}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${rowSource} where ${open}`;
  return { total: count?.total ?? 0, rows };
}

export async function findRow(
  tx: Tx,
  reach: Reach,
  id: string,
): Promise<(StoredRow & { description: string; createdBy: string | null }) | undefined> {
  const rows = await tx.$queryRaw<(StoredRow & { description: string; createdBy: string | null })[]>`
    select ${rowColumns}, t.description, t.created_by as "createdBy" from ${rowSource} where t.id = ${id}::uuid and ${within(reach, TICKET_PLACE)}`;
  return rows[0];
}

/** Which of these tickets lie within. */
export async function findWithin(tx: Tx, reach: Reach, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`select t.id from tickets t where t.id = any(${[...ids]}::uuid[]) and ${within(reach, TICKET_PLACE)}`;
  return new Set(rows.map(({ id }) => id));
}

/** Holds the ticket until the transaction ends; answers its version. */
export async function lockTicket(tx: Tx, reach: Reach, id: string): Promise<number | undefined> {
  const rows = await tx.$queryRaw<{ version: number }[]>`select t.version from tickets t
    where t.id = ${id}::uuid and ${within(reach, TICKET_PLACE)} for update`;
  return rows[0]?.version;
}

/**
 * Holds the organization's next number until commit: whoever opens a ticket meanwhile waits, and a roll-back leaves no gap. Between this
 * and nextNumber nobody else opens one, so that a key that is not there then is not there at all.
 */
export async function holdNumbers(tx: Tx, organizationId: string): Promise<void> {
  await tx.$executeRaw`insert into number_sequences (organization_id, kind, last) values (${organizationId}::uuid, 'ticket', 0)
    on conflict (organization_id, kind) do update set last = number_sequences.last`;
}

/** Takes the number that holdNumbers holds. */
export async function nextNumber(tx: Tx, organizationId: string): Promise<number> {
  const { last } = await tx.numberSequence.update({
    where: { organizationId_kind: { organizationId, kind: "ticket" } },
    data: { last: { increment: 1 } },
    select: { last: true },
  });
  return last;
}

/** Writes a change and counts the version up. */
export async function updateTicket(tx: Tx, id: string, data: Prisma.TicketUncheckedUpdateManyInput, at: Date): Promise<void> {
  await tx.ticket.updateMany({ where: { id }, data: { ...data, updatedAt: at, version: { increment: 1 } } });
}
