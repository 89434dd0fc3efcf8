import { expect, test } from "vitest";
import { strengthOf } from "../../ui/password.ts";
import { readSetupSearch } from "./search.ts";

test("a password below twelve characters is short, whatever it is made of", () => expect(strengthOf("aB3$xY9!qW", [])).toBe("short"));
test("repetition and rows of keys are easy to guess", () => {
  expect(strengthOf("aaaaaaaaaaaaaaaa", [])).toBe("weak");
  expect(strengthOf("123456781234", [])).toBe("weak");
});
test("one's own name and company do not count", () => expect(strengthOf("northwindnorthwind", ["Northwind Managed"])).toBe("weak"));
test("a sentence is strong", () => expect(strengthOf("correct horse battery", [])).toBe("strong"));
test("an address with an unknown step begins at the beginning", () => {
  expect(readSetupSearch({ step: "key" })).toEqual({ step: "key" });
  expect(readSetupSearch({ step: "admin" })).toEqual({});
});
