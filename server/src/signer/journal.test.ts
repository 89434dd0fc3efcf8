import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TestClock } from "../../test/build-app.ts";
import type { Entry } from "./entries.ts";
import { openJournal } from "./journal.ts";
import { createLedger } from "./ledger.ts";
import { apply, emptyState } from "./state.ts";
import { verifyJournal } from "./verify.ts";

const PEOPLE = ["0190aaaa-0000-7000-8000-000000000001", "0190aaaa-0000-7000-8000-000000000002"];
let folder: string;
const clock = new TestClock(1_800_000_000_000);

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-journal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = () => readdirSync(path.join(folder, "journal")).sort();
const fileOf = (name: string) => path.join(folder, "journal", name);
const linesOf = (name: string) => readFileSync(fileOf(name), "utf8").trimEnd().split("\n");

const person = fc.constantFrom(...PEOPLE);
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    kind: fc.constant("totp.added" as const),
    userId: person,
    factorId: person,
    name: fc.constant("n"),
    secret: fc.constant("A"),
    step: fc.nat(),
  }),
  fc.record({ kind: fc.constant("totp.used" as const), userId: person, factorId: person, step: fc.nat() }),
  fc.record({
    kind: fc.constant("passkey.added" as const),
    userId: person,
    factorId: person,
    name: fc.constant("n"),
    credentialId: fc.constant("c"),
    publicKey: fc.constant("p"),
    counter: fc.nat(),
    transports: fc.constant(["usb"]),
    rpId: fc.constant("localhost"),
    userVerified: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("recovery.issued" as const), userId: person, salt: fc.constant("s"), hashes: fc.constant(["a", "b"]) }),
  fc.record({ kind: fc.constant("recovery.used" as const), userId: person, hash: fc.constantFrom("a", "b") }),
  fc.record({ kind: fc.constant("proof.refused" as const), userId: person, method: fc.constant("totp" as const) }),
  fc.record({ kind: fc.constant("factor.removed" as const), userId: person, factorId: person }),
  fc.record({ kind: fc.constant("reset.requested" as const), resetId: person, userId: person, organizationId: person, by: person }),
  fc.record({ kind: fc.constant("host.reset" as const), userId: person }),
  fc.record({ kind: fc.constant("policy.set" as const), organizationId: person, requireFactor: fc.constant("any" as const), by: person }),
);

/** Writes entries, with a new segment every `segmentEntries`, and answers the state that was. */
async function write(entries: readonly Entry[], segmentEntries: number) {
  const journal = await openJournal(folder);
  const ledger = createLedger(journal, clock, segmentEntries);
  for (const entry of entries) {
    await ledger.record(entry);
    clock.advance(1000);
  }
  await journal.close();
  return ledger.state;
}
async function read() {
  const journal = await openJournal(folder);
  const { state } = createLedger(journal, clock);
  await journal.close();
  return { state, length: journal.length, head: journal.head };
}
const refusal = (userId = PEOPLE[0] ?? ""): Entry => ({ kind: "proof.refused", userId, method: "totp" });
const refusals = (count: number) => Array.from({ length: count }, () => refusal());

describe("snapshots", () => {
  test("property: snapshot and tail make the state that all entries make", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { maxLength: 30 }), fc.integer({ min: 2, max: 6 }), async (entries, segmentEntries) => {
        rmSync(folder, { recursive: true });
        mkdirSync(folder);
        const started = clock.now();
        const state = await write(entries, segmentEntries);
        const all = emptyState();
        for (const [index, entry] of entries.entries()) apply(all, { number: index + 1, at: started + index * 1000, entry });
        expect(state).toEqual(all);
        const again = await read();
        expect(again.state).toEqual(all);
        expect(again.length).toBeLessThan(segmentEntries);
        expect(await verifyJournal(folder)).toMatchObject({ broken: undefined, from: 1, head: again.head });
      }),
      { numRuns: 40 },
    );
  });

  test("a start reads the last segment alone; the archive may be moved away and is missed by nobody but verify", async () => {
    const state = await write(refusals(10), 4);
    expect(files()).toEqual(["000000000001.log", "000000000005.log", "000000000009.log", "000000000013.log"]);
    const [first = ""] = files();
    rmSync(fileOf(first));
    expect((await read()).state).toEqual(state);
    expect(await verifyJournal(folder)).toMatchObject({ broken: undefined, from: 5 });
    const [, second = ""] = files();
    rmSync(fileOf(second));
    expect((await verifyJournal(folder)).broken).toMatchObject({ line: 1, reason: "it should begin with entry 9" });
  });

  test("a forged one is named by verify, though every hash holds", async () => {
    await write(refusals(3), 4);
    const journal = await openJournal(folder);
    await journal.roll({ people: [], policies: [[PEOPLE[0] ?? "", "none"]], resets: [] }, clock.now());
    await journal.close();
    expect((await verifyJournal(folder)).broken).toEqual({
      file: files().at(-1),
      line: 1,
      reason: "its snapshot is not what the entries before it make",
    });
  });

  test("a journal that was one file is taken over", async () => {
    const state = await write(refusals(3), 100);
    renameSync(fileOf("000000000001.log"), path.join(folder, "journal.log"));
    expect((await read()).state).toEqual(state);
    expect(files()).toEqual(["000000000001.log"]);
  });
});

