import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFilter, takeCompletion } from "./complete-filter.ts";

const offered = (text: string, cursor = text.length) => completeFilter(text, cursor).options.map(({ insert }) => insert);

describe("what the filter box offers", () => {
  test("fields at the beginning of a term, those that begin like it first", () => {
    expect(offered("")).toContain("os:");
    expect(offered("os")).toEqual(["os:", "os.version<", "os.build:", "os.ends<", "os.supported:", "host:"]);
    expect(offered("virtual:yes (dis")).toEqual(["disk>", "disk.encrypted:", "disk.failing:"]);
    expect(offered("-encr")).toEqual(["disk.encrypted:"]);
    expect(offered("fie")).toEqual(["field."]);
  });
  test("the values of a field that has only some", () => {
    expect(offered("disk.encrypted:")).toEqual(["yes", "no", "unknown"]);
    expect(offered("disk.encrypted:n")).toEqual(["no"]);
    expect(offered("platform:linux,w")).toEqual(["windows"]);
    expect(offered("warranty<9")).toEqual(["90d"]);
    expect(offered("created>-3")).toEqual(["-30d"]);
    expect(offered("platform:linux,")).not.toContain("linux");
  });
  test("nothing where the text is the person's own", () => {
    expect(offered('os:"os')).toEqual([]);
    expect(offered("os:win")).toEqual([]);
    expect(offered("nothing:ye")).toEqual([]);
    expect(offered('name:"a \\" os')).toEqual([]);
  });
  test("at the cursor and not at the end", () => expect(offered("chas and more", 4)).toEqual(["chassis:"]));
});

test("a completion replaces what was begun and leaves the rest", () => {
  const text = "disk.en os:debian";
  const { from, options } = completeFilter(text, 7);
  const [first] = options;
  expect(first === undefined ? undefined : takeCompletion(text, 7, from, first)).toEqual({ text: "disk.encrypted: os:debian", cursor: 15 });
});

test("whatever is typed, a completion keeps everything outside of what it replaces", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.nat(40), (text, at) => {
      const cursor = Math.min(at, text.length);
      const { from, options } = completeFilter(text, cursor);
      expect(from).toBeLessThanOrEqual(cursor);
      for (const option of options) {
        const taken = takeCompletion(text, cursor, from, option);
        expect(taken.text.startsWith(text.slice(0, from))).toBe(true);
        expect(taken.text.endsWith(text.slice(cursor))).toBe(true);
      }
    }),
  );
});
