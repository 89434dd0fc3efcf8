// What the server's operator does on its own host for somebody who cannot get in: audited in every organization of that person.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { publish } from "../../outbox/index.ts";
import type { Audit } from "../audit/index.ts";
import { normalEmail } from "./organizations.ts";
import { findCredential, replacePassword } from "./password-queries.ts";
import type { Passwords } from "./passwords.ts";
import { enableUser, findAccount, membershipsOf } from "./queries.ts";

export interface BreakGlass {
  /** The person under an e-mail address; undefined when there is none. */
  find(email: string): Promise<{ id: string; email: string } | undefined>;
  /** Lifts every disablement and the throttle of a running server; with a new password, every session of theirs ends. */
  unlock(person: { id: string; email: string }, newPassword?: string): Promise<void>;
  /** Says in the audit logs that all second factors were taken from the person, and ends their sessions by the running server. */
  factorsReset(person: { id: string; email: string }): Promise<void>;
}

export function createBreakGlass(deps: { database: Database; audit: Audit; clock: Clock; passwords: Passwords }): BreakGlass {
  const { database, audit, clock, passwords } = deps;

  async function inEvery(
    person: { id: string; email: string },
    action: string,
    work: (tx: Tx, organizationId: string) => Promise<void>,
  ): Promise<void> {
    for (const organizationId of await database.withUser(person.id, membershipsOf))
      await database.withTenant(organizationId, async (tx) => {
        await work(tx, organizationId);
        await audit.record(tx, { organizationId, actor: { kind: "server" }, action, subject: { kind: "user", id: person.id } });
      });
  }

  return {
    find: (email) => database.global((tx) => findAccount(tx, normalEmail(email))),
    async unlock(person, newPassword) {
      const passwordHash = newPassword === undefined ? undefined : await passwords.hash(newPassword);
      await database.global(async (tx) => {
        const credential = await findCredential(tx, person.id);
        if (passwordHash !== undefined && credential !== null)
          await replacePassword(tx, person.id, { passwordHash, version: credential.version, at: new Date(clock.now()) });
      });
      await inEvery(person, "account.unlocked", async (tx, organizationId) => {
        await enableUser(tx, organizationId, person.id);
        await publish(tx, organizationId, "account.unlocked", { userId: person.id, email: person.email });
      });
    },
    factorsReset: (person) =>
      inEvery(person, "factor_reset.by_host", (tx, organizationId) => publish(tx, organizationId, "factors.reset", { userId: person.id })),
  };
}
