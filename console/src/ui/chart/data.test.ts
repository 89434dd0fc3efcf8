import { describe, expect, test } from "vitest";
import { type ChartData, columnsOf, isBlank, lastMeasured, loneValues, toCsv } from "./data.ts";

const data: ChartData = {
  times: [60, 120, 180],
  unit: "ratio",
  lines: [
    { label: "busy", values: [0.1, null, 0.3], low: [0, null, 0.2], high: [0.2, null, 0.4] },
    { label: "waiting", values: [null, null, 0] },
  ],
};

describe("a chart's columns", () => {
  test("keep every gap where it is, in lines and bands", () =>
    expect(columnsOf(data)).toEqual([
      [60, 120, 180],
      [0.1, null, 0.3],
      [null, null, 0],
      [0.2, null, 0.4],
      [0, null, 0.2],
    ]));
  test("are all as long as the time axis", () => expect(new Set(columnsOf(data).map((column) => column.length))).toEqual(new Set([3])));
});

test("zero is a measurement, nothing is not", () => {
  expect(isBlank({ ...data, lines: [{ label: "x", values: [null, null, null] }] })).toBe(true);
  expect(isBlank({ ...data, lines: [{ label: "x", values: [null, 0, null] }] })).toBe(false);
});

test("the reading starts at the last measurement", () => {
  expect(lastMeasured(data)).toBe(2);
  expect(lastMeasured({ ...data, lines: [{ label: "x", values: [1, null, null] }] })).toBe(0);
});

test("a measurement between two gaps is found, so that it can be drawn as a dot", () =>
  expect(loneValues([1, null, 2, null, 3, 4, null, 5])).toEqual([0, 2, 7]));

describe("CSV", () => {
  test("leaves a gap's cell empty and writes instants in UTC", () =>
    expect(toCsv(data)).toBe(
      '"time","busy (ratio)","waiting (ratio)"\r\n1970-01-01T00:01:00.000Z,0.1,\r\n1970-01-01T00:02:00.000Z,,\r\n1970-01-01T00:03:00.000Z,0.3,0\r\n',
    ));
  test("never starts a cell with something a spreadsheet would run", () => {
    const evil = toCsv({ ...data, lines: [{ label: '=HYPERLINK("http://x")', values: [1, 2, 3] }] });
    expect(evil.split("\r\n")[0]).toBe('"time","\'=HYPERLINK(""http://x"") (ratio)"');
  });
});
