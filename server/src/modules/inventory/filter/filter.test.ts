import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Prisma } from "../../../generated/prisma/client.ts";
import { compileFilter } from "./compile.ts";
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
    kind === "number" || kind === "version"
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
    })
    .map(({ operator, values, version: behind }) => ({
      kind: "term",
      field,
      operator,
      values,
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
const sqlOf = (filter: Filter): Prisma.Sql => compileFilter(filter, { shownPresence: Prisma.sql`presence`, now: 0 });

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
        return ["text", "software"].includes(fieldOf(filter.field).kind) ? { ...filter, values: filter.values.map(() => "x") } : filter;
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
