import { describe, expect, it } from "vitest";
import { chooseRange } from "./range.ts";

const NOW = Date.UTC(2026, 5, 15, 12, 0, 10);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const choose = (from: number, to: number, step?: number, interval = 30) =>
  chooseRange({ from: String(from), to: String(to), ...(step !== undefined && { step }) }, NOW, interval);
const last = (range: number, step?: number, interval?: number) => choose(NOW - range, NOW, step, interval);

describe("a chart's range", () => {
  it.each([
    ["an hour", HOUR, "raw", 60],
    ["six hours", 6 * HOUR, "raw", 60],
    ["a day", DAY, "1m", 120],
    ["two days", 2 * DAY, "1m", 240],
    ["a week", 7 * DAY, "5m", 900],
    ["a month", 30 * DAY, "1h", 3600],
    ["a year", 365 * DAY, "1h", 46_800],
  ])("of %s is read from the fitting table in at most about 720 steps", (_, range, source, stepSeconds) => {
    const chosen = last(range);
    expect(chosen).toMatchObject({ source, stepSeconds });
    expect(chosen.points).toBeLessThanOrEqual(722);
  });

  it("in the past is read from a table that still holds it", () => {
    expect(choose(NOW - 3 * DAY, NOW - 3 * DAY + HOUR).source).toBe("1m");
    expect(choose(NOW - 40 * DAY, NOW - 40 * DAY + HOUR).source).toBe("5m");
  });

  it("begins on the step's grid, so that the same bucket is the same in every answer", () => {
    const { firstMs, points, stepSeconds } = last(HOUR);
    expect([firstMs % 60_000, firstMs <= NOW - HOUR, firstMs + points * stepSeconds * 1000 >= NOW]).toEqual([0, true, true]);
  });

  it("of a machine that reports seldom has steps wide enough for two reports", () => {
    expect(last(HOUR, undefined, 300).stepSeconds).toBe(600);
    expect(last(DAY, undefined, 300).stepSeconds).toBe(600);
  });

  it("with a step of the caller's own uses it, rounded up to what the table can show", () => {
    expect(last(HOUR, 30)).toMatchObject({ stepSeconds: 30, points: 121 });
    expect(last(DAY, 90).stepSeconds).toBe(120);
  });

  it("is the last hour when nothing is asked, and takes ISO 8601", () => {
    expect(chooseRange({}, NOW, 30)).toMatchObject({ fromMs: NOW - HOUR, toMs: NOW });
    expect(chooseRange({ from: "2026-06-15T10:00:00Z", to: "2026-06-15T11:00:00+00:00" }, NOW, 30).fromMs).toBe(Date.UTC(2026, 5, 15, 10));
  });

  it.each([
    ["from after to", { from: String(NOW), to: String(NOW - 1) }, "from"],
    ["an empty range", { from: String(NOW), to: String(NOW) }, "from"],
    ["more than 400 days", { from: String(NOW - 401 * DAY), to: String(NOW) }, "from"],
    ["more than 2,000 points", { from: String(NOW - DAY), to: String(NOW), step: 30 }, undefined],
    ["more than 2,000 points over days", { from: String(NOW - 10 * DAY), to: String(NOW), step: 300 }, "step"],
    ["no instant", { from: "yesterday" }, "from"],
    ["SQL", { from: "2026-01-01'; drop table x" }, "from"],
    ["an instant beyond all calendars", { to: "9".repeat(16) }, "to"],
  ])("with %s is refused by name or made sensible", (_, query, field) => {
    if (field === undefined) expect(chooseRange(query, NOW, 30).points).toBeLessThanOrEqual(2_000);
    else
      expect(() => chooseRange(query, NOW, 30)).toThrow(
        expect.objectContaining({ code: "INVALID_INPUT", details: { fields: [{ field, problem: expect.any(String) }] } }),
      );
  });
});
