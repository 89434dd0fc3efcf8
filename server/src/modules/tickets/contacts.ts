// Contacts: the people of clients who ask. Only what tickets need of them: finding one, and making one by the way.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { type PlaceColumns, within } from "../../http/reach.ts";
import { containing } from "../../http/text-search.ts";
import { newId } from "../../ids.ts";
import type { Contact, ContactQuery, NewContact } from "./schemas.ts";

const PLACE: PlaceColumns = { row: "q", client: Prisma.sql`q.client_id` };
const sorts = { name: { expression: Prisma.sql`lower(q.name)`, type: "text" } } as const;

interface StoredContact {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly name: string;
  readonly email: string | null;
  readonly phones: readonly string[];
}
const columns = Prisma.sql`q.id, q.client_id as "clientId", c.name as "clientName", q.name, q.email, q.phones`;
const source = Prisma.sql`contacts q join clients c on c.organization_id = q.organization_id and c.id = q.client_id`;
const present = ({ id, clientId, clientName, name, email, phones }: StoredContact): Contact => ({
  ...{ id, name, email },
  client: { id: clientId, name: clientName },
  phones: [...phones],
});

/** One page by name. Inside withTenant. */
export async function listContacts(tx: Tx, { reach }: Viewer, { clientId, q, ...query }: ContactQuery) {
  const page = keyset(sorts, { ...query, sort: "name" }, Prisma.sql`q.id`);
  const all = [Prisma.sql`q.deleted_at is null`, within(reach, PLACE)];
  if (clientId !== undefined) all.push(Prisma.sql`q.client_id = ${clientId}::uuid`);
  if (q !== undefined && q.trim() !== "") all.push(Prisma.sql`(q.name ilike ${containing(q)} or q.email ilike ${containing(q)})`);
  const where = Prisma.join(all, " and ");
  const rows = await tx.$queryRaw<(StoredContact & { cursorValue: string })[]>`select ${columns}, ${page.cursorValue} as "cursorValue"
    from ${source} where ${where} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${source} where ${where}`;
  return toPage(page, rows, count?.total ?? 0, present);
}

/** A ticket's requester, deleted or not: what was asked was asked. */
export async function findContact(tx: Tx, id: string): Promise<Contact | null> {
  const [row] = await tx.$queryRaw<StoredContact[]>`select ${columns} from ${source} where q.id = ${id}::uuid and ${within("all", PLACE)}`;
  return row === undefined ? null : present(row);
}

/** Throws NOT_FOUND for a contact that is not there or not of this client. */
export async function mustBeContact(tx: Tx, clientId: string, id: string): Promise<void> {
  const found = await tx.contact.count({ where: { id, clientId, deletedAt: null } });
  if (found === 0) throw new AppError("NOT_FOUND", "no such contact of this client");
}

/** The client's contact with this address, or a new one; answers its id. Whoever opens a ticket holds the organization's numbers, so that
 * two at once do not make two. */
export async function contactFor(
  tx: Tx,
  { organizationId, userId, clientId, at }: { organizationId: string; userId: string | null; clientId: string; at: Date },
  { name, email, phones = [] }: NewContact,
): Promise<string> {
  const [known] =
    email === undefined
      ? []
      : await tx.$queryRaw<{ id: string }[]>`select q.id from contacts q
          where ${ofTenant("q")} and q.client_id = ${clientId}::uuid and q.deleted_at is null and lower(q.email) = lower(${email})`;
  if (known !== undefined) return known.id;
  const id = newId();
  const person = { name: name.trim(), email: email ?? null, phones };
  await tx.contact.create({ data: { id, organizationId, clientId, ...person, createdBy: userId, createdAt: at, updatedAt: at } });
  return id;
}
