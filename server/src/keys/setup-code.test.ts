import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSetupCode } from "./setup-code.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-code-"));
});
afterEach(() => rmSync(data, { recursive: true }));

test("the code is in a file for its user alone and has at least 128 random bits", async () => {
  const code = await createSetupCode(data);
  const file = path.join(data, "setup-code");
  expect(readFileSync(file, "utf8")).toBe(`${code.text}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(code.text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect((await createSetupCode(data)).text).not.toBe(code.text);
});

test("it is accepted however it was typed", async () => {
  const code = await createSetupCode(data, (length) => new Uint8Array(length).fill(1));
  expect(code.text).toBe("1111-1111-1111-1111-1111-1111-1111");
  expect(code.verify(code.text)).toBe("ok");
  expect(code.verify("  llll iiii 1111 1111 1111 1111 1111 ")).toBe("ok");
});

test("ten wrong tries lock it, also for the right code", async () => {
  const code = await createSetupCode(data);
  const answers = Array.from({ length: 10 }, () => code.verify("0000"));
  expect(answers.slice(0, 9)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].map((attemptsLeft) => ({ attemptsLeft })));
  expect(answers[9]).toBe("locked");
  expect(code.verify(code.text)).toBe("locked");
});

test("removed, it is gone from the disk and accepts nothing", async () => {
  const code = await createSetupCode(data);
  await code.remove();
  expect(existsSync(path.join(data, "setup-code"))).toBe(false);
  expect(code.verify(code.text)).toBe("locked");
});