describe("damage", () => {
  test("property: a line that is cut out, edited or swapped, in whatever segment, is named", async () => {
    await write(refusals(11), 4);
    const names = files();
    const whole = new Map(names.map((name) => [name, readFileSync(fileOf(name))]));
    const damages: Readonly<Record<string, (lines: string[], at: number) => string[]>> = {
      edited: (lines, at) => lines.map((line, index) => (index === at ? line.replace('"at":18', '"at":19') : line)),
      removed: (lines, at) => lines.filter((_, index) => index !== at),
      doubled: (lines, at) => lines.flatMap((line, index) => (index === at ? [line, line] : [line])),
      swapped: (lines, at) => lines.map((line, index) => (index === at ? lines[at + 1] : index === at + 1 ? lines[at] : line) ?? ""),
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.constantFrom(...Object.keys(damages)), async (name, position, kind) => {
        for (const [each, bytes] of whole) writeFileSync(fileOf(each), bytes);
        const lines = linesOf(name);
        const at = position % lines.length;
        const damaged = damages[kind]?.(lines, at) ?? [];
        const cutsTheEnd = kind === "removed" && at === lines.length - 1;
        fc.pre(!(kind === "swapped" && at === lines.length - 1));
        // Whoever cuts the very end leaves a good journal: the server, which remembers the end, notices (anchor.ts).
        fc.pre(!(cutsTheEnd && name === names.at(-1)));
        writeFileSync(fileOf(name), damaged.map((line) => `${line}\n`).join(""));
        const { broken } = await verifyJournal(folder);
        const follower = names[names.indexOf(name) + 1];
        expect(broken).toMatchObject(cutsTheEnd ? { file: follower, line: 1 } : { file: name, line: kind === "doubled" ? at + 2 : at + 1 });
        if (name === names.at(-1)) await expect(openJournal(folder)).rejects.toThrow(`line ${broken?.line} of`);
      }),
      { numRuns: 80 },
    );
  });

  test("an unfinished last line is cut at every length, and nothing else", async () => {
    await write(refusals(6), 4);
    const last = fileOf(files().at(-1) ?? "");
    const whole = readFileSync(last);
    const lastStart = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let end = lastStart + 1; end < whole.length; end += 13) {
      writeFileSync(last, whole.subarray(0, end));
      expect(await verifyJournal(folder)).toMatchObject({ broken: undefined, tornBytes: end - lastStart });
      await read();
      expect(readFileSync(last).length).toBe(lastStart);
    }
  });
});

describe("kill -9 while a new segment begins", () => {
  test("at every step leaves the old state, in the old segment or the new one", async () => {
    const state = await write(refusals(3), 100);
    const before = readFileSync(fileOf("000000000001.log"));
    const journal = await openJournal(folder);
    const ledger = createLedger(journal, clock, 4);
    await ledger.record({ kind: "signer.started", key: "" });
    await journal.close();
    const [, segment = ""] = files();
    const fresh = readFileSync(fileOf(segment));
    // The half-written file at several lengths, whole but without its name, and at last with it.
    for (const length of [0, 1, 64, fresh.length - 1, fresh.length]) {
      rmSync(fileOf(segment), { force: true });
      writeFileSync(fileOf("000000000001.log"), before);
      writeFileSync(fileOf(`${segment}.half`), fresh.subarray(0, length));
      expect((await verifyJournal(folder)).broken).toBeUndefined();
      expect((await read()).state).toEqual(state);
      expect(files()).toEqual(["000000000001.log"]);
    }
  });

  test("of a process that does nothing else loses nothing that was acknowledged", async () => {
    for (let round = 0; round < 6; round++) {
      const child = fork(path.join(import.meta.dirname, "../../test/signer/rolling-writer.ts"), [folder], {
        execArgv: ["--conditions=vigia-source"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      let acknowledged = 0;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await new Promise<void>((resolve) => {
        child.on("message", (number) => {
          acknowledged = Number(number);
          // Somewhere within the next few entries, and so at every step sooner or later.
          if (acknowledged >= (round + 1) * 23) resolve();
        });
      });
      child.kill("SIGKILL");
      await ended;
      const verdict = await verifyJournal(folder);
      expect(verdict.broken).toBeUndefined();
      expect(verdict.head.number).toBeGreaterThanOrEqual(acknowledged);
      expect((await read()).head.number).toBeGreaterThanOrEqual(acknowledged);
    }
  });
});
