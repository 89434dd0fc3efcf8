// When a level counts as bad and when as good again. Between the two limits it is neither.
import { MINUTES_A_WEEK, type TriggerLevel, type TriggerRule, type TriggerTerm } from "./rule.ts";
import type { TriggerSample } from "./sample.ts";
import { isCovered, type TriggerWindow, windowValue } from "./window.ts";

const atLimit = (term: TriggerTerm, value: number, limit: number): boolean => (term.worse === "above" ? value >= limit : value <= limit);

/** Whether the term is at least as bad as the limit; undefined while its window does not reach back far enough. */
function bad(rule: TriggerRule, term: TriggerTerm, window: TriggerWindow | undefined, limit: number, clock: number): boolean | undefined {
  if (window === undefined || !isCovered(rule, term, window, clock)) return undefined;
  if (term.aggregation === "n_of_m") return window.values.filter((value) => atLimit(term, value, limit)).length >= term.n;
  const value = windowValue(term, window);
  return value === undefined ? undefined : atLimit(term, value, limit);
}

/** All terms are at or beyond their raising limits. */
export function badness(rule: TriggerRule, level: TriggerLevel, windows: readonly TriggerWindow[], clock: number): boolean {
  return rule.terms.every((term, index) => bad(rule, term, windows[index], level.raise[index] ?? Number.NaN, clock) === true);
}

/** At least one term is back beyond its clearing limit: they no longer are bad together. */
export function goodness(rule: TriggerRule, level: TriggerLevel, windows: readonly TriggerWindow[], clock: number): boolean {
  return rule.terms.some((term, index) => bad(rule, term, windows[index], level.clear[index] ?? Number.NaN, clock) === false);
}

/** Whether a problem may be opened at this moment: the machine has settled after its start, and the rule's hours have come. */
export function isOpenNow(rule: TriggerRule, sample: TriggerSample): boolean {
  if (sample.uptimeMs !== undefined && sample.uptimeMs < rule.bootGraceMs) return false;
  if (rule.schedule.length === 0) return true;
  const minute = sample.minuteOfWeek;
  if (minute === undefined) return false;
  const within = (minute + MINUTES_A_WEEK) % MINUTES_A_WEEK;
  return rule.schedule.some(({ fromMinute, toMinute }) =>
    fromMinute < toMinute ? within >= fromMinute && within < toMinute : within >= fromMinute || within < toMinute,
  );
}
