import { describe, expect, test } from "vitest";
import { answered, freshnessOf } from "./freshness-state.ts";

const taken = { takenAt: "2026-01-02T03:04:05.000Z", malformed: null };
const nothing = { takenAt: null, malformed: null };
const asked = { takenAt: taken.takenAt, malformedAt: null, at: 1_000 };

describe("how current a machine's inventory is", () => {
  test("tells a machine without an agent from one whose inventory did not come yet", () => {
    expect(freshnessOf(nothing, "none", undefined, 0)).toBe("agentless");
    expect(freshnessOf(nothing, "online", undefined, 0)).toBe("never");
    expect(freshnessOf(nothing, "offline", undefined, 0)).toBe("never");
  });
  test("says when the machine cannot be asked", () => {
    expect(freshnessOf(taken, "online", undefined, 0)).toBe("known");
    expect(freshnessOf(taken, "not_answering", undefined, 0)).toBe("away");
  });
  test("waits after asking until something else arrives, and says when that takes long", () => {
    expect(freshnessOf(taken, "online", asked, 5_000)).toBe("asked");
    expect(freshnessOf(taken, "online", asked, 200_000)).toBe("late");
    expect(freshnessOf({ ...taken, takenAt: "2026-01-02T03:09:05.000Z" }, "online", asked, 5_000)).toBe("known");
  });
  test("takes an inventory that cannot be believed for an answer", () => {
    expect(answered(asked, { ...taken, malformed: { at: "2026-01-02T03:09:05.000Z", reason: "no list" } })).toBe(true);
    expect(answered(asked, taken)).toBe(false);
  });
});
