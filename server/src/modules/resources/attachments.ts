// Files that hang on a resource.
import type { Readable } from "node:stream";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { type Files, fileName } from "../files/index.ts";
import type { Attachment } from "./attachment-schemas.ts";
import { markOf, type Needs } from "./needs.ts";
import type { Page } from "./page.ts";
import { findExisting } from "./queries.ts";

/** All of it answers NOT_FOUND for a resource that is not there, deleted or out of reach, and for a file that does not hang on it. */
export interface Attachments {
  /** Newest first. */
  list(viewer: Viewer, resourceId: string, query: { limit?: number; cursor?: string }): Promise<Page<Attachment>>;
  /** Throws INVALID_INPUT { mostBytes } for what is too large, CONFLICT { usedBytes, mostBytes } when the organization has no room. */
  add(caller: Caller, resourceId: string, file: Upload): Promise<Attachment>;
  /** Leaves a mark in the log. Throws GONE when the content was lost. */
  open(caller: Caller, place: AttachmentPlace): Promise<{ file: Attachment; content: Readable }>;
  remove(caller: Caller, place: AttachmentPlace): Promise<void>;
}

interface AttachmentPlace {
  readonly id: string;
  readonly fileId: string;
}

interface Upload {
  readonly name: string;
  readonly stream: Readable;
  /** The bytes it says to have; undefined when it does not say. */
  readonly declared: number | undefined;
}

interface StoredAttachment {
  readonly id: string;
  readonly name: string;
  readonly hash: Uint8Array;
  readonly size: number;
  readonly mediaType: string;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly authorName: string | null;
}

const columns = Prisma.sql`f.id, f.name, f.hash, f.size::double precision as size, f.media_type as "mediaType", f.created_at as "createdAt",
  f.created_by as "createdBy", u.name as "authorName"`;
const source = Prisma.sql`resource_attachments h join files f on f.organization_id = h.organization_id and f.id = h.file_id
  left join users u on u.id = f.created_by`;
const of = (resourceId: string) => Prisma.sql`${ofTenant("h")} and h.resource_id = ${resourceId}::uuid`;
const sorts = {
  at: { expression: Prisma.sql`(extract(epoch from f.created_at) * 1000)::double precision`, type: "double precision" },
} as const;

const present = ({ id, name, size, mediaType, hash, createdAt, createdBy, authorName }: StoredAttachment): Attachment => ({
  id,
  name,
  size,
  mediaType,
  sha256: Buffer.from(hash).toString("hex"),
  createdAt: createdAt.toISOString(),
  author: createdBy === null || authorName === null ? null : { id: createdBy, name: authorName },
});

async function mustExist(tx: Tx, { reach }: Viewer, resourceId: string): Promise<void> {
  if (!(await findExisting(tx, reach, [resourceId])).has(resourceId)) throw new AppError("NOT_FOUND", "no such resource");
}

async function read(tx: Tx, viewer: Viewer, { id, fileId }: AttachmentPlace): Promise<StoredAttachment> {
  await mustExist(tx, viewer, id);
  const [row] = await tx.$queryRaw<StoredAttachment[]>`select ${columns} from ${source} where ${of(id)} and f.id = ${fileId}::uuid`;
  if (row === undefined) throw new AppError("NOT_FOUND", "no such attachment");
  return row;
}

/** Builds the service. */
export function createAttachments({
  database,
  clock,
  marks,
  files,
}: Pick<Needs, "clock" | "marks"> & { database: Database; files: Files }): Attachments {
  const tell = (tx: Tx, caller: Caller, action: string, { id, fileId }: AttachmentPlace, { name, size }: { name: string; size: number }) =>
    marks.audit(tx, caller.organizationId, {
      ...markOf(caller),
      action,
      subject: { kind: "resource", id },
      details: { fileId, name, size },
    });

  return {
    list: (viewer, resourceId, query) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await mustExist(tx, viewer, resourceId);
        const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`f.id`);
        const rows = await tx.$queryRaw<
          (StoredAttachment & { cursorValue: string })[]
        >`select ${columns}, ${page.cursorValue} as "cursorValue"
          from ${source} where ${of(resourceId)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
        return toPage(page, rows, await tx.resourceAttachment.count({ where: { resourceId } }), present);
      }),

    async add(caller, resourceId, { name, ...content }) {
      const { organizationId, userId } = caller;
      // Before anything is read, and again when it is there: it may take a while.
      await database.withTenant(organizationId, (tx) => mustExist(tx, caller, resourceId));
      return files.take(organizationId, content, async (tx, add) => {
        await mustExist(tx, caller, resourceId);
        const fileId = await add({ name: fileName(name), createdBy: userId, createdAt: new Date(clock.now()) });
        await tx.resourceAttachment.create({ data: { organizationId, resourceId, fileId } });
        const row = await read(tx, caller, { id: resourceId, fileId });
        await tell(tx, caller, "attachment.created", { id: resourceId, fileId }, row);
        await marks.publish(tx, organizationId, "resource.changed", { resourceId });
        return present(row);
      });
    },

    async open(caller, place) {
      const { organizationId } = caller;
      const row = await database.withTenant(organizationId, async (tx) => {
        const found = await read(tx, caller, place);
        await tell(tx, caller, "attachment.downloaded", place, found);
        return found;
      });
      return { file: present(row), content: await files.open(organizationId, row.hash) };
    },

    async remove(caller, place) {
      const { organizationId } = caller;
      const hash = await database.withTenant(organizationId, async (tx) => {
        const row = await read(tx, caller, place);
        await tx.resourceAttachment.deleteMany({ where: { resourceId: place.id, fileId: place.fileId } });
        await tell(tx, caller, "attachment.deleted", place, row);
        await marks.publish(tx, organizationId, "resource.changed", { resourceId: place.id });
        return files.remove(tx, place.fileId);
      });
      if (hash !== undefined) await files.clear(organizationId, hash);
    },
  };
}
