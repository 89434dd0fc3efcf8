import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Prisma } from "../../../generated/prisma/client.ts";
import { compileFilter } from "./compile.ts";
import { stretchOf } from "./dates.ts";
import { FIELDS, type FieldName, fieldOf } from "./fields.ts";
import { FilterError, parseFilter } from "./parse.ts";
import { printFilter } from "./print.ts";
import type { Filter, Term } from "./tree.ts";

/** Text that would act if it ever became SQL or a pattern. */
const words = fc
  .oneof(
    fc.constantFrom("'; drop table resources; --", '"', "\\", "$1", "%", "or", "not", "(", "windows 11", "-x", "a:b", "São Paulo"),
    fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
  )
  .filter((text) => text.trim() !== "");
const names = fc.constantFrom(...(Object.keys(FIELDS) as FieldName[]));

const terms: fc.Arbitrary<Filter> = names.chain((field): fc.Arbitrary<Term> => {
  const { kind, choices } = fieldOf(field);
  const signs =
    kind === "number" || kind === "version" || kind === "date" || kind === "custom"
      ? ([":", "=", "!=", "<", "<=", ">", ">="] as const)
      : kind === "software"
        ? ([":", "="] as const)
        : ([":", "=", "!="] as const);
  const value =
    kind === "flag"
      ? fc.constantFrom("yes", "no", "unknown")
      : kind === "choice"
        ? fc.constantFrom(...(choices ?? []))
        : kind === "number"
          ? fc.nat(99_999).map(String)
          : kind === "version"
            ? fc.constantFrom("10", "22H2", "6.1.0-18", "1:2.3")
            : kind === "date"
              ? fc.constantFrom("2027-03-31", "2027-03", "2027", "today", "90d", "-30d", "12h")
              : words;
  const version = fc.record({
    operator: fc.constantFrom("=" as const, "<" as const, ">=" as const),
    value: fc.constantFrom("115", "2.0-1"),
  });
  return fc
    .record({
      operator: fc.constantFrom(...signs),
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
      version: fc.option(version, { nil: undefined }),
      name: fc.constantFrom("Cost centre", "code", 'the "other"', "São Paulo"),
    })
    .map(({ operator, values, version: behind, name }) => ({
      kind: "term",
      field,
      operator,
      values,
      ...(kind === "custom" ? { name } : {}),
      ...(kind === "software" && behind ? { version: behind } : {}),
    }));
});
const { filters } = fc.letrec<{ filters: Filter }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    terms,
    words.map((value): Filter => ({ kind: "text", value })),
    tie("filters").map((of): Filter => ({ kind: "not", of })),
    fc
      .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(tie("filters"), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): Filter => ({ kind, of })),
  ),
}));
const OWN = new Map(["cost centre", "code", 'the "other"', "são paulo"].map((label) => [label, { kind: "text" as const, ids: [label] }]));
const sqlOf = (filter: Filter): Prisma.Sql =>
  compileFilter(filter, { shownPresence: Prisma.sql`presence`, now: Date.parse("2026-11-22T10:00:00Z"), customFields: OWN });

test("what is printed is understood as what it was", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const text = printFilter(filter);
      fc.pre(text.length <= 1_000);
      expect(parseFilter(text)).toEqual(filter);
    }),
    { numRuns: 300 },
  );
});

test("what people write is a parameter and never SQL", () => {
  const same = (filter: Filter): Filter => {
    switch (filter.kind) {
      case "text":
        return { ...filter, value: "x" };
      case "not":
        return { ...filter, of: same(filter.of) };
      case "and":
      case "or":
        return { ...filter, of: filter.of.map(same) };
      case "term":
        return ["text", "software", "custom"].includes(fieldOf(filter.field).kind)
          ? { ...filter, values: filter.values.map(() => "x") }
          : filter;
    }
  };
  fc.assert(
    fc.property(filters, (filter) => {
      expect(sqlOf(filter).sql).toBe(sqlOf(same(filter)).sql);
    }),
    { numRuns: 300 },
  );
});

