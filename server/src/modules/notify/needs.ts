// What notify takes from outside, as plain arguments.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import type { Log } from "../../log.ts";
import type { Sealer } from "../../secrets/index.ts";
import type { Audit } from "../audit/index.ts";
import type { MailServer } from "./mail/server.ts";
import type { Guard } from "./webhooks/guard.ts";

export interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: (bytes: number) => Uint8Array;
  readonly audit: Audit;
  /** Keeps passwords, secrets and links unreadable in the database. */
  readonly sealer: Sealer;
  /** Which addresses organizations may have this server connect to. */
  readonly guard: Guard;
  /** For organizations without a mail server of their own. */
  readonly defaultMailServer: MailServer | undefined;
  /** Ids of the organization's administrators. */
  readonly administrators: (tx: Tx, organizationId: string) => Promise<readonly string[]>;
}

/** The audit entry of a person's change. */
export const entryOf = (
  caller: Pick<Caller, "organizationId" | "userId" | "tokenId" | "address">,
  action: string,
  subject: { kind: string; id: string },
  details: Readonly<Record<string, unknown>> = {},
) => ({
  organizationId: caller.organizationId,
  actor: actorOf(caller),
  action,
  subject,
  details,
  address: caller.address,
});
