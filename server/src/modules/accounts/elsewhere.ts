// A person's account is one, however many organizations they belong to: what happens to it is in the log of each of them.
import type { Database } from "../../database/index.ts";
import type { Audit, AuditEntry } from "../audit/index.ts";
import { membershipsOf } from "./queries.ts";

/** Says it in the logs of the person's other organizations, after the transaction of `organizationId` said it in its own. */
export type SayElsewhere = (personId: string, entry: AuditEntry) => Promise<void>;

/** Builds it. The entry's details say that it happened elsewhere, and never where: that is no business of the others. */
export const createSayElsewhere =
  ({ database, audit }: { database: Database; audit: Pick<Audit, "record"> }): SayElsewhere =>
  async (personId, entry) => {
    const details = { ...entry.details, elsewhere: true };
    for (const organizationId of await database.withUser(personId, membershipsOf))
      if (organizationId !== entry.organizationId)
        await database.withTenant(organizationId, (tx) => audit.record(tx, { ...entry, organizationId, details }));
  };
