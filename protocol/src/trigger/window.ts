// The last while of one term's samples in at most sixty slots, so that a state stays small however long the window is.
import type { TriggerRule, TriggerTerm } from "./rule.ts";

const SLOTS = 60;

/** Never changed: a new sample makes a new window. Times are the state's own clock, milliseconds. */
export interface TriggerWindow {
  /** Since when samples come without a hole; -1 before the first. */
  readonly since: number;
  /** When each slot began, oldest first; empty for windows that count samples. */
  readonly starts: readonly number[];
  /** Samples in each slot. */
  readonly counts: readonly number[];
  /** What the term keeps of each slot: the sum, the smallest, the largest or the sample. */
  readonly values: readonly number[];
}

export const EMPTY_WINDOW: TriggerWindow = { since: -1, starts: [], counts: [], values: [] };

const slotMs = (term: TriggerTerm, everyMs: number): number => Math.max(everyMs, term.windowMs / SLOTS);
const kept = (term: TriggerTerm): number => (term.aggregation === "n_of_m" ? term.m : term.aggregation === "last" ? 1 : 0);

function merge(term: TriggerTerm, held: number, value: number): number {
  if (term.aggregation === "min") return Math.min(held, value);
  if (term.aggregation === "max") return Math.max(held, value);
  return held + value;
}

/** The window after one more sample at `clock`. */
export function pushSample(rule: TriggerRule, term: TriggerTerm, window: TriggerWindow, value: number, clock: number): TriggerWindow {
  const since = window.since < 0 ? clock : window.since;
  const samples = kept(term);
  if (samples > 0) {
    const values = window.values.slice(-samples + 1 || window.values.length);
    values.push(value);
    return { since, starts: [], counts: [], values };
  }
  const { starts, counts, values } = window;
  let first = 0;
  while (first < starts.length && (starts[first] ?? 0) <= clock - term.windowMs) first += 1;
  const next = { since, starts: starts.slice(first), counts: counts.slice(first), values: values.slice(first) };
  const last = next.starts.length - 1;
  const begun = next.starts[last];
  if (begun !== undefined && clock - begun < slotMs(term, rule.everyMs)) {
    next.counts[last] = (next.counts[last] ?? 0) + 1;
    next.values[last] = merge(term, next.values[last] ?? 0, value);
  } else {
    next.starts.push(clock);
    next.counts.push(1);
    next.values.push(value);
  }
  return next;
}

/** Whether the window reaches back far enough to speak: a single peak after a start is no average. */
export function isCovered(rule: TriggerRule, term: TriggerTerm, window: TriggerWindow, clock: number): boolean {
  if (window.values.length === 0) return false;
  if (term.aggregation === "n_of_m") return window.values.length >= term.m;
  return clock - window.since >= term.windowMs - rule.everyMs;
}

/** What the term says now; undefined while nothing was sampled. For "n_of_m" the last sample; of p95 each slot counts by its mean. */
export function windowValue(term: TriggerTerm, window: TriggerWindow): number | undefined {
  const { counts, values } = window;
  switch (term.aggregation) {
    case "min":
      return values.length === 0 ? undefined : Math.min(...values);
    case "max":
      return values.length === 0 ? undefined : Math.max(...values);
    case "p95": {
      const means = values.map((sum, slot) => sum / (counts[slot] ?? 1)).sort((a, b) => a - b);
      return means[Math.ceil(means.length * 0.95) - 1];
    }
    case "avg": {
      let sum = 0;
      let count = 0;
      for (let slot = 0; slot < values.length; slot += 1) {
        sum += values[slot] ?? 0;
        count += counts[slot] ?? 0;
      }
      return count === 0 ? undefined : sum / count;
    }
    default:
      return values.at(-1);
  }
}
