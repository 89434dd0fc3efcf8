import { describe, expect, test } from "vitest";
import { fuzzyScore, rank } from "./fuzzy.ts";
import { parseRecent } from "./recent.ts";

const names = ["Overview", "Resources", "Clients", "Add a machine", "Switch to English", "Use the dark appearance", "Configurações"];
const find = (query: string) => rank(query, names, (name) => name);

describe("the palette's search", () => {
  test("keeps the given order while nothing is typed", () => expect(find("")).toEqual(names));
  test("puts what starts with the query first", () => expect(find("re")[0]).toBe("Resources"));
  test("finds letters in order across words", () => expect(find("uda")[0]).toBe("Use the dark appearance"));
  test("does not mind accents or capitals", () => expect(find("CONFIGURACOES")).toEqual(["Configurações"]));
  test("leaves out what does not fit", () => expect(find("zq")).toEqual([]));
  test("ranks a whole word above scattered letters", () =>
    expect(fuzzyScore("machine", "Add a machine")).toBeGreaterThan(fuzzyScore("machine", "m a c h i n e x")));
});

describe("what was opened lately", () => {
  test("survives damaged storage", () =>
    expect([parseRecent(null), parseRecent("{"), parseRecent("7"), parseRecent('[{"kind":1}]')]).toEqual([[], [], [], []]));
  test("is at most six items", () =>
    expect(parseRecent(JSON.stringify(Array(9).fill({ kind: "resource", id: "1", title: "a", subtitle: "" })))).toHaveLength(6));
});
