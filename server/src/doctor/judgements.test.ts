import { describe, expect, test } from "vitest";
import { judgeWatch } from "./audit.ts";
import { judgeMark, judgeOffset, judgeStep } from "./clock.ts";
import { type DatabaseFacts, judgeFacts, judgeMigrations } from "./database.ts";
import { judgeFlush, judgeRoom } from "./disk.ts";
import { readFigures } from "./figures.ts";
import { judgeFiles, readFileLimit } from "./limits.ts";
import { judgeNode, judgeUser } from "./runtime.ts";
import { judgeSigner } from "./signer.ts";

const GIB = 1_073_741_824;

test.each([
  [0.2, "ok"],
  [-12, "warning"],
  [12, "warning"],
  [-90, "fault"],
])("a clock that is %s s off is %s", (offset, level) => {
  expect(judgeOffset("PostgreSQL's clock", offset, 0.1).level).toBe(level);
});

test("a slow answer is no wrong clock", () => {
  expect(judgeOffset("example.org", 7, 4).level).toBe("ok");
});

test("a clock that was set back before the server's own mark, or jumps, is told", () => {
  expect(judgeMark(1_000_000, 2_000_000)).toMatchObject({ level: "fault", said: expect.stringContaining("1000 s before") });
  expect(judgeMark(2_000_000, 1_990_000)).toBeUndefined();
  expect(judgeStep(3_600_000).level).toBe("warning");
  expect(judgeStep(-20).level).toBe("ok");
});

test.each([
  ["v22.23.2", "ok"],
  ["v22.19.0", "warning"],
  ["v24.1.0", "warning"],
  ["v20.20.2", "fault"],
  ["v22.9.0", "fault"],
])("Node %s is %s", (version, level) => {
  expect(judgeNode(version).level).toBe(level);
});

test("root is told, others are not", () => {
  expect([judgeUser(0).level, judgeUser(1_000).level, judgeUser(undefined).level]).toEqual(["warning", "ok", "ok"]);
});

test.each([
  [20_000, 1_000, "ok"],
  [4_096, undefined, "ok"],
  [1_024, undefined, "warning"],
  [10_900, 10_000, "warning"],
  [10_100, 10_000, "fault"],
  [Number.POSITIVE_INFINITY, 100_000, "ok"],
])("%s files for %s agents is %s", (files, agents, level) => {
  expect(judgeFiles(files, agents).level).toBe(level);
});

test("the limit is read from what Linux says of a process", () => {
  const line = (soft: string) =>
    `Limit  Soft Limit  Hard Limit  Units\nMax open files            ${soft}                524288               files\n`;
  expect([readFileLimit(line("1024")), readFileLimit(line("unlimited")), readFileLimit("")]).toEqual([
    1_024,
    Number.POSITIVE_INFINITY,
    undefined,
  ]);
});

test("room, inodes and a disk that is none are judged apart", () => {
  const room = { freeBytes: 50 * GIB, sizeBytes: 100 * GIB, files: 1_000, freeFiles: 900, fleeting: false };
  const levels = (parts: Partial<typeof room>) => judgeRoom("/data", { ...room, ...parts }).map(({ level }) => level);
  expect(levels({})).toEqual(["ok"]);
  expect(levels({ freeBytes: GIB })).toEqual(["warning"]);
  expect(levels({ freeBytes: GIB / 10 })).toEqual(["fault"]);
  expect(levels({ freeFiles: 3 })).toEqual(["ok", "warning"]);
  expect(levels({ files: 0, freeFiles: 0 })).toEqual(["ok"]);
  expect(levels({ fleeting: true })).toEqual(["ok", "warning"]);
  expect([1, 60, 900].map((milliseconds) => judgeFlush("/data", milliseconds).level)).toEqual(["ok", "warning", "fault"]);
});

describe("a database", () => {
  const facts: DatabaseFacts = {
    version: 180_004,
    versionName: "18.4",
    synchronousCommit: "on",
    fsync: "on",
    fullPageWrites: "on",
    autovacuum: "on",
    maxConnections: 60,
    connections: 20,
    idAge: 1_000,
    bloated: null,
  };
  test.each<[string, Partial<DatabaseFacts>, string]>([
    ["is too old", { version: 140_002, versionName: "14.2" }, "fault: PostgreSQL 14.2 is too old"],
    ["does not flush", { fsync: "off" }, "fault: fsync is off"],
    ["acknowledges early", { synchronousCommit: "off" }, "fault: synchronous_commit is off"],
    ["tears pages", { fullPageWrites: "off" }, "warning: full_page_writes is off"],
    ["never cleans", { autovacuum: "off" }, "warning: autovacuum is off"],
    ["has few connections", { maxConnections: 20, connections: 2 }, "warning: max_connections is 20"],
    ["is busy", { connections: 58 }, "warning: 58 of 60 connections"],
    ["grows old", { idAge: 600_000_000 }, "warning: the oldest transaction id"],
    ["is about to stop", { idAge: 1_900_000_000 }, "fault: the oldest transaction id"],
    ["is bloated", { bloated: { name: "public.outbox", dead: 900_000 } }, "warning: public.outbox has 900000 dead rows"],
  ])("that %s is told", (_, parts, expected) => {
    const told = judgeFacts({ ...facts, ...parts }).filter(({ level }) => level !== "ok");
    expect(told.map(({ level, said }) => `${level}: ${said}`)).toEqual([expect.stringContaining(expected)]);
  });
  test("that is well says nothing else", () => {
    expect(judgeFacts(facts).map(({ level }) => level)).toEqual(["ok"]);
    expect(judgeMigrations(["0010_more"], true).level).toBe("fault");
    expect(judgeMigrations(["0010_more"], false).level).toBe("ok");
  });
});

test("an audit log that was changed, not walked or not signed is told", () => {
  const watched = { brokenChains: 0, sinceWalkSeconds: 60, sinceSignatureSeconds: 60 };
  expect(judgeWatch(watched).level).toBe("ok");
  expect(judgeWatch({ ...watched, brokenChains: 1 })).toMatchObject({ level: "fault", cure: expect.stringContaining("audit verify") });
  expect(judgeWatch({ ...watched, sinceWalkSeconds: 20_000 }).level).toBe("warning");
  expect(judgeWatch({ ...watched, sinceSignatureSeconds: 7_200 }).level).toBe("warning");
});

test("a signer that is away or slow is told", () => {
  expect(judgeSigner(0.01, false).level).toBe("ok");
  expect(judgeSigner(3, false).level).toBe("warning");
  expect(judgeSigner(new Error("the signer does not answer"), true)).toMatchObject({
    level: "fault",
    cure: expect.stringContaining("VIGIA_SIGNER_SOCKET"),
  });
});

test("figures are read by their series and summed by their name", () => {
  const figures = readFigures('# HELP a x\na{b="1"} 2\na{b="2"} 3.5\nab 7\n');
  expect([figures.get('a{b="1"}'), figures.sum("a"), figures.get("ab"), figures.sum("c")]).toEqual([2, 5.5, 7, undefined]);
});
