// A person's account is one, however many organizations they belong to: what happens to it is in the log of each of them.
import type { Database, Tx } from "../../database/index.ts";
import type { DomainEvent } from "../../events.ts";
import { publish } from "../../outbox/index.ts";
import type { Audit, AuditEntry } from "../audit/index.ts";
import { membershipsOf } from "./queries.ts";

/**
 * Says it in the log of the transaction's organization, and with its event in those of the person's other ones: a crash after the
 * commit loses nothing.
 */
export type RecordEverywhere = (tx: Tx, personId: string, entry: AuditEntry) => Promise<void>;

/** Builds it. */
export const createRecordEverywhere =
  (audit: Pick<Audit, "record">): RecordEverywhere =>
  async (tx, userId, entry) => {
    const entryId = await audit.record(tx, entry);
    await publish(tx, entry.organizationId, "account.logged", { userId, entryId });
  };

/** Handler of that event. The repeated entry says that it happened elsewhere, and never where: that is no business of the others. */
export const createTellElsewhere =
  ({ database, audit }: { database: Database; audit: Pick<Audit, "repeat"> }) =>
  async ({ organizationId, payload: { userId, entryId } }: DomainEvent<"account.logged">): Promise<void> => {
    for (const other of await database.withUser(userId, membershipsOf))
      if (other !== organizationId) await audit.repeat({ organizationId, entryId }, other, { elsewhere: true });
  };
