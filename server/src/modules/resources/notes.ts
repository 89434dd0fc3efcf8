// Notes on a resource: each with its author and time. People change and delete only their own.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import type { ResourceNote } from "./equipment-schemas.ts";
import { markOf, type Needs } from "./needs.ts";
import type { Page } from "./page.ts";
import { findExisting } from "./queries.ts";

/** All of it answers NOT_FOUND for a resource that is not there, deleted or out of reach. */
export interface ResourceNotes {
  /** Newest first. */
  list(viewer: Viewer, resourceId: string, query: { limit?: number; cursor?: string }): Promise<Page<ResourceNote>>;
  add(caller: Caller, resourceId: string, text: string): Promise<ResourceNote>;
  /** Throws FORBIDDEN for somebody else's note, VERSION_MISMATCH. */
  change(caller: Caller, place: NotePlace, version: number, text: string): Promise<ResourceNote>;
  /** Throws FORBIDDEN for somebody else's note, VERSION_MISMATCH. */
  remove(caller: Caller, place: NotePlace, version: number): Promise<void>;
}

interface NotePlace {
  readonly id: string;
  readonly noteId: string;
}

interface StoredNote {
  readonly id: string;
  readonly text: string;
  readonly createdBy: string;
  readonly authorName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

const columns = Prisma.sql`n.id, n.text, n.created_by as "createdBy", u.name as "authorName", n.created_at as "createdAt",
  n.updated_at as "updatedAt", n.version`;
const source = Prisma.sql`resource_notes n left join users u on u.id = n.created_by`;
const sorts = {
  at: { expression: Prisma.sql`(extract(epoch from n.created_at) * 1000)::double precision`, type: "double precision" },
} as const;
const of = (resourceId: string) => Prisma.sql`${ofTenant("n")} and n.resource_id = ${resourceId}::uuid and n.deleted_at is null`;

const present = ({ id, text, createdBy, authorName, createdAt, updatedAt, version }: StoredNote): ResourceNote => ({
  id,
  text,
  author: authorName === null ? null : { id: createdBy, name: authorName },
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  version,
});

async function mustExist(tx: Tx, { reach }: Viewer, resourceId: string): Promise<void> {
  if (!(await findExisting(tx, reach, [resourceId])).has(resourceId)) throw new AppError("NOT_FOUND", "no such resource");
}

async function read(tx: Tx, { id, noteId }: NotePlace): Promise<StoredNote> {
  const [row] = await tx.$queryRaw<StoredNote[]>`select ${columns} from ${source} where ${of(id)} and n.id = ${noteId}::uuid`;
  if (row === undefined) throw new AppError("NOT_FOUND", "no such note");
  return row;
}

/** Builds the service. */
export function createResourceNotes({ database, clock, marks }: Pick<Needs, "database" | "clock" | "marks">): ResourceNotes {
  const tell = (tx: Tx, caller: Caller, action: string, { id, noteId }: NotePlace, details: Readonly<Record<string, unknown>>) =>
    marks.audit(tx, caller.organizationId, {
      ...markOf(caller),
      action,
      subject: { kind: "resource", id },
      details: { noteId, ...details },
    });

  /** Answers the note as it was. */
  async function write(
    tx: Tx,
    caller: Caller,
    place: NotePlace,
    { version, ...data }: { version: number; text?: string; deletedAt?: Date },
  ): Promise<StoredNote> {
    await mustExist(tx, caller, place.id);
    const before = await read(tx, place);
    if (before.createdBy !== caller.userId) throw new AppError("FORBIDDEN", "only its author changes a note");
    const { count } = await tx.resourceNote.updateMany({
      where: { id: place.noteId, version, deletedAt: null },
      data: { ...data, updatedAt: new Date(clock.now()), version: { increment: 1 } },
    });
    if (count === 0) throw versionMismatch();
    return before;
  }

  return {
    list: (viewer, resourceId, query) =>
      database.withTenant(viewer.organizationId, async (tx) => {
        await mustExist(tx, viewer, resourceId);
        const page = keyset(sorts, { ...query, sort: "-at" }, Prisma.sql`n.id`);
        const rows = await tx.$queryRaw<(StoredNote & { cursorValue: string })[]>`select ${columns}, ${page.cursorValue} as "cursorValue"
          from ${source} where ${of(resourceId)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
        const total = await tx.resourceNote.count({ where: { resourceId, deletedAt: null } });
        return toPage(page, rows, total, present);
      }),

    add: (caller, resourceId, text) =>
      database.withTenant(caller.organizationId, async (tx) => {
        await mustExist(tx, caller, resourceId);
        const [noteId, at] = [newId(), new Date(clock.now())];
        const { organizationId, userId: createdBy } = caller;
        await tx.resourceNote.create({ data: { id: noteId, organizationId, resourceId, text, createdBy, createdAt: at, updatedAt: at } });
        await tell(tx, caller, "resource_note.created", { id: resourceId, noteId }, { text });
        await marks.publish(tx, organizationId, "resource.changed", { resourceId });
        return present(await read(tx, { id: resourceId, noteId }));
      }),

    change: (caller, place, version, text) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await write(tx, caller, place, { version, text });
        await tell(tx, caller, "resource_note.changed", place, { before: before.text, after: text });
        await marks.publish(tx, caller.organizationId, "resource.changed", { resourceId: place.id });
        return present(await read(tx, place));
      }),

    remove: (caller, place, version) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await write(tx, caller, place, { version, deletedAt: new Date(clock.now()) });
        await tell(tx, caller, "resource_note.deleted", place, { text: before.text });
        await marks.publish(tx, caller.organizationId, "resource.changed", { resourceId: place.id });
      }),
  };
}
