// What every change of access leaves behind: a line in the audit log, and word to everything that remembers rights.
import type { Tx } from "../../database/index.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import { publish } from "../../outbox/index.ts";
import type { Audit } from "../audit/index.ts";

interface Change {
  /** `<noun>.<past participle>`. */
  readonly action: string;
  readonly kind: "user" | "permission_group" | "attendant_group" | "grant";
  readonly id: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whose rights are different now. */
  readonly userIds?: readonly string[];
}

export type Tell = (tx: Tx, caller: Caller, change: Change) => Promise<void>;

/** Builds it. */
export const createTell =
  (audit: Pick<Audit, "record">): Tell =>
  async (tx, caller, { action, kind, id, details = {}, userIds = [] }) => {
    const { organizationId, address } = caller;
    await audit.record(tx, { organizationId, actor: actorOf(caller), action, subject: { kind, id }, details, address });
    if (userIds.length > 0) await publish(tx, organizationId, "access.changed", { userIds: [...new Set(userIds)] });
  };
