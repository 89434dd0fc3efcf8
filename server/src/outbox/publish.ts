// The writing side: an event is a row of the causing transaction; its commit wakes the dispatcher.
import type { Database, Tx } from "../database/index.ts";
import type { DomainEvents, EventName } from "../events.ts";
import { newId } from "../ids.ts";
import { insertEvent } from "./queries.ts";

/** Transactions under way that published something, so that their commit wakes the dispatcher; the transaction itself is the key. */
const published = new WeakSet<Tx>();

/** Writes an event into this transaction, which must be the organization's own. Nothing is told if it rolls back. */
export async function publish<Name extends EventName>(
  tx: Tx,
  organizationId: string,
  name: Name,
  payload: DomainEvents[Name],
): Promise<void> {
  await insertEvent(tx, { id: newId(), organizationId, name, payload });
  published.add(tx);
}

/** The same database, except that a committed transaction that published calls `wake` with its organization. */
export function waking(database: Database, wake: (organizationId: string) => void): Database {
  return {
    async withTenant(organizationId, work) {
      let told = false;
      const result = await database.withTenant(organizationId, async (tx) => {
        const answer = await work(tx);
        told = published.has(tx);
        return answer;
      });
      if (told) wake(organizationId);
      return result;
    },
    withUser: (userId, work) => database.withUser(userId, work),
    global: (work) => database.global(work),
    telemetry: database.telemetry,
    ready: () => database.ready(),
    pools: () => database.pools(),
    close: () => database.close(),
  };
}
