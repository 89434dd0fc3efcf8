// What tickets take from outside, as plain arguments, and who does something to one.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import type { Reach } from "../../http/reach.ts";
import type { Contracts } from "../contracts/index.ts";
import type { DesksModule } from "../desks/index.ts";
import type { Files } from "../files/index.ts";
import type { Marks } from "../resources/index.ts";

interface Told {
  readonly organizationId: string;
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** What people are told of tickets, in the causing transaction (modules/notify carries it). */
export interface TicketNews {
  /** Somebody is responsible from now on, by another's hand. */
  assigned(tx: Tx, ticket: Told & { readonly responsibleId: string }): Promise<void>;
  /** Whoever asked has an answer. */
  answered(tx: Tx, ticket: Told & { readonly address: string; readonly author: string; readonly text: string }): Promise<void>;
}

export interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Marks;
  readonly files: Files;
  readonly desks: Pick<DesksModule, "all">;
  readonly contracts: Pick<Contracts, "coverOf">;
  readonly news: TicketNews;
}

/** Who does it: a person with their reach, or a program of the server, which reaches everything of the organization. */
export interface Doer {
  readonly organizationId: string;
  /** null: a program. */
  readonly userId: string | null;
  readonly reach: Reach;
  readonly mark: { readonly actor: ReturnType<typeof actorOf> | { readonly kind: "server" }; readonly address?: string };
}

export const personOf = (caller: Caller): Doer => ({
  organizationId: caller.organizationId,
  userId: caller.userId,
  reach: caller.reach,
  mark: { actor: actorOf(caller), address: caller.address },
});

export const programOf = (organizationId: string): Doer => ({
  organizationId,
  userId: null,
  reach: "all",
  mark: { actor: { kind: "server" } },
});

/** Tells the audit log of something done to a ticket. */
export const tellAudit = (
  { marks }: Pick<Needs, "marks">,
  tx: Tx,
  { organizationId, mark }: Doer,
  action: string,
  { id, details }: { id: string; details: Readonly<Record<string, unknown>> },
): Promise<void> => marks.audit(tx, organizationId, { ...mark, action, subject: { kind: "ticket", id }, details });
