// What the server operator may do on the host: every command of vigia-server, kept as a reviewed table (test/matrix/matrix-commands.txt).
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { COMMANDS } from "../test/matrix/commands.ts";
import { tableOf } from "../test/matrix/table.ts";
import { command } from "./cli/index.ts";

const TABLES = path.resolve(import.meta.dirname, "../test/matrix");

afterEach(() => vi.restoreAllMocks());

/** Every command, as the program's own help lists them. */
async function listed(): Promise<string[]> {
  const print = vi.spyOn(console, "log").mockImplementation(() => undefined);
  expect(await command(["help"])).toBe(0);
  const help = String(print.mock.calls[0]?.[0]);
  return [...help.matchAll(/^vigia-server (\S+(?: \S+)*) {2,}/gm)].map(([, words = ""]) => words);
}

test("every command that help lists is in the reviewed table, and nothing else", async () => {
  expect(Object.keys(COMMANDS)).toEqual(await listed());
  const rows = Object.entries(COMMANDS).map(([name, { does, whileRunning, refuses, audited }]) => [
    name,
    does,
    whileRunning,
    refuses,
    audited,
  ]);
  await expect(tableOf([["command", "does", "server runs", "refuses", "audited"], ...rows])).toMatchFileSnapshot(
    path.join(TABLES, "matrix-commands.txt"),
  );
});

test.each(Object.entries(COMMANDS).flatMap(([name, { refused }]) => refused.map((args) => [name, args] as const)))(
  "%s refuses %j in one line, with exit code 1",
  async (_name, args) => {
    const complain = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await command(args)).toBe(1);
    expect(complain.mock.calls).toHaveLength(1);
    expect(String(complain.mock.calls[0]?.[0])).toMatch(/^vigia-server: /);
  },
);

test.each(Object.entries(COMMANDS))("%s is really run by its named test", (name, { test: file }) => {
  const text = readFileSync(path.join(import.meta.dirname, file), "utf8");
  const words =
    name === "[run]"
      ? "launch()"
      : name
          .split(" ")
          .map((word) => JSON.stringify(word))
          .join(", ");
  expect(text).toContain(words);
});

test("what the table calls audited is what the server writes", () => {
  const sources = globSync("{modules,signer}/**/*.ts", { cwd: import.meta.dirname }).filter((file) => !file.endsWith(".test.ts"));
  const written = sources.map((file) => readFileSync(path.join(import.meta.dirname, file), "utf8")).join("\n");
  for (const { audited } of Object.values(COMMANDS))
    for (const [action] of audited.matchAll(/[a-z_]+\.[a-z_]+/g)) expect(written).toContain(`"${action}"`);
});
