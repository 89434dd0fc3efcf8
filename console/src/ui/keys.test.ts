import { expect, test } from "vitest";
import { advance, SEQUENCE_MS } from "./keys.ts";

const press = (key: string, modifiers: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...modifiers,
});
const keys = ["g r", "g c", "j", "?", "mod+k"];

test("a single key matches at once", () => expect(advance(keys, undefined, press("j"), 0).match).toBe("j"));
test("two keys in time make a sequence", () => {
  const first = advance(keys, undefined, press("g"), 0);
  expect(first.match).toBeUndefined();
  expect(advance(keys, first.pending, press("r"), SEQUENCE_MS).match).toBe("g r");
});
test("a second key that comes too late starts anew", () => {
  const first = advance(keys, undefined, press("g"), 0);
  expect(advance(keys, first.pending, press("r"), SEQUENCE_MS + 1).match).toBeUndefined();
});
test("a wrong second key still means itself", () => {
  const first = advance(keys, undefined, press("g"), 0);
  expect(advance(keys, first.pending, press("j"), 10).match).toBe("j");
});
test("Control and Command are the same modifier, and keep plain keys out", () => {
  expect(advance(keys, undefined, press("k", { ctrlKey: true }), 0).match).toBe("mod+k");
  expect(advance(keys, undefined, press("K", { metaKey: true }), 0).match).toBe("mod+k");
  expect(advance(keys, undefined, press("j", { ctrlKey: true }), 0).match).toBeUndefined();
});
