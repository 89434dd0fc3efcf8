import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  AGGREGATIONS,
  advance,
  freshState,
  ruleComplaints,
  STALE_POLICIES,
  type TriggerEvent,
  type TriggerRule,
  type TriggerSample,
  type TriggerState,
} from "./trigger.ts";

const EVERY = 10_000;

/** Rules with one or two levels and one term, limits on a scale of 0 to 100. */
const rules: fc.Arbitrary<TriggerRule> = fc
  .record({
    aggregation: fc.constantFrom(...AGGREGATIONS),
    slots: fc.integer({ min: 1, max: 12 }),
    m: fc.integer({ min: 1, max: 6 }),
    n: fc.integer({ min: 1, max: 6 }),
    raise: fc.integer({ min: 10, max: 80 }),
    gap: fc.integer({ min: 0, max: 10 }),
    higher: fc.option(fc.integer({ min: 0, max: 20 })),
    raiseFor: fc.integer({ min: 0, max: 6 }),
    clearFor: fc.integer({ min: 0, max: 6 }),
    policy: fc.constantFrom(...STALE_POLICIES),
    openings: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ aggregation, slots, m, n, raise, gap, higher, raiseFor, clearFor, policy, openings }) => {
    const counts = aggregation === "n_of_m";
    const level = (severity: "warning" | "critical", at: number) =>
      ({ severity, raise: [at], clear: [at - gap], raiseForMs: raiseFor * EVERY }) as const;
    return {
      version: 1,
      everyMs: EVERY,
      terms: [
        {
          metric: "x",
          aggregation,
          windowMs: counts || aggregation === "last" ? 0 : slots * EVERY,
          n: counts ? Math.min(n, m) : 0,
          m: counts ? m : 0,
          worse: "above" as const,
        },
      ],
      levels: [level("warning", raise), ...(higher === null ? [] : [level("critical", raise + higher)])],
      clearForMs: clearFor * EVERY,
      stale: { afterMs: 5 * EVERY, policy },
      bootGraceMs: 0,
      flap: { openings, withinMs: 60 * EVERY, clearForMs: 20 * EVERY },
      schedule: [],
    };
  });

/** What the agent does: looks with and without a sample, at times that mostly move on. */
interface Look {
  readonly sample: TriggerSample | undefined;
  readonly stepMs: number;
}
const steps = fc.oneof(
  { weight: 12, arbitrary: fc.constant(EVERY) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3 * EVERY }) },
  { weight: 1, arbitrary: fc.integer({ min: -100 * EVERY, max: 100 * EVERY }) },
);
const looks: fc.Arbitrary<Look[]> = fc.array(
  fc.record({
    sample: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 110 }).map((value) => ({ values: [value] })) },
      { weight: 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant({ values: [Number.NaN] }) },
    ),
    stepMs: steps,
  }),
  { maxLength: 120 },
);

function run(rule: TriggerRule, seen: readonly Look[], from: TriggerState, start: number) {
  let state = from;
  let now = start;
  const events: TriggerEvent[] = [];
  for (const { sample, stepMs } of seen) {
    now += stepMs;
    const advanced = advance(rule, state, sample, now);
    state = advanced.state;
    events.push(...advanced.events);
  }
  return { state, events, now };
}

describe("any rule over any signal", () => {
  it("is one that the check lets pass", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(ruleComplaints(rule)).toEqual([]);
      }),
    );
  });

  it("never has two open problems, and episodes count up by one", () => {
    fc.assert(
      fc.property(rules, looks, (rule, seen) => {
        let open = false;
        let episode = 0;
        for (const event of run(rule, seen, freshState(rule, 0), 0).events) {
          if (event.kind === "opened") {
            expect(open).toBe(false);
            expect(event.episode).toBe(episode + 1);
            episode = event.episode;
            open = true;
          } else if (event.kind === "resolved") {
            expect(open).toBe(true);
            open = false;
          } else if (event.kind === "raised" || event.kind === "lowered") expect(open).toBe(true);
          expect(event.episode).toBe(episode);
        }
      }),
    );
  });

  it("goes on from any saved state as if it had never stopped", () => {
    fc.assert(
      fc.property(rules, looks, fc.nat(), (rule, seen, cut) => {
        const straight = run(rule, seen, freshState(rule, 0), 0);
        const at = seen.length === 0 ? 0 : cut % seen.length;
        const first = run(rule, seen.slice(0, at), freshState(rule, 0), 0);
        const saved: TriggerState = JSON.parse(JSON.stringify(first.state));
        const second = run(rule, seen.slice(at), saved, first.now);
        expect([...first.events, ...second.events]).toEqual(straight.events);
        expect(second.state).toEqual(straight.state);
      }),
    );
  });

  it("never changes the state it was given", () => {
    fc.assert(
      fc.property(rules, looks, (rule, seen) => {
        let state = freshState(rule, 0);
        let now = 0;
        for (const { sample, stepMs } of seen) {
          now += stepMs;
          const before = JSON.stringify(state);
          const { state: next } = advance(rule, state, sample, now);
          expect(JSON.stringify(state)).toBe(before);
          state = next;
        }
      }),
      { numRuns: 30 },
    );
  });

  it("ends no problem while no sample comes, however long", () => {
    fc.assert(
      fc.property(rules, looks, fc.array(fc.integer({ min: 1, max: 1_000 * EVERY }), { maxLength: 20 }), (rule, seen, waits) => {
        const before = run(rule, seen, freshState(rule, 0), 0);
        const silence = waits.map((stepMs) => ({ sample: undefined, stepMs }));
        const after = run(rule, silence, before.state, before.now);
        expect(after.events.filter(({ kind }) => kind === "resolved" || kind === "lowered")).toEqual([]);
        if (before.state.severity !== null) expect(after.state.severity).toBe(before.state.severity);
      }),
    );
  });
});

describe("a signal that stays the same", () => {
  it("opens at most one problem, on a ladder of one level with one event, and never ends it", () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 110 }), (rule, value) => {
        const constant = Array.from({ length: 200 }, () => ({ sample: { values: [value] }, stepMs: EVERY }));
        const { events } = run(rule, constant, freshState(rule, 0), 0);
        expect(events.length).toBeLessThanOrEqual(1);
        expect(events.every(({ kind }) => kind === "opened")).toBe(true);
        // And it opens exactly when the value is at the limit.
        expect(events.length).toBe(value >= (rule.levels[0]?.raise[0] ?? 0) ? 1 : 0);
      }),
    );
  });
});

describe("clock steps", () => {
  it("never lose or double a problem: a long enough wrong and a long enough right are told once each", () => {
    fc.assert(
      fc.property(rules, fc.array(fc.tuple(fc.nat({ max: 99 }), fc.integer({ min: -1e9, max: 1e9 })), { maxLength: 3 }), (rule, jumps) => {
        const bad: Look[] = Array.from({ length: 100 }, () => ({ sample: { values: [110] }, stepMs: EVERY }));
        const good: Look[] = Array.from({ length: 100 }, () => ({ sample: { values: [-1] }, stepMs: EVERY }));
        const seen = [...bad, ...good].map((look, at) => ({
          ...look,
          stepMs: look.stepMs + jumps.filter(([when]) => when === at % 100 && at < 70).reduce((sum, [, by]) => sum + by, 0),
        }));
        const kinds = run(rule, seen, freshState(rule, 0), 0).events.map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === "opened")).toHaveLength(1);
        expect(kinds.filter((kind) => kind === "resolved")).toHaveLength(1);
      }),
    );
  });
});
