// Where one instance stands: one trigger on one object of one resource. Plain numbers and texts, so that it can be written down and read back.
import { SEVERITIES, type Severity, type TriggerRule } from "./rule.ts";
import { EMPTY_WINDOW, type TriggerWindow } from "./window.ts";

export type TriggerStatus = "ok" | "pending" | "firing" | "recovering" | "unknown";

export interface TriggerState {
  readonly ruleVersion: number;
  /** What the windows were made for; other terms begin with empty ones. */
  readonly terms: string;
  readonly status: TriggerStatus;
  /** Of the open problem; null when none is open. */
  readonly severity: Severity | null;
  /** How many problems this instance has opened. */
  readonly episode: number;
  /** Milliseconds that passed while anybody looked; it never runs backwards, whatever the machine's clock does. */
  readonly clock: number;
  /** The caller's time at the last look, milliseconds. */
  readonly lookedAt: number;
  /** `clock` at the last sample; -1 before the first. */
  readonly sampledAt: number;
  /** For each level, how long it has been bad without interruption, milliseconds; -1 when it is not. */
  readonly badFor: readonly number[];
  /** For each level, how long it has been good again; -1 when it is not. */
  readonly goodFor: readonly number[];
  /** `clock` of the latest openings. */
  readonly openings: readonly number[];
  readonly flapping: boolean;
  /** One a term. */
  readonly windows: readonly TriggerWindow[];
}

const never = (rule: TriggerRule): number[] => rule.levels.map(() => -1);
const empty = (rule: TriggerRule): TriggerWindow[] => rule.terms.map(() => EMPTY_WINDOW);
const termsOf = (rule: TriggerRule): string => JSON.stringify([rule.everyMs, rule.terms]);

/** An instance that nobody has looked at before `now`, milliseconds. */
export function freshState(rule: TriggerRule, now: number): TriggerState {
  return {
    ruleVersion: rule.version,
    terms: termsOf(rule),
    status: "ok",
    severity: null,
    episode: 0,
    clock: 0,
    lookedAt: now,
    sampledAt: -1,
    badFor: never(rule),
    goodFor: never(rule),
    openings: [],
    flapping: false,
    windows: empty(rule),
  };
}

/** The same instance without what it saw lately: after a hole nothing has lasted. */
export function forgetSamples(rule: TriggerRule, state: TriggerState): TriggerState {
  return { ...state, sampledAt: -1, badFor: never(rule), goodFor: never(rule), windows: empty(rule) };
}

/** The instance under an edited rule: an open problem stays open, on the nearest level that is not graver than its own. */
export function carryOver(rule: TriggerRule, state: TriggerState): TriggerState {
  const terms = termsOf(rule);
  const rank = state.severity === null ? -1 : SEVERITIES.indexOf(state.severity);
  const near = rule.levels.findLast((level) => SEVERITIES.indexOf(level.severity) <= rank) ?? rule.levels[0];
  return {
    ...state,
    ruleVersion: rule.version,
    terms,
    severity: state.severity === null ? null : (near?.severity ?? state.severity),
    badFor: never(rule),
    goodFor: never(rule),
    windows: terms === state.terms ? state.windows : empty(rule),
  };
}
