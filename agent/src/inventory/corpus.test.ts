// Every parser over every capture that fits it. The folder of captures is no part of the repository: it is named by VIGIA_CAPTURES, by
// default ../shared/captures beside the repository; without it this file is skipped and says so.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CorpusParser } from "./corpus/corpus-parser.ts";

const LEAST_FILES = 150;
/** One parser over all of its captures, milliseconds, on a machine that is busy. */
const PATIENCE_MS = 120_000;
const folder = process.env["VIGIA_CAPTURES"] ?? fileURLToPath(new URL("../../../../shared/captures", import.meta.url));
const files = existsSync(folder) ? filesBelow(folder) : [];
if (files.length === 0) process.stdout.write(`skipped: there are no captures in ${folder}\n`);

const areas = await Promise.all(
  readdirSync(new URL("corpus/", import.meta.url))
    .filter((name) => name.endsWith(".ts"))
    .map(async (name) => (await import(`./corpus/${name.replace(/\.ts$/, "")}.ts`)) as Record<string, unknown>),
);
const parsers = areas.flatMap((area) => Object.values(area)).flatMap((value) => (isParsers(value) ? value : []));

describe.skipIf(files.length === 0)("the captures", () => {
  it.each(parsers.map((parser) => [parser.parser, parser] as const))(
    "agree with %s",
    (_name, { files: fits, bytes, check }) => {
      const fitting = files.filter(fits);
      const problems = fitting.flatMap((file) => checked(check, file, bytes ? "latin1" : "utf8"));
      expect(problems).toEqual([]);
      expect(fitting.length, "captures that fit").toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(`are read by parsers that ship, ${LEAST_FILES} of them at least`, () => {
    const taken = new Set(parsers.flatMap(({ files: fits }) => files.filter(fits)));
    const left = files.filter((file) => !taken.has(file));
    process.stdout.write(`${table(parsers, files)}\n${taken.size} of ${files.length} captures are read; not: ${left.join(", ")}\n`);
    const gone = parsers.filter(({ parser }) => !existsSync(new URL(parser, import.meta.url))).map(({ parser }) => parser);
    expect(gone, "parsers that do not exist").toEqual([]);
    expect(taken.size).toBeGreaterThanOrEqual(LEAST_FILES);
  });
});

/** What disagrees, each line with its file; a parser that throws disagrees. */
function checked(check: CorpusParser["check"], file: string, encoding: "latin1" | "utf8"): string[] {
  try {
    return check(readFileSync(`${folder}/${file}`, encoding), file).map((problem) => `${file}: ${problem}`);
  } catch (error) {
    return [`${file}: ${error instanceof Error ? error.stack : String(error)}`];
  }
}

/** One line a parser: how many captures it reads. */
function table(rows: readonly CorpusParser[], all: readonly string[]): string {
  const width = Math.max(...rows.map(({ parser }) => parser.length));
  return rows
    .map(({ parser, files: fits }) => `${parser.padEnd(width)}  ${all.filter(fits).length}`)
    .toSorted()
    .join("\n");
}

function isParsers(value: unknown): value is readonly CorpusParser[] {
  return (
    Array.isArray(value) && value.every((entry) => typeof entry === "object" && entry !== null && "parser" in entry && "check" in entry)
  );
}

/** Paths below a folder, with "/", sorted; what explains the captures is none. */
function filesBelow(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "README.md")
    .map((entry) => `${relative(top, entry.parentPath)}/${entry.name}`.split(sep).join("/"))
    .toSorted();
}
