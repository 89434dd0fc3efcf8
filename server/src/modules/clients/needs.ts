// What clients and sites take from outside, as plain arguments.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import type { Audit } from "../audit/index.ts";
import type { CoverFor } from "./cover.ts";

export interface ResourceCount {
  readonly resources: number;
  readonly online: number;
}

/** How many resources stand in each of these clients or sites; one without any may be missing. Known right of this module. */
export type CountResources = (tx: Tx, by: "client" | "site", ids: readonly string[]) => Promise<ReadonlyMap<string, ResourceCount>>;

export interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly countResources: CountResources;
  /** What covers all of a client today. Known right of this module. */
  readonly coverFor: CoverFor;
}

/** The audit entry of a person's change. */
export const entryOf = (
  caller: Caller,
  action: string,
  subject: { kind: string; id: string },
  details: Readonly<Record<string, unknown>>,
) => ({
  organizationId: caller.organizationId,
  actor: actorOf(caller),
  action,
  subject,
  details,
  address: caller.address,
});
