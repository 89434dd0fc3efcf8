import { describe, expect, test } from "vitest";
import { ApiError } from "../../../api/errors.ts";
import { changesOf, EMPTY_FORM, problemsOf, rebase, refusedFields } from "./form.ts";
import { warrantyOn } from "./warranty.ts";

describe("a warranty", () => {
  test("lasts through its last day, is ending in its last 60 days, and has ended the day after", () => {
    expect(warrantyOn("2026-03-01", "2026-03-01")).toEqual({ state: "ending", days: 0 });
    expect(warrantyOn("2026-03-01", "2026-03-02")).toEqual({ state: "ended", days: 1 });
    expect(warrantyOn("2026-03-01", "2025-12-31")).toEqual({ state: "ending", days: 60 });
    expect(warrantyOn("2026-03-01", "2025-12-30")).toEqual({ state: "running", days: 61 });
  });
  test("that nobody spoke of is not there", () => {
    expect(warrantyOn(null, "2026-01-01")).toBeUndefined();
    expect(warrantyOn("someday", "2026-01-01")).toBeUndefined();
  });
});

describe("the form", () => {
  const before = { ...EMPTY_FORM, serial: "S1", assetTag: "A1", tags: ["rented"] };
  test("sends only what differs, and what was emptied as nothing", () => {
    expect(changesOf(before, before)).toEqual({});
    expect(changesOf(before, { ...before, serial: " ", model: " M ", tags: [] })).toEqual({ serial: null, model: "M", tags: [] });
  });
  test("refuses a warranty that ends before the acquisition, and only that order", () => {
    const dates = { ...EMPTY_FORM, acquisitionDate: "2025-01-02" };
    expect(problemsOf({ ...dates, warrantyDate: "2025-01-01" })).toEqual({ warrantyDate: "order" });
    expect(problemsOf({ ...dates, warrantyDate: "2025-01-02" })).toEqual({});
    expect(problemsOf(dates)).toEqual({});
  });
  test("takes over what others changed elsewhere and keeps what was typed here", () => {
    const mine = { ...before, serial: "mine", model: "both" };
    const theirs = { ...before, serial: "theirs", assetTag: "A2", model: "both" };
    expect(rebase(before, mine, theirs)).toEqual({
      form: { ...mine, assetTag: "A2" },
      taken: ["assetTag"],
      clashing: ["serial"],
    });
  });
  test("finds the fields that a refusal names", () => {
    const details = { fields: [{ field: "warrantyDate", problem: "order" }] };
    expect(refusedFields(new ApiError(400, "INVALID_INPUT", "", details))).toEqual({ warrantyDate: "order" });
    expect(refusedFields(new ApiError(409, "ALREADY_EXISTS", "", { field: "externalKey" }))).toEqual({ externalKey: "taken" });
    expect(refusedFields(new Error("no"))).toEqual({});
  });
});
