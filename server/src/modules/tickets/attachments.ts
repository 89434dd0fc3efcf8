// Files that hang on a ticket.
import type { Readable } from "node:stream";
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import type { Reach } from "../../http/reach.ts";
import { fileName } from "../files/index.ts";
import type { Attachment } from "../resources/index.ts";
import { noTicket } from "./detail.ts";
import { type Needs, personOf, tellAudit } from "./needs.ts";
import { findRow } from "./queries.ts";

/** All of it answers NOT_FOUND for a ticket out of reach, and for a file that does not hang on it. */
export interface TicketAttachments {
  /** Newest first. */
  list(viewer: Viewer, ticketId: string, query: { limit?: number; cursor?: string }): Promise<AttachmentPage>;
  /** Throws INVALID_INPUT { mostBytes } for what is too large, CONFLICT { usedBytes, mostBytes } when the organization has no room. */
  add(caller: Caller, ticketId: string, file: Upload): Promise<Attachment>;
  /** Leaves a mark in the log. Throws GONE when the content was lost. */
  open(caller: Caller, place: Place): Promise<{ file: Attachment; content: Readable }>;
  remove(caller: Caller, place: Place): Promise<void>;
}

interface AttachmentPage {
  items: Attachment[];
  nextCursor: string | null;
  total: number;
}
interface Place {
  readonly id: string;
  readonly fileId: string;
}
interface Upload {
  readonly name: string;
  readonly stream: Readable;
  /** The bytes it says to have; undefined when it does not say. */
  readonly declared: number | undefined;
}
interface Stored {
  readonly id: string;
  readonly name: string;
  readonly hash: Uint8Array;
  readonly size: number;
  readonly mediaType: string;
  readonly createdAt: Date;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly cursorValue: string;
}

const sorts = { at: { expression: Prisma.sql`f.created_at`, type: "timestamptz" } } as const;

const found = (tx: Tx, ticketId: string, cursorValue: Prisma.Sql, rest: Prisma.Sql): Promise<Stored[]> => tx.$queryRaw`
  select f.id, f.name, f.hash, f.size::double precision as size, f.media_type as "mediaType", f.created_at as "createdAt",
    u.id as "authorId", u.name as "authorName", ${cursorValue} as "cursorValue"
  from ticket_attachments h join files f on f.organization_id = h.organization_id and f.id = h.file_id left join users u on u.id = f.created_by
  where ${ofTenant("h")} and h.ticket_id = ${ticketId}::uuid and ${rest}`;

const present = ({ id, name, hash, size, mediaType, createdAt, authorId, authorName }: Stored): Attachment => ({
  ...{ id, name, size, mediaType },
  sha256: Buffer.from(hash).toString("hex"),
  createdAt: createdAt.toISOString(),
  author: authorId === null || authorName === null ? null : { id: authorId, name: authorName },
});

async function mustExist(tx: Tx, reach: Reach, id: string): Promise<{ clientId: string }> {
  const row = await findRow(tx, reach, id);
  if (row === undefined) throw noTicket();
  return row;
}

async function read(tx: Tx, reach: Reach, { id, fileId }: Place): Promise<Stored & { clientId: string }> {
  const { clientId } = await mustExist(tx, reach, id);
  const [row] = await found(tx, id, Prisma.sql`''`, Prisma.sql`f.id = ${fileId}::uuid`);
  if (row === undefined) throw new AppError("NOT_FOUND", "no such attachment");
  return { ...row, clientId };
}

/** Builds the service. */
export function createTicketAttachments(needs: Needs): TicketAttachments {
  const { database, files, clock, marks } = needs;
  const tell = (tx: Tx, caller: Caller, action: string, { id, fileId }: Place, { name, size }: Stored) =>
    tellAudit(needs, tx, personOf(caller), action, { id, details: { fileId, name, size } });

  return {
    list: ({ organizationId, reach }, ticketId, query) =>
      database.withTenant(organizationId, async (tx) => {
        await mustExist(tx, reach, ticketId);
        const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`f.id`);
        const rest = Prisma.sql`${page.after} order by ${page.orderBy} limit ${page.take}`;
        const rows = await found(tx, ticketId, page.cursorValue, rest);
        return toPage(page, rows, await tx.ticketAttachment.count({ where: { ticketId } }), present);
      }),

    async add(caller, ticketId, { name, ...content }) {
      const { organizationId, userId, reach } = caller;
      // Before anything is read, and again when it is there: it may take a while.
      await database.withTenant(organizationId, (tx) => mustExist(tx, reach, ticketId));
      return files.take(organizationId, content, async (tx, add) => {
        const { clientId } = await mustExist(tx, reach, ticketId);
        const fileId = await add({ name: fileName(name), createdBy: userId, createdAt: new Date(clock.now()) });
        await tx.ticketAttachment.create({ data: { organizationId, ticketId, fileId } });
        const row = await read(tx, reach, { id: ticketId, fileId });
        await tell(tx, caller, "attachment.created", { id: ticketId, fileId }, row);
        await marks.publish(tx, organizationId, "ticket.updated", { ticketId, clientId });
        return present(row);
      });
    },

    async open(caller, place) {
      const { organizationId, reach } = caller;
      const row = await database.withTenant(organizationId, async (tx) => {
        const one = await read(tx, reach, place);
        await tell(tx, caller, "attachment.downloaded", place, one);
        return one;
      });
      return { file: present(row), content: await files.open(organizationId, row.hash) };
    },

    async remove(caller, place) {
      const { organizationId, reach } = caller;
      const hash = await database.withTenant(organizationId, async (tx) => {
        const row = await read(tx, reach, place);
        await tx.ticketAttachment.deleteMany({ where: { ticketId: place.id, fileId: place.fileId } });
        await tell(tx, caller, "attachment.deleted", place, row);
        await marks.publish(tx, organizationId, "ticket.updated", { ticketId: place.id, clientId: row.clientId });
        return files.remove(tx, place.fileId);
      });
      if (hash !== undefined) await files.clear(organizationId, hash);
    },
  };
}
