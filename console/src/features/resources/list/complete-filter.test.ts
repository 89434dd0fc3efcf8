import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { begunValue, completeFilter, completeOwnField, takeCompletion, valueCompletions } from "./complete-filter.ts";

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
  test("the fleet's own words, in quotes where they need them", () => {
    expect(begunValue("memory>8 os:win", 15)).toEqual({ field: "os", begun: "win", from: 12 });
    expect(begunValue('client:"Café do', 15)).toEqual({ field: "client", begun: "Café do", from: 7 });
    expect(begunValue("tag:a,b", 7)).toEqual({ field: "tag", begun: "b", from: 6 });
    expect(begunValue("platform:w", 10)).toBeUndefined();
    expect(begunValue('os:"x" re', 9)).toBeUndefined();
    const begun = begunValue("os:win", 6);
    expect(begun && valueCompletions(begun, ["Windows 11", "win"])).toEqual([{ insert: '"Windows 11"', field: undefined }]);
  });
  test("labels of own fields", () => {
    const labels = ["Cost centre", "Code"];
    const inserted = (text: string) => completeOwnField(text, text.length, labels)?.options.map(({ insert }) => insert);
    expect(inserted("field.")).toEqual(['"Cost centre":', "Code:"]);
    expect(inserted('-field."cos')).toEqual(['"Cost centre":']);
    expect(inserted("os:x")).toBeUndefined();
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
