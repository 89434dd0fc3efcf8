// What happened to a ticket: one row for each field that is another now, in words, and one for what happened as a whole.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { newId } from "../../ids.ts";
import type { Ticket, TicketChange } from "./schemas.ts";

export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}
type Words = Readonly<Record<string, string | null>>;

/** Longest text of one side of a row; the audit log holds the whole. */
const MOST_TEXT = 2000;
const cut = (text: string | null): string | null => text?.slice(0, MOST_TEXT) ?? null;

/** The fields of `after` that are not as before; a field that was not there was nothing. */
export const differences = (before: Words, after: Words): Difference[] =>
  Object.entries(after)
    .map(([field, value]) => ({ field, before: before[field] ?? null, after: value }))
    .filter((one) => one.before !== one.after);

const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(", "));
const names = (all: readonly { readonly name: string }[]): string | null => joined(all.map(({ name }) => name));

/** A ticket's fields as its history tells them. */
export const inWords = (ticket: Ticket): Words => ({
  title: ticket.title,
  description: ticket.description === "" ? null : ticket.description,
  client: ticket.client.name,
  requester: ticket.requester?.name ?? null,
  desk: ticket.desk.name,
  stage: ticket.stage.name,
  status: ticket.status.name,
  priority: ticket.priority.name,
  responsible: ticket.responsible?.name ?? null,
  parent: ticket.parent === null ? null : `#${ticket.parent.number}`,
  tags: joined(ticket.tags),
  resources: names(ticket.resources),
  followers: names(ticket.followers),
});

interface Happening {
  readonly organizationId: string;
  readonly ticketId: string;
  readonly at: Date;
  /** null: a program of the server. */
  readonly actorId: string | null;
  readonly action: TicketChange["action"];
  readonly differences: readonly Difference[];
}

/** Writes it in the transaction of the change. A change of nothing leaves nothing. */
export async function leaveHistory(tx: Tx, { action, differences: changed, ...common }: Happening): Promise<void> {
  const whole = action === "changed" ? [] : [{ ...common, id: newId(), action }];
  const fields = changed.map(({ field, before, after }) => ({
    ...{ ...common, id: newId(), action: "changed", field },
    ...{ before: cut(before), after: cut(after) },
  }));
  await tx.ticketHistory.createMany({ data: [...whole, ...fields] });
}

interface StoredChange {
  readonly id: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: TicketChange["action"];
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly cursorValue: string;
}
const sorts = { at: { expression: Prisma.sql`h.at`, type: "timestamptz" } } as const;

/** Newest first, of a ticket that the caller was found to reach. */
export async function findHistory(tx: Tx, ticketId: string, query: { limit?: number; cursor?: string }) {
  const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`h.id`);
  const rows = await tx.$queryRaw<
    StoredChange[]
  >`select h.id, h.at, h.actor_id as "actorId", u.name as "actorName", h.action, h.field, h.before,
      h.after, ${page.cursorValue} as "cursorValue" from ticket_history h left join users u on u.id = h.actor_id
    where ${ofTenant("h")} and h.ticket_id = ${ticketId}::uuid and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const total = await tx.ticketHistory.count({ where: { ticketId } });
  return toPage(
    page,
    rows,
    total,
    ({ cursorValue: _, actorId, actorName, at, ...row }): TicketChange => ({
      ...row,
      at: at.toISOString(),
      actor: actorId === null ? null : { id: actorId, name: actorName ?? "" },
    }),
  );
}
