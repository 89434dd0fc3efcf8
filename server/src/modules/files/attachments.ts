// Files that hang on something of another module: listed, hung up, opened and taken off, whatever it is.
import type { Readable } from "node:stream";
import type { Clock } from "../../clock.ts";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import type { Attachment } from "./attachment-schemas.ts";
import type { Files } from "./files.ts";
import { fileName } from "./names.ts";

/** What files hang on; `Found` is what its module knows of one when it has looked for it. */
export interface Holder<Found> {
  /** The table of what hangs where, and its column of the holder's id. */
  readonly table: "resource_attachments" | "ticket_attachments";
  readonly column: "resource_id" | "ticket_id";
  /** Throws NOT_FOUND for one that is not there or out of reach. */
  find(tx: Tx, viewer: Viewer, id: string): Promise<Found>;
  /** Leaves a mark in the log. */
  tell(tx: Tx, caller: Caller, action: string, id: string, details: Readonly<Record<string, unknown>>): Promise<void>;
  /** Something was hung on it or taken off. */
  changed(tx: Tx, organizationId: string, id: string, found: Found): Promise<void>;
}

/** All of it answers NOT_FOUND for a holder out of reach, and for a file that does not hang on it. */
export interface Attachments {
  /** Newest first. */
  list(viewer: Viewer, holderId: string, query: { limit?: number; cursor?: string }): Promise<AttachmentPage>;
  /** Throws INVALID_INPUT { mostBytes } for what is too large, CONFLICT { usedBytes, mostBytes } when the organization has no room. */
  add(caller: Caller, holderId: string, file: Upload): Promise<Attachment>;
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

const present = ({ id, name, hash, size, mediaType, createdAt, authorId, authorName }: Stored): Attachment => ({
  ...{ id, name, size, mediaType },
  sha256: Buffer.from(hash).toString("hex"),
  createdAt: createdAt.toISOString(),
  author: authorId === null || authorName === null ? null : { id: authorId, name: authorName },
});

/** Builds the service for one kind of holder. */
export function createAttachments<Found>(
  { database, clock, files }: { readonly database: Database; readonly clock: Clock; readonly files: Files },
  holder: Holder<Found>,
): Attachments {
  const table = Prisma.raw(holder.table);
  const column = Prisma.raw(holder.column);
  const of = (id: string) => Prisma.sql`${ofTenant("h")} and h.${column} = ${id}::uuid`;

  const stored = (tx: Tx, id: string, cursorValue: Prisma.Sql, rest: Prisma.Sql): Promise<Stored[]> => tx.$queryRaw`
    select f.id, f.name, f.hash, f.size::double precision as size, f.media_type as "mediaType", f.created_at as "createdAt",
      u.id as "authorId", u.name as "authorName", ${cursorValue} as "cursorValue"
    from ${table} h join files f on f.organization_id = h.organization_id and f.id = h.file_id left join users u on u.id = f.created_by
    where ${of(id)} and ${rest}`;

  async function count(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from ${table} h where ${of(id)}`;
    return row?.count ?? 0;
  }

  async function read(tx: Tx, viewer: Viewer, { id, fileId }: Place): Promise<{ row: Stored; found: Found }> {
    const found = await holder.find(tx, viewer, id);
    const [row] = await stored(tx, id, Prisma.sql`''`, Prisma.sql`f.id = ${fileId}::uuid`);
    if (row === undefined) throw new AppError("NOT_FOUND", "no such attachment");
    return { row, found };
  }
  const tell = (tx: Tx, caller: Caller, action: string, { id, name, size }: Stored, holderId: string): Promise<void> =>
    holder.tell(tx, caller, action, holderId, { fileId: id, name, size });

  return {
    list: (viewer, holderId, query) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await holder.find(tx, viewer, holderId);
        const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`f.id`);
        const rest = Prisma.sql`${page.after} order by ${page.orderBy} limit ${page.take}`;
        return toPage(page, await stored(tx, holderId, page.cursorValue, rest), await count(tx, holderId), present);
      }),

    async add(caller, holderId, { name, ...content }) {
      const { organizationId, userId } = caller;
      // Before anything is read, and again when it is there: it may take a while.
      await database.withTenant(organizationId, (tx) => holder.find(tx, caller, holderId));
      return files.take(organizationId, content, async (tx, add) => {
        await holder.find(tx, caller, holderId);
        const fileId = await add({ name: fileName(name), createdBy: userId, createdAt: new Date(clock.now()) });
        await tx.$executeRaw`insert into ${table} (organization_id, ${column}, file_id)
          values (${organizationId}::uuid, ${holderId}::uuid, ${fileId}::uuid)`;
        const { row, found } = await read(tx, caller, { id: holderId, fileId });
        await tell(tx, caller, "attachment.created", row, holderId);
        await holder.changed(tx, organizationId, holderId, found);
        return present(row);
      });
    },

    async open(caller, place) {
      const { organizationId } = caller;
      const row = await database.withTenant(organizationId, async (tx) => {
        const { row: one } = await read(tx, caller, place);
        await tell(tx, caller, "attachment.downloaded", one, place.id);
        return one;
      });
      return { file: present(row), content: await files.open(organizationId, row.hash) };
    },

    async remove(caller, place) {
      const { organizationId } = caller;
      const hash = await database.withTenant(organizationId, async (tx) => {
        const { row, found } = await read(tx, caller, place);
        await tx.$executeRaw`delete from ${table} h where ${of(place.id)} and h.file_id = ${place.fileId}::uuid`;
        await tell(tx, caller, "attachment.deleted", row, place.id);
        await holder.changed(tx, organizationId, place.id, found);
        return files.remove(tx, place.fileId);
      });
      if (hash !== undefined) await files.clear(organizationId, hash);
    },
  };
}
