// One ticket with everything its page shows.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Reach } from "../../http/reach.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { findContact } from "./contacts.ts";
import type { Doer, Needs } from "./needs.ts";
import { findRow, lockTicket } from "./queries.ts";
import { toRow } from "./row.ts";
import type { Ticket, TicketReference } from "./schemas.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}
interface StoredReference extends Omit<TicketReference, "closedAt"> {
  readonly closedAt: Date | null;
}

export const noTicket = (): AppError => new AppError("NOT_FOUND", "no such ticket");

/** Names of resources, deleted ones too: the ticket was about them. */
const resourcesOf = (tx: Tx, id: string): Promise<Named[]> => tx.$queryRaw`select r.id, r.name from ticket_resources h
  join resources r on r.organization_id = h.organization_id and r.id = h.resource_id
  where ${ofTenant("h")} and h.ticket_id = ${id}::uuid order by lower(r.name), r.id`;

const followersOf = (tx: Tx, id: string): Promise<Named[]> => tx.$queryRaw`select u.id, u.name from ticket_followers h
  join users u on u.id = h.user_id where ${ofTenant("h")} and h.ticket_id = ${id}::uuid order by lower(u.name), u.id`;

const references = async (tx: Tx, which: Prisma.Sql): Promise<TicketReference[]> => {
  const rows = await tx.$queryRaw<StoredReference[]>`select t.id, t.number, t.title, t.closed_at as "closedAt" from tickets t
    where ${ofTenant("t")} and ${which} order by t.number`;
  return rows.map((row) => ({ ...row, closedAt: row.closedAt?.toISOString() ?? null }));
};

/** Whether a person opened it, changed it or wrote in it. What programs did leaves no person's name. */
async function isTouched(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ touched: boolean }[]>`select t.created_by is not null
      or exists (select from ticket_history h where h.organization_id = t.organization_id and h.ticket_id = t.id and h.actor_id is not null)
      or exists (select from ticket_messages m where m.organization_id = t.organization_id and m.ticket_id = t.id and m.author_id is not null)
      as touched from tickets t where ${ofTenant("t")} and t.id = ${id}::uuid`;
  return row?.touched === true;
}

/** The ticket as it is now. Throws NOT_FOUND for one out of reach, like one that never was. */
export async function readTicket({ contracts }: Pick<Needs, "contracts">, tx: Tx, reach: Reach, id: string): Promise<Ticket> {
  const row = await findRow(tx, reach, id);
  if (row === undefined) throw noTicket();
  const resources = await resourcesOf(tx, id);
  const [cover] = await contracts.coverOf(tx, [{ clientId: row.clientId, resourceIds: resources.map((resource) => resource.id) }]);
  const opener =
    row.createdBy === null ? null : await tx.user.findFirst({ where: { id: row.createdBy }, select: { id: true, name: true } });
  const [parent] = await references(
    tx,
    Prisma.sql`t.id = (select own.parent_id from tickets own where ${ofTenant("own")} and own.id = ${id}::uuid)`,
  );
  return {
    ...toRow(row),
    requester: row.requesterId === null ? null : await findContact(tx, row.requesterId),
    description: row.description,
    resources,
    followers: await followersOf(tx, id),
    parent: parent ?? null,
    children: await references(tx, Prisma.sql`t.parent_id = ${id}::uuid`),
    contract: cover ?? null,
    openedBy: opener,
    touchedByHuman: await isTouched(tx, id),
  };
}

/** Holds the ticket for a change, of this version when one is given. Throws NOT_FOUND, VERSION_MISMATCH. */
export async function holdTicket(needs: Pick<Needs, "contracts">, tx: Tx, doer: Doer, id: string, version?: number): Promise<Ticket> {
  const held = await lockTicket(tx, doer.reach, id);
  if (held === undefined) throw noTicket();
  if (version !== undefined && held !== version) throw versionMismatch();
  return readTicket(needs, tx, doer.reach, id);
}
