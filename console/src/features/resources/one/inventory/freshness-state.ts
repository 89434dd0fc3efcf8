// How current what is known of a machine is, and whether asking it now makes sense. Pure.
import type { Inventory } from "../../../../api/inventory.ts";
import type { Presence } from "../../../../api/types.ts";

/** What a person asked for, and what was known then: anything else since is the answer. */
export interface Asked {
  readonly takenAt: string | null;
  readonly malformedAt: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

type Freshness =
  /** No agent: nothing will ever come by itself. */
  | "agentless"
  /** Asked, and the machine has not answered yet. */
  | "asked"
  /** Asked so long ago that something may be wrong. */
  | "late"
  /** Nothing came yet. */
  | "never"
  /** Known, but the machine cannot be asked now. */
  | "away"
  | "known";

/** After this the person is told that it takes long. Reading everything takes a slow machine a minute or two. */
const LATE_MS = 150_000;

type Known = Pick<Inventory, "takenAt" | "malformed">;

/** Whether the machine answered since it was asked. */
export const answered = (asked: Asked, { takenAt, malformed }: Known): boolean =>
  takenAt !== asked.takenAt || (malformed?.at ?? null) !== asked.malformedAt;

/** @param now milliseconds since 1970 */
export function freshnessOf(inventory: Known, presence: Presence, asked: Asked | undefined, now: number): Freshness {
  if (asked !== undefined && !answered(asked, inventory)) return now - asked.at > LATE_MS ? "late" : "asked";
  if (inventory.takenAt === null) return presence === "none" ? "agentless" : "never";
  return presence === "online" ? "known" : "away";
}
