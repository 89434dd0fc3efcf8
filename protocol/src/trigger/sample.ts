// What a look at an instance takes and brings.
import type { Severity } from "./rule.ts";

/** One reading of the object. */
export interface TriggerSample {
  /** One a term, in its order. A value that is not a finite number makes the sample no sample. */
  readonly values: readonly number[];
  /** How long the machine has been up, milliseconds; absent when nobody knows. */
  readonly uptimeMs?: number;
  /** Minutes since Monday 00:00 on the machine's own clock; absent where the rule has no schedule. */
  readonly minuteOfWeek?: number;
}

/** "unknown" and "known" never change a problem. */
export type TriggerEventKind = "opened" | "raised" | "lowered" | "resolved" | "flapping" | "unknown" | "known";

export interface TriggerEvent {
  readonly kind: TriggerEventKind;
  /** The caller's time, milliseconds. */
  readonly at: number;
  /** Counts the problems of this instance from 1; 0 when none was ever open. */
  readonly episode: number;
  /** After the event; of a resolved problem the last it had. Null when none is open. */
  readonly severity: Severity | null;
  /** What the terms said; null for a term that said nothing. */
  readonly values: readonly (number | null)[];
  /** How long it had been so before it counted, milliseconds. */
  readonly heldMs: number;
}
