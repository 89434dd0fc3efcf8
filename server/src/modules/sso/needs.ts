// What single sign-on takes from outside, as plain arguments.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { Origin } from "../../http/caller.ts";
import type { Log } from "../../log.ts";
import type { Passwords } from "../accounts/index.ts";
import type { Audit } from "../audit/index.ts";

/** Keeps a text unreadable in the database. `place` names what it belongs to: elsewhere it does not open. */
export interface Sealer {
  /** Within the organization's own transaction. */
  seal(tx: Tx, organizationId: string, text: string, place: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws when the bytes were changed or belong to another place. */
  open(tx: Tx, organizationId: string, sealed: Uint8Array, place: string): Promise<string>;
}

export interface PersonHere {
  readonly organizationId: string;
  readonly userId: string;
}

/** What follows a proven identity: a session's token, or a ticket for the second factor that is still owed. */
export type Admitted =
  | { readonly status: "signed_in"; readonly token: string }
  | { readonly status: "factor_required"; readonly ticket: string; readonly methods: readonly string[] };

export interface Needs {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: (bytes: number) => Uint8Array;
  readonly sealer: Sealer;
  /** Lets a person in whom the provider proved. */
  readonly admit: (person: PersonHere, from: Origin) => Promise<Admitted>;
  readonly passwords: Pick<Passwords, "hash">;
  /** Whether a session still stands. */
  readonly sessionAlive: (session: { organizationId: string; sessionId: string }) => Promise<boolean>;
}
