// What is said in a ticket. It is never changed; an answer goes to whoever asked.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { newId } from "../../ids.ts";
import { type Doer, type Needs, tellAudit } from "./needs.ts";
import type { Ticket, TicketMessage } from "./schemas.ts";

interface StoredMessage {
  readonly id: string;
  readonly kind: TicketMessage["kind"];
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly text: string;
  readonly createdAt: Date;
  readonly cursorValue: string;
}

const present = ({ id, kind, authorId, authorName, text, createdAt }: StoredMessage): TicketMessage => ({
  ...{ id, kind, text },
  author: authorId === null ? null : { id: authorId, name: authorName ?? "" },
  createdAt: createdAt.toISOString(),
});
const sorts = { at: { expression: Prisma.sql`m.created_at`, type: "timestamptz" } } as const;
const columns = Prisma.sql`m.id, m.kind, m.author_id as "authorId", u.name as "authorName", m.text, m.created_at as "createdAt"`;
const source = Prisma.sql`ticket_messages m left join users u on u.id = m.author_id`;

/** Newest first, of a ticket that the caller was found to reach. */
export async function findMessages(tx: Tx, ticketId: string, query: { limit?: number; cursor?: string }) {
  const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`m.id`);
  const rows = await tx.$queryRaw<StoredMessage[]>`select ${columns}, ${page.cursorValue} as "cursorValue" from ${source}
    where ${ofTenant("m")} and m.ticket_id = ${ticketId}::uuid and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  return toPage(page, rows, await tx.ticketMessage.count({ where: { ticketId } }), present);
}

/** Adds it inside the caller's transaction, to a ticket that was found. Its version stays: nobody's change is lost by what others say. */
export async function addMessage(
  needs: Needs,
  tx: Tx,
  { doer, ticket }: { doer: Doer; ticket: Ticket },
  { kind, text }: Pick<TicketMessage, "kind" | "text">,
): Promise<TicketMessage> {
  const { organizationId, userId } = doer;
  const at = new Date(needs.clock.now());
  const id = newId();
  await tx.ticketMessage.create({ data: { id, organizationId, ticketId: ticket.id, kind, authorId: userId, text, createdAt: at } });
  await tx.ticket.updateMany({ where: { id: ticket.id }, data: { updatedAt: at } });
  const action = kind === "answer" ? "ticket.answered" : "ticket.noted";
  await tellAudit(needs, tx, doer, action, { id: ticket.id, details: { messageId: id, number: ticket.number } });
  const subject = { ticketId: ticket.id, clientId: ticket.client.id };
  if (kind === "answer") await needs.marks.publish(tx, organizationId, "ticket.answered", { ...subject, messageId: id });
  else await needs.marks.publish(tx, organizationId, "ticket.updated", subject);
  const [row] = await tx.$queryRaw<
    StoredMessage[]
  >`select ${columns}, '' as "cursorValue" from ${source} where ${ofTenant("m")} and m.id = ${id}::uuid`;
  if (row === undefined) throw new Error("a message that was just written is not there");
  if (kind === "answer" && ticket.requester?.email != null)
    await needs.news.answered(tx, {
      ...{ organizationId, id: ticket.id, number: ticket.number, title: ticket.title },
      ...{ address: ticket.requester.email, author: row.authorName ?? "", text },
    });
  return present(row);
}
