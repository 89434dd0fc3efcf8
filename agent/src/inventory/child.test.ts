import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encode, Lane, type WireRecord } from "@vigia/protocol";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseTaken, printTaken, sameProgram, type TakenInventory, takeInChild } from "./child.ts";
import { digestOf } from "./hashes.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const LATE = /did not answer within/;
const never = new AbortController().signal;
let dir = "";
let programs = 0;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "vigia-child-"));
});
afterAll(async () => rm(dir, { recursive: true, force: true }));

/** A program that does what the script says instead of taking an inventory. */
async function program(script: string) {
  const path = join(dir, `${++programs}.mjs`);
  await writeFile(path, script);
  return { file: process.execPath, args: [path], windows: false };
}

const bytesOf = (records: readonly WireRecord[]) =>
  encode({
    body: "batch",
    batch: { lane: Lane.LANE_STATE, epoch: 4_000_000_000, records: records.map((record, at) => ({ ...record, seq: 1_000 + at })) },
  }).length;

describe("this machine's own inventory", () => {
  let first: TakenInventory;
  let second: TakenInventory;
  const hashOf = (inventory: TakenInventory, wanted: string) => inventory.sections.find(({ name }) => name === wanted)?.hash;
  const atMs = 1_790_000_000_000;
  const taken = ({ sections, troubles, durationMs }: TakenInventory): WireRecord => ({
    atMs,
    body: "inventoryTaken",
    inventoryTaken: {
      digest: digestOf(Object.fromEntries(sections.map(({ name, hash }) => [name, Buffer.from(hash).toString("hex")]))),
      durationMs,
      troubles: [...troubles],
    },
  });

  beforeAll(async () => {
    const own = { file: process.execPath, args: ["--conditions=vigia-source", MAIN], windows: process.platform === "win32" };
    first = await takeInChild(own, never);
    second = await takeInChild(own, never);
  });

  test("comes whole from a child process of the same program", () => {
    expect(first.sections.length).toBeGreaterThan(8);
    expect(first.troubles.filter(({ reason }) => /expected|undefined|null|is not/.test(reason))).toEqual([]);
  });

  test("is at most 27 kB the first time", () => {
    const sections = first.sections.map((section): WireRecord => ({ atMs, body: "inventorySection", inventorySection: section }));
    expect(bytesOf([...sections, taken(first)])).toBeLessThanOrEqual(27_000);
  });

  test("is the same when nothing changed, and then costs at most 200 bytes", () => {
    // A busy machine may not answer for a section in time: that is said, and costs bytes of its own.
    const troubles = second.troubles.filter(({ reason }) => !LATE.test(reason));
    for (const { name, hash } of second.sections) expect([name, hash]).toEqual([name, hashOf(first, name) ?? hash]);
    expect(bytesOf([taken({ ...second, troubles })])).toBeLessThanOrEqual(200);
  });
});

describe("a child that misbehaves", () => {
  test("one that fails says so", async () => {
    await expect(takeInChild(await program(`console.error("out of luck"); process.exit(3);`), never)).rejects.toThrow(
      /ended with 3.*out of luck/,
    );
  });

  test("one that hangs is ended with what it started", async () => {
    const note = join(dir, "grandchild");
    const script = `
      import { spawn } from "node:child_process";
      import { writeFileSync } from "node:fs";
      const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], { stdio: "ignore" });
      writeFileSync(${JSON.stringify(note)}, String(child.pid));
      setInterval(() => 0, 1000);`;
    const stop = new AbortController();
    const taking = takeInChild(await program(script), stop.signal);
    taking.catch(() => undefined);
    const pid = await vi.waitFor(async () => {
      const noted = Number(await readFile(note, "utf8"));
      expect(noted).toBeGreaterThan(1);
      return noted;
    }, 30_000);
    stop.abort();
    await expect(taking).rejects.toThrow(/stops/);
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(/ESRCH/), 30_000);
  });

  test("one that prints without end is ended", async () => {
    const flood = `for (;;) { if (!process.stdout.write("x".repeat(1 << 20))) await new Promise((go) => process.stdout.once("drain", go)); }`;
    await expect(takeInChild(await program(flood), never)).rejects.toThrow(/too large/);
  });

  test("one that hangs after its answer is not waited for", async () => {
    const answer = printTaken({ sections: [], troubles: [{ section: "os", reason: "no" }], durationMs: 3 });
    const taken = await takeInChild(await program(`console.log(${JSON.stringify(answer)}); setInterval(() => 0, 1000);`), never);
    expect(taken).toEqual({ sections: [], troubles: [{ section: "os", reason: "no" }], durationMs: 3 });
  });
});

test("the same program is started again from sources, from a bundle, and from one file that is all", () => {
  const node = "/usr/bin/node";
  const from = (execArgv: string[], ...argv: string[]) => sameProgram({ execPath: node, execArgv, argv }, false).args;
  expect(from(["--conditions=x"], node, "/src/main.ts", "run")).toEqual(["--conditions=x", "/src/main.ts"]);
  expect(from([], node, "/opt/vigia-agent.mjs", "run")).toEqual(["/opt/vigia-agent.mjs"]);
  expect(from([], node, node, "run")).toEqual([]);
});

test("an answer survives being printed", () => {
  const taken: TakenInventory = {
    sections: [{ name: "os", hash: new Uint8Array([1, 2]), deflated: new Uint8Array([0, 255]) }],
    troubles: [],
    durationMs: 1,
  };
  expect(parseTaken(printTaken(taken))).toEqual(taken);
});
