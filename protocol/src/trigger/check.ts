// Which rules make no sense, field by field, so that an editor can say it beside the field and a receiver can refuse the whole.
import { AGGREGATIONS, MINUTES_A_WEEK, SEVERITIES, STALE_POLICIES, type TriggerLevel, type TriggerRule, type TriggerTerm } from "./rule.ts";

export type RuleReason =
  | "not-a-number"
  | "out-of-range"
  | "unknown-value"
  | "missing"
  | "too-many"
  | "wrong-count"
  | "not-ascending"
  | "clear-worse-than-raise"
  | "n-above-m"
  | "shorter-than-two-samples";

export interface RuleComplaint {
  /** E.g. "levels.1.clear.0". */
  readonly field: string;
  readonly reason: RuleReason;
}

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
const MOST_TERMS = 4;
const MOST_SPANS = 50;
const MOST_SAMPLES = 60;

/** Everything that is wrong with a rule; empty when `advance` may be given it. */
export function ruleComplaints(rule: TriggerRule): RuleComplaint[] {
  const found: RuleComplaint[] = [];
  const say = (field: string, reason: RuleReason): void => void found.push({ field, reason });
  const within = (field: string, value: number, least: number, most: number): void => {
    if (!Number.isFinite(value)) say(field, "not-a-number");
    else if (value < least || value > most) say(field, "out-of-range");
  };
  within("version", rule.version, 1, Number.MAX_SAFE_INTEGER);
  within("everyMs", rule.everyMs, SECOND, 3_600 * SECOND);
  within("clearForMs", rule.clearForMs, 0, DAY);
  within("bootGraceMs", rule.bootGraceMs, 0, DAY);
  if (!STALE_POLICIES.includes(rule.stale.policy)) say("stale.policy", "unknown-value");
  within("stale.afterMs", rule.stale.afterMs, SECOND, 7 * DAY);
  if (rule.stale.afterMs < 2 * rule.everyMs) say("stale.afterMs", "shorter-than-two-samples");
  within("flap.openings", rule.flap.openings, 1, 100);
  within("flap.withinMs", rule.flap.withinMs, 0, 7 * DAY);
  within("flap.clearForMs", rule.flap.clearForMs, 0, 7 * DAY);
  if (rule.schedule.length > MOST_SPANS) say("schedule", "too-many");
  rule.schedule.forEach((span, index) => {
    within(`schedule.${index}.fromMinute`, span.fromMinute, 0, MINUTES_A_WEEK - 1);
    within(`schedule.${index}.toMinute`, span.toMinute, 1, MINUTES_A_WEEK);
  });

  if (rule.terms.length === 0) say("terms", "missing");
  if (rule.terms.length > MOST_TERMS) say("terms", "too-many");
  rule.terms.forEach((term, index) => {
    checkTerm(term, `terms.${index}`, say, within);
  });
  if (rule.levels.length === 0) say("levels", "missing");
  rule.levels.forEach((level, index) => {
    checkLevel(rule, level, rule.levels[index - 1], `levels.${index}`, say, within);
  });
  return found;
}

type Say = (field: string, reason: RuleReason) => void;
type Within = (field: string, value: number, least: number, most: number) => void;

function checkTerm(term: TriggerTerm, field: string, say: Say, within: Within): void {
  if (term.metric === "") say(`${field}.metric`, "missing");
  if (!AGGREGATIONS.includes(term.aggregation)) say(`${field}.aggregation`, "unknown-value");
  if (term.worse !== "above" && term.worse !== "below") say(`${field}.worse`, "unknown-value");
  const counts = term.aggregation === "n_of_m";
  const bare = counts || term.aggregation === "last";
  within(`${field}.windowMs`, term.windowMs, bare ? 0 : SECOND, bare ? 0 : DAY);
  within(`${field}.m`, term.m, counts ? 1 : 0, counts ? MOST_SAMPLES : 0);
  within(`${field}.n`, term.n, counts ? 1 : 0, counts ? MOST_SAMPLES : 0);
  if (counts && term.n > term.m) say(`${field}.n`, "n-above-m");
}

function checkLevel(
  rule: TriggerRule,
  level: TriggerLevel,
  below: TriggerLevel | undefined,
  field: string,
  say: Say,
  within: Within,
): void {
  const rank = SEVERITIES.indexOf(level.severity);
  if (rank < 0) say(`${field}.severity`, "unknown-value");
  else if (below !== undefined && rank <= SEVERITIES.indexOf(below.severity)) say(`${field}.severity`, "not-ascending");
  within(`${field}.raiseForMs`, level.raiseForMs, 0, DAY);
  for (const limits of ["raise", "clear"] as const) {
    if (level[limits].length !== rule.terms.length) say(`${field}.${limits}`, "wrong-count");
  }
  rule.terms.forEach((term, index) => {
    const raise = level.raise[index] ?? 0;
    const clear = level.clear[index] ?? 0;
    within(`${field}.raise.${index}`, raise, -Number.MAX_VALUE, Number.MAX_VALUE);
    within(`${field}.clear.${index}`, clear, -Number.MAX_VALUE, Number.MAX_VALUE);
    if (isWorse(term, clear, raise)) say(`${field}.clear.${index}`, "clear-worse-than-raise");
    // A graver level is never milder in any limit: what raises it has raised the one below, and what clears that one clears it.
    if (below === undefined) return;
    if (isWorse(term, below.raise[index] ?? raise, raise)) say(`${field}.raise.${index}`, "not-ascending");
    if (isWorse(term, below.clear[index] ?? clear, clear)) say(`${field}.clear.${index}`, "not-ascending");
  });
}

const isWorse = (term: TriggerTerm, one: number, other: number): boolean => (term.worse === "above" ? one > other : one < other);
