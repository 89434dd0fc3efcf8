import { expect, test } from "vitest";
import { AGENT_TEXT_LIMIT, cutText, visibleText } from "./visible-text.ts";

test("control characters are shown as their symbols", () => expect(visibleText("a\u0000b\u0007c\u007f\n")).toBe("a␀b␇c␡␊"));
test("characters that turn the reading direction are named instead of obeyed", () =>
  expect(visibleText("pay\u202egnp.exe")).toBe("pay⟨U+202E⟩gnp.exe"));
test("zero-width characters cannot make two names look the same", () => expect(visibleText("srv\u200b1")).not.toBe(visibleText("srv1")));
test("ordinary text in any script stays as it is", () =>
  expect(visibleText("São Jorge – 東京 العربية 🙂")).toBe("São Jorge – 東京 العربية 🙂"));
test("short text is not cut", () =>
  expect(cutText("x".repeat(AGENT_TEXT_LIMIT))).toEqual({ shown: "x".repeat(AGENT_TEXT_LIMIT), cut: false }));
test("long text is cut at the limit", () => expect(cutText("x".repeat(5000))).toEqual({ shown: "x".repeat(AGENT_TEXT_LIMIT), cut: true }));
test("a cut never leaves half a character", () => expect(cutText("🙂".repeat(300)).shown).toBe("🙂".repeat(AGENT_TEXT_LIMIT)));
