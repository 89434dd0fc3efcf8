// What contracts take from outside, as plain arguments.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { actorOf, type Caller, type Viewer } from "../../http/caller.ts";
import type { Reach } from "../../http/reach.ts";
import type { Marks } from "../resources/index.ts";
import { dayAt } from "./calendar.ts";

export interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Marks;
}

/** Somebody who reads contracts, and where they may see what those cost. */
export type Reader = Viewer & { readonly values: Reach };
/** Somebody who changes them. */
export type Writer = Caller & { readonly values: Reach };

/** Tells the audit log of a person's change. */
export const tellAudit = (
  { marks }: Pick<Needs, "marks">,
  tx: Tx,
  caller: Caller,
  action: string,
  { kind, id, details }: { kind: string; id: string; details: Readonly<Record<string, unknown>> },
): Promise<void> =>
  marks.audit(tx, caller.organizationId, { actor: actorOf(caller), address: caller.address, action, subject: { kind, id }, details });

/** What day it is where the organization is. */
export interface Today {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Today in the organization's own time zone. Inside withTenant. */
export async function todayOf(tx: Tx, clock: Clock): Promise<Today> {
  const { timeZone } = await tx.organization.findFirstOrThrow({ select: { timeZone: true } });
  return { timeZone, day: dayAt(new Date(clock.now()), timeZone) };
}
