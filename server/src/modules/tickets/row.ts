// One ticket as lists show it: which columns that takes, and how they become the answer.
import { Prisma } from "../../generated/prisma/client.ts";
import type { PlaceColumns } from "../../http/reach.ts";
import type { Origin, TicketRow } from "./schemas.ts";

export interface StoredRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly requesterId: string | null;
  readonly requesterName: string | null;
  readonly deskId: string;
  readonly deskName: string;
  readonly stageId: string;
  readonly stageName: string;
  readonly statusId: string;
  readonly statusName: string;
  readonly isClosed: boolean;
  readonly isNormalised: boolean;
  readonly priorityId: string;
  readonly priorityName: string;
  readonly priorityOrder: number;
  readonly responsibleId: string | null;
  readonly responsibleName: string | null;
  readonly origin: Origin;
  readonly tags: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly closedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly version: number;
}

/** A ticket lies within where its client does. */
export const TICKET_PLACE: PlaceColumns = { row: "t", client: Prisma.sql`t.client_id` };

export const rowColumns = Prisma.sql`t.id, t.number, t.title, t.client_id as "clientId", c.name as "clientName",
  t.requester_id as "requesterId", q.name as "requesterName", t.desk_id as "deskId", d.name as "deskName",
  t.stage_id as "stageId", s.name as "stageName", t.status_id as "statusId", x.name as "statusName", x.is_closed as "isClosed",
  x.is_normalised as "isNormalised", t.priority_id as "priorityId", p.name as "priorityName", p.position as "priorityOrder",
  t.responsible_id as "responsibleId", u.name as "responsibleName", t.origin, t.tags, t.created_at as "createdAt",
  t.updated_at as "updatedAt", t.closed_at as "closedAt", t.cancelled_at as "cancelledAt", t.version`;

/** Joins clients, desks and people, whose names every line shows and sorts by. */
export const rowSource = Prisma.sql`tickets t
  join clients c on c.organization_id = t.organization_id and c.id = t.client_id
  join desks d on d.organization_id = t.organization_id and d.id = t.desk_id
  join stages s on s.organization_id = t.organization_id and s.id = t.stage_id
  join ticket_statuses x on x.organization_id = t.organization_id and x.id = t.status_id
  join priorities p on p.organization_id = t.organization_id and p.id = t.priority_id
  left join contacts q on q.organization_id = t.organization_id and q.id = t.requester_id
  left join users u on u.id = t.responsible_id`;

const named = (id: string | null, name: string | null) => (id === null || name === null ? null : { id, name });

/** A stored row as the API answers it. */
export const toRow = (row: StoredRow): TicketRow => ({
  id: row.id,
  number: row.number,
  title: row.title,
  client: { id: row.clientId, name: row.clientName },
  requester: named(row.requesterId, row.requesterName),
  desk: { id: row.deskId, name: row.deskName },
  stage: { id: row.stageId, name: row.stageName },
  status: { id: row.statusId, name: row.statusName, closed: row.isClosed, normalised: row.isNormalised },
  priority: { id: row.priorityId, name: row.priorityName, order: row.priorityOrder },
  responsible: named(row.responsibleId, row.responsibleName),
  origin: row.origin,
  tags: [...row.tags],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
  version: row.version,
});
