// Letting an agent in or out, inside somebody's transaction: state, history, audit and event are one step.
import type { Clock } from "../../clock.ts";
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { type Marks, markOf } from "./needs.ts";
import { addEvent, moveAgent } from "./queries.ts";

export type Decision = "approve" | "refuse" | "revoke";

export const DECISIONS = {
  approve: { from: ["pending", "refused"], to: "active", told: "approved", event: "resource.approved" },
  refuse: { from: ["pending"], to: "refused", told: "refused", event: "resource.refused" },
  revoke: { from: ["pending", "active"], to: "revoked", told: "revoked", event: "resource.revoked" },
} as const;

/** Whose agent is decided about. */
interface Decided {
  readonly resourceId: string;
  readonly name: string;
  readonly agentId: string;
  /** Where the agent stands. */
  readonly state: string | null;
}

/**
 * Decides, and leaves all marks of it. The caller has seen to it that the person may: agents:approve reaches the resource.
 * Throws CONFLICT when the agent cannot come there from where it stands.
 */
export async function decideAgent(
  tx: Tx,
  { clock, marks }: { readonly clock: Clock; readonly marks: Marks },
  caller: Caller,
  { resourceId, name, agentId, state }: Decided,
  decision: Decision,
): Promise<void> {
  const { from, to, told, event } = DECISIONS[decision];
  const at = new Date(clock.now());
  if (!(await moveAgent(tx, agentId, from, to, { at, by: caller.userId })))
    throw new AppError("CONFLICT", `its agent cannot go from ${state} to ${to}`, { details: { state } });
  await addEvent(tx, caller.organizationId, { resourceId, at, kind: told });
  await marks.audit(tx, caller.organizationId, {
    ...markOf(caller),
    action: `agent.${told}`,
    subject: { kind: "resource", id: resourceId },
    details: { agentId, name, before: state },
  });
  await marks.publish(tx, caller.organizationId, event, { resourceId, agentId });
}
