// Goal: one inventory takes at most half of the CPU that fusioninventory-agent needs on the same machine, the first one at most 27 kB
// on the wire, an unchanged one at most 200 bytes. Both programs read the machine as root and print what they found; CPU is that of the
// program and all its children. What waits for updating is compared apart: fusioninventory does not look for it.
//   npm run bench:inventory            needs Debian's fusioninventory-agent (apt-get install fusioninventory-agent)
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { encode, Lane, type WireRecord } from "@vigia/protocol";
import { parseTaken, type TakenInventory } from "../../agent/src/inventory/child.ts";
import { digestOf } from "../../agent/src/inventory/hashes.ts";
import { finish } from "./kit/line.ts";
import { bundleProduct } from "./programs.ts";

const ROUNDS = 7;
const TICKS_PER_SECOND = 100;
const BOUNDS = { cpu: 0.5, first: 27_000, unchanged: 200 };
const BASELINE = "fusioninventory-inventory";

/** CPU seconds of all children that ended, user and system. */
function childrenSeconds(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

/** Runs a program to its end; answers its CPU seconds and what it printed. Its standard input stays open: our child is held by it. */
async function measure(file: string, args: readonly string[]): Promise<{ seconds: number; printed: string }> {
  const before = childrenSeconds();
  const program = spawn(file, args, { stdio: ["pipe", "pipe", "ignore"] });
  const printed: Buffer[] = [];
  program.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  const [code] = (await once(program, "close")) as [number | null];
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return { seconds: childrenSeconds() - before, printed: Buffer.concat(printed).toString("utf8") };
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Bytes of the frame that carries these records. */
const bytesOf = (records: readonly WireRecord[]) =>
  encode({
    body: "batch",
    batch: { lane: Lane.LANE_STATE, epoch: 2 ** 31, records: records.map((record, at) => ({ ...record, seq: at + 1 })) },
  }).length;

function wireBytes({ sections, durationMs, troubles }: TakenInventory) {
  const atMs = Date.now();
  const hashes = Object.fromEntries(sections.map(({ name, hash }) => [name, Buffer.from(hash).toString("hex")]));
  const taken: WireRecord = {
    atMs,
    body: "inventoryTaken",
    inventoryTaken: { digest: digestOf(hashes), durationMs, troubles: [...troubles] },
  };
  const all = sections.map((inventorySection): WireRecord => ({ atMs, body: "inventorySection", inventorySection }));
  return { first: bytesOf([...all, taken]), unchanged: bytesOf([taken]) };
}

const bundle = await bundleProduct();
const child = (...skip: string[]) => measure(process.execPath, [bundle, "inventory-child", ...skip]);
await measure(BASELINE, []);
await child();
const rounds: { product: number; baseline: number; whole: number }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const product = (await child("updates")).seconds;
  const baseline = (await measure(BASELINE, [])).seconds;
  rounds.push({ product, baseline, whole: (await child()).seconds });
}
const of = (part: "product" | "baseline" | "whole") => median(rounds.map((round) => round[part]));
const bytes = wireBytes(parseTaken((await child()).printed));
const ratio = median(rounds.map(({ product, baseline }) => product / baseline));
finish({
  name: "inventory",
  product: of("product"),
  baseline: of("baseline"),
  ratio,
  bound: BOUNDS.cpu,
  unit: "CPU s",
  valid: true,
  figures: {
    withUpdates: of("whole"),
    withUpdatesRatio: median(rounds.map(({ whole, baseline }) => whole / baseline)),
    firstBytes: bytes.first,
    unchangedBytes: bytes.unchanged,
    goals: { first: bytes.first <= BOUNDS.first, unchanged: bytes.unchanged <= BOUNDS.unchanged },
  },
});
