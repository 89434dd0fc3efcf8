// The queue as people see it: what waits, what was sent, what was given up and may be tried again.
import { AppError } from "../../../errors.ts";
import type { Caller } from "../../../http/caller.ts";
import { keyset, toPage } from "../../../http/pagination.ts";
import { publish } from "../../../outbox/index.ts";
import { entryOf, type Needs } from "../needs.ts";
import type { MailView } from "../schemas.ts";
import { countInState, listMails, MAIL_SORT, type MailRow, type MailState, reviveMail } from "./queries.ts";

export interface Mails {
  /** Newest first. */
  list(
    organizationId: string,
    query: { limit?: number; cursor?: string; state?: MailState },
  ): Promise<{ items: MailView[]; nextCursor: string | null; total: number }>;
  /** Throws NOT_FOUND for anything but a dead mail. */
  retry(caller: Caller, id: string): Promise<void>;
}

/** Builds the service. */
export function createMails({ database, clock, audit }: Pick<Needs, "database" | "clock" | "audit">): Mails {
  return {
    list(organizationId, { state, ...query }) {
      const page = keyset(MAIL_SORT, { ...query, sort: "-createdAt" });
      return database.withTenant(organizationId, async (tx) =>
        toPage(page, await listMails(tx, page, state), await countInState(tx, state), present),
      );
    },

    retry(caller, id) {
      return database.withTenant(caller.organizationId, async (tx) => {
        if (!(await reviveMail(tx, id, new Date(clock.now())))) throw new AppError("NOT_FOUND", "no such dead mail");
        await audit.record(tx, entryOf(caller, "mail.retried", { kind: "mail", id }));
        await publish(tx, caller.organizationId, "mail.queued", { mailId: id });
      });
    },
  };
}

function present({ cursorValue: _, ...row }: MailRow): MailView {
  return {
    ...row,
    nextAt: row.state === "waiting" ? row.nextAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