test("any text at all is understood or refused with a place in it", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.array(fc.constantFrom("os", ":", '"', "(", ")", "<", "-", "or", " ", "115", "software")).map((parts) => parts.join("")),
      ),
      (text) => {
        try {
          parseFilter(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError);
          expect((error as FilterError).position).toBeGreaterThanOrEqual(0);
          expect((error as FilterError).position).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe("a mistake is told where it is and what to write instead", () => {
  test.each([
    ["ox:debian", 0, /no field "ox"/],
    ["disk.encripted:no", 0, /disk\.encrypted/],
    ["disk.encrypted:maybe", 15, /disk\.encrypted:yes, disk\.encrypted:no or/],
    ['os:"windows', 3, /quotes are not closed/],
    ["os:", 3, /a value is missing: os:"some text"/],
    ["(os:debian", 10, /"\)" is missing/],
    ["os:debian)", 9, /no "\("/],
    ["os<debian", 2, /has no order/],
    ["warranty<soon", 9, /"soon" is no date.*warranty<90d/],
    ["warranty<2027-02-30", 9, /no date/],
    ["created>unknown", 8, /created:unknown/],
    ['field."Cost', 6, /quotes are not closed/],
    ["field:x", 0, /no field "field"/],
    ["field.code", 10, /value is missing/],
    ['tag:""', 4, /value is missing/],
    ["memory>much", 7, /memory>4/],
    ["software:firefox<new", 17, /version with digits/],
    ["presence:gone", 9, /online, not_answering/],
    ["os:debian or", 12, /missing/],
    [`${"-".repeat(40)}x`, 10, /at most 10 deep/],
  ])("%s", (text, position, message) => {
    let refused: unknown;
    try {
      parseFilter(text);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(FilterError);
    expect((refused as FilterError).message).toMatch(message);
    expect((refused as FilterError).position).toBe(position);
  });
});

test("the example of the manual is understood", () => {
  expect(parseFilter('os:"windows 11" disk.encrypted:no software:"firefox"<115 (site:Matriz or -virtual:yes)')).toEqual({
    kind: "and",
    of: [
      { kind: "term", field: "os", operator: ":", values: ["windows 11"] },
      { kind: "term", field: "disk.encrypted", operator: ":", values: ["no"] },
      { kind: "term", field: "software", operator: ":", values: ["firefox"], version: { operator: "<", value: "115" } },
      {
        kind: "or",
        of: [
          { kind: "term", field: "site", operator: ":", values: ["Matriz"] },
          { kind: "not", of: { kind: "term", field: "virtual", operator: ":", values: ["yes"] } },
        ],
      },
    ],
  });
});

test("an organization's own fields are looked up by their labels, and their values by their kinds", () => {
  const known = new Map([
    ["cost centre", "number" as const],
    ["handed over", "date" as const],
  ]);
  expect(parseFilter('field."Cost Centre">=100', known)).toEqual({
    kind: "term",
    field: "field",
    name: "Cost Centre",
    operator: ">=",
    values: ["100"],
  });
  expect(parseFilter('field."handed over"<30 days ago', known)).toMatchObject({ values: ["-30d"] });
  const problemOf = (text: string) => {
    try {
      parseFilter(text, known);
    } catch (error) {
      return error instanceof FilterError ? [error.problem, error.position, error.params] : error;
    }
    return undefined;
  };
  expect(problemOf('os:x field."Cost"=1')).toEqual(["unknown_custom_field", 5, { name: "Cost", near: "cost centre" }]);
  expect(problemOf('field."Cost centre"=much')).toMatchObject(["not_a_number", 20, { value: "much" }]);
});

test.each([
  ["warranty<90 days", "90d"],
  ["warranty<90d", "90d"],
  ["created>30 days ago", "-30d"],
  ["created>-2weeks", "-2w"],
  ["created > -7d", "-7d"],
  ["acquired:31/3/2027", "2027-03-31"],
  ["acquired:2027-03", "2027-03"],
  ["seen<-12h", "-12h"],
  ["warranty:Unknown", "unknown"],
])("%s says %s", (text, date) => {
  expect(parseFilter(text)).toMatchObject({ values: [date] });
});

test("a time from now is counted by the calendar", () => {
  const now = Date.parse("2027-01-31T10:30:00Z");
  const days = (date: string) => {
    const { from, to } = stretchOf(date, now, true);
    return [from, to].map((ms) => new Date(ms).toISOString().slice(0, 10));
  };
  expect(days("today")).toEqual(["2027-01-31", "2027-02-01"]);
  expect(days("1m")).toEqual(["2027-02-28", "2027-03-01"]);
  expect(days("-1y")).toEqual(["2026-01-31", "2026-02-01"]);
  expect(days("2w")).toEqual(["2027-02-14", "2027-02-15"]);
  expect(days("2027-12")).toEqual(["2027-12-01", "2028-01-01"]);
  expect(days("2027")).toEqual(["2027-01-01", "2028-01-01"]);
  expect(stretchOf("-12h", now, false).from).toBe(now - 12 * 3_600_000);
});
