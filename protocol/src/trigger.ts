// What a trigger means, once for agent and server: a pure machine from OK over PENDING to FIRING, RECOVERING and OK again, UNKNOWN without data.
// Levels are rungs of one instance, not instances. Raising and clearing have limits and times of their own, so a value on the line says nothing twice.
import { badness, goodness, isOpenNow } from "./trigger/condition.ts";
import { SEVERITIES, type Severity, type TriggerRule } from "./trigger/rule.ts";
import type { TriggerEvent, TriggerEventKind, TriggerSample } from "./trigger/sample.ts";
import { carryOver, forgetSamples, type TriggerState } from "./trigger/state.ts";
import { EMPTY_WINDOW, pushSample, windowValue } from "./trigger/window.ts";

export { ruleComplaints } from "./trigger/check.ts";
export * from "./trigger/rule.ts";
export type { TriggerEvent, TriggerSample } from "./trigger/sample.ts";
export { freshState, type TriggerState } from "./trigger/state.ts";

export interface Advanced {
  readonly state: TriggerState;
  readonly events: readonly TriggerEvent[];
}

type Draft = { -readonly [Key in keyof TriggerState]: TriggerState[Key] };

/**
 * One look at an instance. `now` is the caller's time in milliseconds; it may jump: backwards counts as no time, forwards beyond the rule's
 * patience as a hole in the data. Without a sample only time passes. The rule has to be one without complaints (`ruleComplaints`).
 */
export function advance(rule: TriggerRule, state: TriggerState, sample: TriggerSample | undefined, now: number): Advanced {
  const events: TriggerEvent[] = [];
  const next: Draft = { ...(state.ruleVersion === rule.version ? state : carryOver(rule, state)) };
  const tell = (kind: TriggerEventKind, heldMs = 0, severity = next.severity): void => {
    const values = rule.terms.map((term, index) => windowValue(term, next.windows[index] ?? EMPTY_WINDOW) ?? null);
    events.push({ kind, at: now, episode: next.episode, severity, values, heldMs });
  };
  if (next.severity !== state.severity) tell(rankOf(next.severity) > rankOf(state.severity) ? "raised" : "lowered");

  next.clock = state.clock + Math.max(0, now - state.lookedAt);
  next.lookedAt = now;
  const seen = sample?.values.length === rule.terms.length && sample.values.every(Number.isFinite) ? sample : undefined;
  if (isStale(rule, next)) {
    Object.assign(next, forgetSamples(rule, next));
    standStill(rule, next, seen === undefined, tell);
  }
  if (seen !== undefined) take(rule, next, seen, tell);
  return { state: next, events };
}

type Tell = (kind: TriggerEventKind, heldMs?: number, severity?: Severity | null) => void;

const rankOf = (severity: Severity | null): number => (severity === null ? -1 : SEVERITIES.indexOf(severity));

/** Whether the last sample is older than the rule has patience for. Before the first sample nothing is stale, only unknown to begin with. */
function isStale(rule: TriggerRule, state: TriggerState): boolean {
  return state.sampledAt >= 0 && state.clock - state.sampledAt > rule.stale.afterMs;
}

/** No data for too long: what was under way begins anew; an open problem stays open whatever the policy. */
function standStill(rule: TriggerRule, next: Draft, silent: boolean, tell: Tell): void {
  if (rule.stale.policy === "fire" && silent) {
    const mildest = rule.levels[0]?.severity ?? "warning";
    if (next.severity === null) open(rule, next, mildest, rule.stale.afterMs, tell);
    else next.status = "firing";
    return;
  }
  if (rule.stale.policy === "unknown" && silent && next.status !== "unknown") {
    next.status = "unknown";
    tell("unknown");
    return;
  }
  if (next.status !== "unknown") next.status = next.severity === null ? "ok" : "firing";
}

/** A sample arrived: how long every level has been bad or good, and what follows from it. */
function take(rule: TriggerRule, next: Draft, sample: TriggerSample, tell: Tell): void {
  const passed = next.sampledAt < 0 ? 0 : next.clock - next.sampledAt;
  next.sampledAt = next.clock;
  next.windows = rule.terms.map((term, index) =>
    pushSample(rule, term, next.windows[index] ?? EMPTY_WINDOW, sample.values[index] ?? 0, next.clock),
  );
  if (next.status === "unknown") {
    next.status = next.severity === null ? "ok" : "firing";
    tell("known");
  }
  const may = isOpenNow(rule, sample);
  const lasted = (held: number | undefined, still: boolean): number => (still ? ((held ?? -1) < 0 ? 0 : (held ?? 0) + passed) : -1);
  next.badFor = rule.levels.map((level, index) => lasted(next.badFor[index], may && badness(rule, level, next.windows, next.clock)));
  next.goodFor = rule.levels.map((level, index) => lasted(next.goodFor[index], goodness(rule, level, next.windows, next.clock)));

  const reached = rule.levels.findLastIndex((level, index) => (next.badFor[index] ?? -1) >= level.raiseForMs);
  const level = rule.levels[reached];
  if (next.severity === null) {
    if (level === undefined) next.status = next.badFor.some((held) => held >= 0) ? "pending" : "ok";
    else open(rule, next, level.severity, next.badFor[reached] ?? 0, tell);
    return;
  }
  if (level !== undefined && rankOf(level.severity) > rankOf(next.severity)) {
    next.severity = level.severity;
    tell("raised", next.badFor[reached]);
  }
  recover(rule, next, tell);
}

function open(rule: TriggerRule, next: Draft, severity: Severity, heldMs: number, tell: Tell): void {
  next.status = "firing";
  next.severity = severity;
  next.episode += 1;
  next.openings = [...next.openings.filter((at) => next.clock - at < rule.flap.withinMs), next.clock].slice(-rule.flap.openings - 1);
  tell("opened", heldMs);
  if (next.openings.length > rule.flap.openings && !next.flapping) {
    next.flapping = true;
    tell("flapping");
  }
}

/** The way down: a rung at a time while the mildest level is still bad, and out when that one has been good for long enough. */
function recover(rule: TriggerRule, next: Draft, tell: Tell): void {
  const patience = next.flapping ? Math.max(rule.clearForMs, rule.flap.clearForMs) : rule.clearForMs;
  const good = (index: number): number => next.goodFor[index] ?? -1;
  if (good(0) >= patience) {
    const last = next.severity;
    const held = good(0);
    next.status = "ok";
    next.severity = null;
    if (next.flapping) next.openings = [];
    next.flapping = false;
    tell("resolved", held, last);
    return;
  }
  next.status = good(0) >= 0 ? "recovering" : "firing";
  const current = rule.levels.findIndex((level) => level.severity === next.severity);
  if (current <= 0 || good(current) < patience) return;
  const held = good(current);
  let lower = current - 1;
  while (lower > 0 && good(lower) >= patience) lower -= 1;
  next.severity = rule.levels[lower]?.severity ?? next.severity;
  tell("lowered", held);
}
