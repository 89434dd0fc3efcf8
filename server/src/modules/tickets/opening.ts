// Opening a ticket: the one way in for people and for programs. Number, links, history, mark and event are one transaction.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { reaches } from "../../http/reach.ts";
import { newId } from "../../ids.ts";
import { contactFor, mustBeContact } from "./contacts.ts";
import { leaveHistory } from "./history.ts";
import { type AskedPlace, mustBeMembers, mustBeParent, mustBeResources, placeOnDesk } from "./links.ts";
import { type Doer, type Needs, tellAudit } from "./needs.ts";
import { holdNumbers, nextNumber } from "./queries.ts";
import type { NewContact, Origin } from "./schemas.ts";

export interface TicketToOpen extends Pick<AskedPlace, "deskId" | "stageId" | "priorityId"> {
  readonly origin: Origin;
  readonly clientId: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly responsibleId?: string | null | undefined;
  readonly requesterId?: string | null | undefined;
  /** Instead of requesterId. */
  readonly requester?: NewContact | undefined;
  readonly parentId?: string | null | undefined;
  readonly resourceIds?: readonly string[] | undefined;
  readonly followerIds?: readonly string[] | undefined;
}

export interface OpenedTicket {
  readonly id: string;
  readonly number: number;
  /** Whether it was opened now: false when the key had a ticket already. */
  readonly isNew: boolean;
}

/** Tags as they are kept: without space around, each once whatever its case. */
export function tidyTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags.map((one) => one.trim())) if (tag !== "" && !kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag);
  return [...kept.values()];
}

async function requesterOf(tx: Tx, doer: Doer, ticket: TicketToOpen, at: Date): Promise<string | null> {
  const { clientId, requester, requesterId = null } = ticket;
  if (requester !== undefined) return contactFor(tx, { ...doer, clientId, at }, requester);
  if (requesterId !== null) await mustBeContact(tx, clientId, requesterId);
  return requesterId;
}

async function ofKey(tx: Tx, key: string | null): Promise<OpenedTicket | undefined> {
  const found = key === null ? null : await tx.ticket.findFirst({ where: { key }, select: { id: true, number: true } });
  return found === null ? undefined : { ...found, isNew: false };
}

/** Opens one inside the caller's transaction. Throws NOT_FOUND for what is not there or out of reach; INVALID_INPUT. */
export async function openTicket(needs: Needs, tx: Tx, doer: Doer, ticket: TicketToOpen, key: string | null): Promise<OpenedTicket> {
  const { organizationId, userId } = doer;
  const { clientId, responsibleId = null, parentId = null, resourceIds = [], followerIds = [], origin } = ticket;
  const client = await tx.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { id: true } });
  if (client === null || !reaches(doer.reach, { kind: "client", id: clientId })) throw new AppError("NOT_FOUND", "no such client");
  const known = await ofKey(tx, key);
  if (known !== undefined) return known;
  const place = placeOnDesk(await needs.desks.all(tx), undefined, ticket);
  await mustBeMembers(tx, [...followerIds, ...(responsibleId === null ? [] : [responsibleId])]);
  await mustBeResources(tx, doer.reach, clientId, resourceIds);
  if (parentId !== null) await mustBeParent(tx, doer, parentId);

  // From here on others wait for the number: whoever opened the same at once is found, and two do not make one contact twice.
  await holdNumbers(tx, organizationId);
  const same = await ofKey(tx, key);
  if (same !== undefined) return same;
  const at = new Date(needs.clock.now());
  const requesterId = await requesterOf(tx, doer, ticket, at);
  const [id, number, title] = [newId(), await nextNumber(tx, organizationId), ticket.title.trim()];
  await tx.ticket.create({
    data: {
      ...{ id, organizationId, number, clientId, ...place, origin, key, title, requesterId, responsibleId, parentId },
      ...{ description: ticket.description ?? "", tags: tidyTags(ticket.tags ?? []) },
      ...{ createdAt: at, updatedAt: at, createdBy: userId },
    },
  });
  await tx.ticketResource.createMany({ data: resourceIds.map((resourceId) => ({ organizationId, ticketId: id, resourceId })) });
  await tx.ticketFollower.createMany({ data: followerIds.map((follower) => ({ organizationId, ticketId: id, userId: follower })) });
  await leaveHistory(tx, { organizationId, ticketId: id, at, actorId: userId, action: "opened", differences: [] });
  await tellAudit(needs, tx, doer, "ticket.created", { id, details: { number, clientId, title, origin } });
  await needs.marks.publish(tx, organizationId, "ticket.opened", { ticketId: id, clientId });
  if (responsibleId !== null && responsibleId !== userId)
    await needs.news.assigned(tx, { organizationId, id, number, title, responsibleId });
  return { id, number, isNew: true };
}
