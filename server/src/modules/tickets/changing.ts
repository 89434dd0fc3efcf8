// Changing a ticket that is open: each difference in its history, the whole in the audit log.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { difference } from "../audit/index.ts";
import { mustBeContact } from "./contacts.ts";
import { holdTicket, readTicket } from "./detail.ts";
import { differences, inWords, leaveHistory } from "./history.ts";
import { type DeskPlace, mustBeMembers, mustBeParent, mustBeResources, placeOnDesk } from "./links.ts";
import { type Doer, type Needs, tellAudit } from "./needs.ts";
import { tidyTags } from "./opening.ts";
import { updateTicket } from "./queries.ts";
import type { Ticket, UpdateTicket } from "./schemas.ts";

const deskPlaceOf = (ticket: Ticket): DeskPlace => ({
  deskId: ticket.desk.id,
  stageId: ticket.stage.id,
  statusId: ticket.status.id,
  priorityId: ticket.priority.id,
});

/** What the audit log tells of a ticket, by the names that a change has its fields by; whoever asks is named by id alone. */
const inFields = (ticket: Ticket): object => ({
  ...{ title: ticket.title, description: ticket.description, tags: ticket.tags, ...deskPlaceOf(ticket) },
  responsibleId: ticket.responsible?.id ?? null,
  requesterId: ticket.requester?.id ?? null,
  parentId: ticket.parent?.id ?? null,
  resourceIds: ticket.resources.map(({ id }) => id),
  followerIds: ticket.followers.map(({ id }) => id),
  closedAt: ticket.closedAt,
  cancelledAt: ticket.cancelledAt,
});

/** Tells history, log and outbox what is another now; answers the ticket. Inside the transaction of the change. */
export async function tellChange(
  needs: Needs,
  tx: Tx,
  doer: Doer,
  before: Ticket,
  told: { action: "changed" | "closed" | "reopened" | "cancelled"; event: "ticket.updated" | "ticket.closed" },
): Promise<Ticket> {
  const { organizationId, userId } = doer;
  const after = await readTicket(needs, tx, doer.reach, before.id);
  const at = new Date(needs.clock.now());
  const changed = differences(inWords(before), inWords(after));
  await leaveHistory(tx, { organizationId, ticketId: before.id, at, actorId: userId, action: told.action, differences: changed });
  await tellAudit(needs, tx, doer, `ticket.${told.action}`, { id: before.id, details: difference(inFields(before), inFields(after)) });
  await needs.marks.publish(tx, organizationId, told.event, { ticketId: before.id, clientId: before.client.id });
  const responsible = after.responsible?.id;
  if (responsible !== undefined && responsible !== before.responsible?.id && responsible !== userId)
    await needs.news.assigned(tx, { organizationId, id: after.id, number: after.number, title: after.title, responsibleId: responsible });
  return after;
}

/** Throws CONFLICT for a ticket that is closed. */
export function mustBeOpen(ticket: Ticket): void {
  if (ticket.closedAt !== null) throw new AppError("CONFLICT", "the ticket is closed", { details: { reason: "closed" } });
}

async function replaceLinks(tx: Tx, { organizationId }: Doer, ticketId: string, { resourceIds, followerIds }: UpdateTicket): Promise<void> {
  if (resourceIds !== undefined) {
    await tx.ticketResource.deleteMany({ where: { ticketId } });
    await tx.ticketResource.createMany({ data: resourceIds.map((resourceId) => ({ organizationId, ticketId, resourceId })) });
  }
  if (followerIds !== undefined) {
    await tx.ticketFollower.deleteMany({ where: { ticketId } });
    await tx.ticketFollower.createMany({ data: followerIds.map((userId) => ({ organizationId, ticketId, userId })) });
  }
}

/**
 * Changes it inside the caller's transaction. Throws NOT_FOUND for it and for what it shall point at; VERSION_MISMATCH when a version is
 * given that is not its own; CONFLICT when it is closed.
 */
export async function changeTicket(needs: Needs, tx: Tx, doer: Doer, id: string, change: UpdateTicket, version?: number): Promise<Ticket> {
  const before = await holdTicket(needs, tx, doer, id, version);
  mustBeOpen(before);
  const { title, tags, description, responsibleId, requesterId, parentId } = change;
  const now = deskPlaceOf(before);
  const place = placeOnDesk(await needs.desks.all(tx), now, change);
  // Those who are there already stay, even if they cannot sign in any more.
  const known = new Set([before.responsible?.id, ...before.followers.map((follower) => follower.id)]);
  const people = [...(change.followerIds ?? []), ...(typeof responsibleId === "string" ? [responsibleId] : [])];
  await mustBeMembers(
    tx,
    people.filter((one) => !known.has(one)),
  );
  const linked = new Set(before.resources.map((resource) => resource.id));
  const added = (change.resourceIds ?? []).filter((one) => !linked.has(one));
  await mustBeResources(tx, doer.reach, before.client.id, added);
  if (typeof requesterId === "string" && requesterId !== before.requester?.id) await mustBeContact(tx, before.client.id, requesterId);
  if (typeof parentId === "string") await mustBeParent(tx, doer, parentId, id);
  await updateTicket(
    tx,
    id,
    {
      ...place,
      ...(title !== undefined && { title: title.trim() }),
      ...(description !== undefined && { description }),
      ...(tags !== undefined && { tags: tidyTags(tags) }),
      ...(responsibleId !== undefined && { responsibleId }),
      ...(requesterId !== undefined && { requesterId }),
      ...(parentId !== undefined && { parentId }),
    },
    new Date(needs.clock.now()),
  );
  await replaceLinks(tx, doer, id, change);
  return tellChange(needs, tx, doer, before, { action: "changed", event: "ticket.updated" });
}
