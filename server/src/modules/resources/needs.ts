// What resources take from outside, as plain arguments: who left of them implements it is app.ts' business.
import type { Settings } from "@vigia/protocol";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { DomainEvents, EventName } from "../../events.ts";
import type { AgentPort } from "../../gateway/port.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import type { Log } from "../../log.ts";
import type { AuditEntry } from "../audit/index.ts";

/** One line of the audit log, written in the transaction of what it tells. */
export type AuditRecord = Omit<AuditEntry, "organizationId">;

/** Where a resource stands among the scopes that a setting can be made at. */
export interface ScopeChain {
  readonly clientId: string;
  readonly siteId: string;
  readonly groupId: string | null;
  readonly resourceId: string;
}

/** What leaves a mark: the audit log and the outbox, both inside the causing transaction. */
export interface Marks {
  audit(tx: Tx, organizationId: string, record: AuditRecord): Promise<void>;
  publish<Name extends EventName>(tx: Tx, organizationId: string, name: Name, payload: DomainEvents[Name]): Promise<void>;
}

/** The agents' settings that hold for these resources (modules/settings), in their order. */
export type SettingsFor = (tx: Tx, organizationId: string, chains: readonly ScopeChain[]) => Promise<Settings[]>;

/** Processor load of the last 30 minutes for each of these resources (modules/metrics): 30 values, oldest first. */
export type SparkFor = (tx: Tx, resourceIds: readonly string[]) => Promise<ReadonlyMap<string, readonly (number | null)[]>>;

/**
 * A person's filter as a condition over rowSource (row.ts), whose aliases it may use; `shownPresence` is presence as people see it. Throws
 * INVALID_INPUT for a text that cannot be understood (modules/inventory).
 */
export type FilterFor = (tx: Tx, text: string, shownPresence: Prisma.Sql) => Promise<Prisma.Sql>;

/** What the services of this folder share. */
export interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly marks: Marks;
  readonly agents: AgentPort;
}

/** Who did it and from where, for the audit log. */
export const markOf = (caller: Caller) => ({ actor: actorOf(caller), address: caller.address });
