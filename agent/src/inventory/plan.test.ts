import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPlan } from "./plan.ts";

const MINUTE = 60_000;
const HOUR = 3_600_000;

describe("the plan", () => {
  test("has nothing to do before the link stood once", () => {
    expect(createPlan(() => 0, false).next()).toBeUndefined();
  });

  test("an enrolment's first inventory comes within a minute, a restart's within ten", () => {
    for (const chance of [0, 0.5, 0.999]) {
      const first = createPlan(() => chance, false);
      first.linked(1_000);
      expect(first.next()).toBeLessThan(1_000 + MINUTE);
      const restart = createPlan(() => chance, true);
      restart.linked(1_000);
      expect(restart.next()).toBeLessThanOrEqual(1_000 + 10 * MINUTE);
    }
  });

  test("comes again after about twelve hours, and sooner after a failure", () => {
    const plan = createPlan(() => 0.5, true);
    plan.linked(0);
    plan.begin(0);
    plan.end(1_000, true);
    expect(plan.next()).toBe(1_000 + 12 * HOUR);
    plan.begin(12 * HOUR);
    plan.end(12 * HOUR, false);
    expect(plan.next()).toBeLessThanOrEqual(13 * HOUR);
  });

  test("a request while one is under way is granted afterwards, with all that was asked", () => {
    const plan = createPlan(() => 0.5, true);
    plan.linked(0);
    plan.begin(0);
    plan.requested(10, false);
    plan.requested(20, true);
    plan.requested(30, false);
    plan.end(5_000, true);
    expect(plan.next()).toBe(MINUTE);
    expect(plan.begin(MINUTE)).toBe(true);
    plan.end(MINUTE, true);
    expect(plan.next()).toBeGreaterThan(10 * HOUR);
  });

  test("a machine that changes all the time is looked at every ten minutes", () => {
    const plan = createPlan(() => 0.5, true);
    plan.linked(0);
    plan.begin(0);
    plan.end(0, true);
    plan.changed(1_000);
    expect(plan.next()).toBe(10 * MINUTE);
  });

  test("whatever is asked and when: never two in a minute, and no request waits longer than that", () => {
    const step = fc.record({
      afterMs: fc.integer({ min: 0, max: 5 * MINUTE }),
      what: fc.constantFrom("linked", "requested", "full", "changed"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (steps, chance) => {
        const plan = createPlan(() => chance, true);
        const begun: number[] = [];
        let now = 0;
        let asked: number | undefined;
        const runUntil = (at: number) => {
          for (let due = plan.next(); due !== undefined && due <= at; due = plan.next()) {
            begun.push(due);
            if (asked !== undefined) expect(due - asked).toBeLessThanOrEqual(MINUTE);
            asked = undefined;
            plan.begin(due);
            plan.end(due, chance < 0.5);
          }
          now = at;
        };
        for (const { afterMs, what } of steps) {
          runUntil(now + afterMs);
          if (what === "linked") plan.linked(now);
          else if (what === "changed") plan.changed(now);
          else {
            plan.requested(now, what === "full");
            asked ??= now;
          }
        }
        for (const [index, at] of begun.entries())
          expect(at - (begun[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(MINUTE);
      }),
    );
  });
});
