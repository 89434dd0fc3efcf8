import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLog, type LogParts } from "./log.ts";
import { createLogFile, LOG_FILE_BYTES, LOG_FILE_NAME, LOG_FILES } from "./log-file.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "vigia-log-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const clock = { now: () => 1_700_000_000_123, monotonic: () => 0 };
const logAt = (over: Partial<LogParts> = {}) => createLog({ dir, level: "debug", clock, ...over });
const path = () => join(dir, LOG_FILE_NAME);
const lines = (): Record<string, unknown>[] =>
  readFileSync(path(), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("a line", () => {
  test("is JSON with time, level, message and the fields of the log and its children", () => {
    logAt().child({ part: "link" }).child({ session: 7 }).warn("slow", { ms: 12 });
    expect(lines()).toEqual([{ time: "2023-11-14T22:13:20.123Z", level: "warn", message: "slow", part: "link", session: 7, ms: 12 }]);
  });

  test("below the least severity is not written", () => {
    const log = logAt({ level: "warn" });
    log.debug("a");
    log.info("b");
    log.warn("c");
    log.error("d");
    expect(lines().map(({ message }) => message)).toEqual(["c", "d"]);
  });

  test("holds no secret: not by a field's name, however deep, and no enrolment token in any text", () => {
    const secret = `enr_${"A".repeat(70)}`;
    logAt().info(`joined with ${secret}`, {
      token: "t0p",
      privateKey: "k3y",
      inner: { clientSecret: "s3c", list: [{ password: "p4s" }] },
      error: new Error(secret),
    });
    const text = readFileSync(path(), "utf8");
    for (const word of ["t0p", "k3y", "s3c", "p4s", "AAAA"]) expect(text).not.toContain(word);
    expect(lines()[0]).toMatchObject({
      message: "joined with enr_[redacted]",
      token: "[redacted]",
      inner: { list: [{ password: "[redacted]" }] },
    });
  });

  test("stays one line without characters that act, whatever it is given", () => {
    logAt().info("a\nb\u001b[2Jc\u009bd\u202ee", { "x\ny": "\r\n" });
    const text = readFileSync(path(), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(1);
    expect([...text.trimEnd()].filter((character) => character < " " || /[\u007f-\u009f\u202e]/.test(character))).toEqual([]);
    expect(lines()[0]).toMatchObject({ message: "a\nb\u001b[2Jc\u009bd\u202ee", "x\ny": "\r\n" });
  });

  test("caps long texts at 2 KiB and long lists", () => {
    logAt().info("m".repeat(5_000), { text: "t".repeat(5_000), list: Array.from({ length: 500 }, () => 1) });
    const [line] = lines();
    expect(line?.["message"]).toHaveLength(2_048);
    expect(line?.["text"]).toHaveLength(2_048);
    expect(line?.["list"]).toHaveLength(50);
  });

  test("tells an error with its code and cause, and takes what JSON cannot", () => {
    const cause = Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC" });
    const loop: Record<string, unknown> = {};
    loop["again"] = loop;
    logAt().error("failed", {
      error: new TypeError("bad", { cause }),
      big: 10n ** 20n,
      bytes: new Uint8Array(3),
      not: Number.NaN,
      loop,
      none: undefined,
    });
    expect(lines()[0]).toMatchObject({
      error: { name: "TypeError", message: "bad", cause: { code: "ENOSPC" } },
      big: "100000000000000000000",
      bytes: "[3 bytes]",
      not: "NaN",
      loop: { again: { again: { again: "[deep]" } } },
    });
  });

  test("keeps its own names when fields have the same", () => {
    logAt().info("mine", { level: "fatal", message: "theirs", time: "never" });
    expect(lines()[0]).toMatchObject({ level: "info", message: "mine", time: "2023-11-14T22:13:20.123Z" });
  });

  test("reads well on a terminal, and cannot steer it", () => {
    const shown: string[] = [];
    logAt({ terminal: (line) => void shown.push(line) }).warn("slow\u001b[2J", { ms: 12, path: "/a b", host: "one" });
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}slow\\u001b\[2J ms=12 path="\/a b" host=one\n$/);
  });
});

describe("the files", () => {
  test("are for their owner alone, in a folder that is made when needed", () => {
    const inner = join(dir, "deep", "logs");
    logAt({ dir: inner }).info("x");
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(statSync(join(inner, LOG_FILE_NAME)).mode & 0o777).toBe(0o600);
  });

  test("are at most five of five MiB, the newest without a number", () => {
    const log = logAt();
    for (let round = 1; round <= 7; round++) {
      writeFileSync(path(), `${"x".repeat(LOG_FILE_BYTES - 10)}\n`);
      log.info(`round ${round}`);
      expect(lines()).toEqual([expect.objectContaining({ message: `round ${round}` })]);
    }
    expect(readdirSync(dir).toSorted((a, b) => a.localeCompare(b))).toEqual([
      LOG_FILE_NAME,
      ...[1, 2, 3, 4].map((number) => `${LOG_FILE_NAME}.${number}`),
    ]);
    expect(LOG_FILES).toBe(5);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(LOG_FILE_BYTES);
  });

  test("that somebody moved away are made again", () => {
    const log = logAt();
    log.info("one");
    rmSync(path());
    log.info("two");
    expect(lines().map(({ message }) => message)).toEqual(["two"]);
  });
});

describe("when it cannot write", () => {
  test("it drops and counts, throws nothing, and says so when it can again", () => {
    const blocked = join(dir, "logs");
    writeFileSync(blocked, "not a folder");
    const log = logAt({ dir: blocked });
    for (let count = 0; count < 3; count++) log.info("lost");
    rmSync(blocked);
    log.info("kept");
    const kept = readFileSync(join(blocked, LOG_FILE_NAME), "utf8").trimEnd().split("\n");
    expect(kept.map((line) => JSON.parse(line) as object)).toMatchObject([{ level: "warn", dropped: 3 }, { message: "kept" }]);
  });

  test("a line that a full disk tore does not spoil the next one", () => {
    let room = 25;
    const file = createLogFile(
      dir,
      (dropped) => `lost ${dropped}\n`,
      (descriptor, bytes, at) => {
        if (room === 0) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
        const count = writeSync(descriptor, bytes, at, Math.min(room, bytes.length - at));
        room -= count;
        return count;
      },
    );
    for (const line of ["first line is whole\n", "second is torn\n", "third is lost\n"]) file.append(line);
    room = 1_000;
    file.append("fourth\n");
    expect(readFileSync(path(), "utf8").split("\n")).toEqual(["first line is whole", "secon", "lost 2", "fourth", ""]);
  });
});
