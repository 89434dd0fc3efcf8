// What a trigger asks for, as agent and server both hold it: terms that have to be bad together, and a ladder of severities.

/** From mild to grave. */
export const SEVERITIES = ["info", "warning", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How the samples of a window become one value. "n_of_m": at least n of the last m samples are bad. */
export const AGGREGATIONS = ["last", "avg", "min", "max", "p95", "n_of_m"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What no sample for a long time means: nothing, that the state is unknown, or the mildest level at once. */
export const STALE_POLICIES = ["keep", "unknown", "fire"] as const;
export type StalePolicy = (typeof STALE_POLICIES)[number];

/** One thing that is looked at. Several terms of a rule have to be bad at the same time. */
export interface TriggerTerm {
  /** Name of the metric, e.g. "volume.used_share"; the meaning does not depend on it. */
  readonly metric: string;
  readonly aggregation: Aggregation;
  /** Milliseconds looked back on; 0 for "last" and "n_of_m". */
  readonly windowMs: number;
  /** For "n_of_m" the two numbers, 1 to 60; 0 otherwise. */
  readonly n: number;
  readonly m: number;
  /** Which way is bad: a value at its limit is bad in both. */
  readonly worse: "above" | "below";
}

/** One rung of the ladder. */
export interface TriggerLevel {
  readonly severity: Severity;
  /** One limit a term, in the metric's unit: bad from here on. */
  readonly raise: readonly number[];
  /** One limit a term, never worse than `raise`: good again only beyond it. */
  readonly clear: readonly number[];
  /** How long it has to stay bad, milliseconds. */
  readonly raiseForMs: number;
}

/** Part of a week in which a rule may open problems: minutes since Monday 00:00 on the machine's own clock, the end excluded. */
export interface WeekSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export const MINUTES_A_WEEK = 7 * 24 * 60;

/** One version of a trigger's rule; a change is a new version. */
export interface TriggerRule {
  readonly version: number;
  /** Milliseconds between two samples as they are meant. */
  readonly everyMs: number;
  readonly terms: readonly TriggerTerm[];
  /** From mild to grave. */
  readonly levels: readonly TriggerLevel[];
  /** How long it has to stay good before the problem is over, milliseconds. */
  readonly clearForMs: number;
  readonly stale: { readonly afterMs: number; readonly policy: StalePolicy };
  /** Nothing is opened before the machine has been up for this long, milliseconds. */
  readonly bootGraceMs: number;
  /** More openings than this within the span is flapping: the problem stays open until it has been good for `clearForMs`. */
  readonly flap: { readonly openings: number; readonly withinMs: number; readonly clearForMs: number };
  /** When problems may be opened; empty for always. They end at any time. */
  readonly schedule: readonly WeekSpan[];
}
