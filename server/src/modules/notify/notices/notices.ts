// Notices inside the console: everyone reads their own, and is told at once when they are looking.
import type { Tx } from "../../../database/index.ts";
import { AppError } from "../../../errors.ts";
import type { DomainEvent } from "../../../events.ts";
import { keyset, toPage } from "../../../http/pagination.ts";
import { newId } from "../../../ids.ts";
import { publish } from "../../../outbox/index.ts";
import type { Needs } from "../needs.ts";
import type { Notice } from "../schemas.ts";
import { countNotices, findNotice, insertNotice, listNotices, markAllRead, markRead, NOTICE_SORT, type NoticeRow } from "./queries.ts";

interface Reader {
  readonly organizationId: string;
  readonly userId: string;
}

interface NewNotices {
  readonly organizationId: string;
  /** Members of the organization. */
  readonly userIds: readonly string[];
  /** What happened; the console has the words under this code. */
  readonly code: string;
  /** What the words need; never a secret. */
  readonly params: Readonly<Record<string, string>>;
}

/** Gives each of these people a notice, in the causing transaction, which must be the organization's own. */
export type TellInApp = (tx: Tx, notices: NewNotices) => Promise<void>;

/** Tells one person's consoles. */
export type TellLive = (to: Reader, name: string, data: unknown) => void;

export interface Notices {
  readonly inApp: TellInApp;
  /** Newest first. */
  list(
    reader: Reader,
    query: { limit?: number; cursor?: string },
  ): Promise<{ items: Notice[]; nextCursor: string | null; total: number; unread: number }>;
  /** Throws NOT_FOUND for a notice that is not theirs. */
  read(reader: Reader, id: string): Promise<void>;
  readAll(reader: Reader): Promise<void>;
  /** A notice was committed: shows it. */
  created(event: DomainEvent<"notice.created">): Promise<void>;
}

/** Builds the service. */
export function createNotices({ database, clock }: Pick<Needs, "database" | "clock">, tellLive: TellLive): Notices {
  const now = () => new Date(clock.now());
  const told = ({ organizationId, userId }: Reader) =>
    database.withTenant(organizationId, async (tx) =>
      tellLive({ organizationId, userId }, "unread", { unread: (await countNotices(tx, userId)).unread }),
    );

  return {
    async inApp(tx, { organizationId, userIds, code, params }) {
      for (const userId of userIds) {
        const id = newId();
        await insertNotice(tx, { id, organizationId, userId, code, params, createdAt: now() });
        await publish(tx, organizationId, "notice.created", { noticeId: id, userId });
      }
    },

    list({ organizationId, userId }, query) {
      const page = keyset(NOTICE_SORT, { ...query, sort: "-createdAt" });
      return database.withTenant(organizationId, async (tx) => {
        const { total, unread } = await countNotices(tx, userId);
        return { ...toPage(page, await listNotices(tx, userId, page), total, present), unread };
      });
    },

    async read(reader, id) {
      const found = await database.withTenant(reader.organizationId, (tx) => markRead(tx, reader.userId, id, now()));
      if (!found) throw new AppError("NOT_FOUND", "no such notice");
      await told(reader);
    },

    async readAll(reader) {
      await database.withTenant(reader.organizationId, (tx) => markAllRead(tx, reader.userId, now()));
      await told(reader);
    },

    async created({ organizationId, payload: { noticeId, userId } }) {
      const row = await database.withTenant(organizationId, (tx) => findNotice(tx, noticeId));
      if (row === undefined) return;
      tellLive({ organizationId, userId }, "notice", present(row));
      await told({ organizationId, userId });
    },
  };
}

function present({ cursorValue: _, createdAt, readAt, ...row }: NoticeRow): Notice {
  return { ...row, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null };
}
