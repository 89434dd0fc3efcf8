// Feeds readers for a while, seeded: every input of the corpus first, then generated ones. A find is an error nobody expects, time out of
// proportion to the input, or memory without measure.
import fs from "node:fs";
import path from "node:path";
import { getHeapStatistics } from "node:v8";
import fc from "fast-check";
import type { Target } from "./target.ts";
import { FILES } from "./targets/files.ts";
import { SPOOL } from "./targets/spool.ts";
import { WIRE } from "./targets/wire.ts";

export const TARGETS: readonly Target[] = [...WIRE, SPOOL, ...FILES];

/** Processor time one input may take: a fixed part and so much for each KiB, milliseconds. */
const BASE_MS = 50;
const PER_KIB_MS = 5;
const MOST_BYTES = 64 * 1_048_576;
const ROUND = 50;
const CORPUS = path.join(import.meta.dirname, "corpus");

export interface Find {
  readonly target: string;
  readonly hex: string;
  readonly problem: string;
}

const corpusFile = (target: string) => path.join(CORPUS, `${target}.txt`);

/** Inputs that were finds once: one a line in hexadecimal, with a word on what they were. */
function corpusOf(target: string): Uint8Array[] {
  const file = corpusFile(target);
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => Buffer.from(line.split(" ", 1)[0] ?? "", "hex"));
}

/** Keeps a find for all runs to come. */
export function keep({ target, hex, problem }: Find): void {
  fs.mkdirSync(CORPUS, { recursive: true });
  fs.appendFileSync(corpusFile(target), `${hex} ${problem.split("\n", 1)[0]?.slice(0, 100)}\n`);
}

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
const memory = () => {
  const { used_heap_size: used, external_memory: external } = getHeapStatistics();
  return used + external;
};

async function once(target: Target, bytes: Uint8Array): Promise<{ problem?: string; ms: number }> {
  const [startedAt, before] = [processorMs(), memory()];
  let problem: string | undefined;
  try {
    await target.read(bytes);
  } catch (error) {
    if (!target.expected(error)) problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  if (memory() - before > MOST_BYTES) problem ??= `took ${memory() - before} bytes of memory`;
  return { ms: processorMs() - startedAt, ...(problem === undefined ? {} : { problem }) };
}

/** Undefined when the reader did well. What is slow is tried again: the first time may have paid for something else. */
async function examine(target: Target, bytes: Uint8Array): Promise<string | undefined> {
  const most = BASE_MS + (bytes.length / 1_024) * PER_KIB_MS;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && least > most; attempt++) {
    const { problem, ms } = await once(target, bytes);
    if (problem !== undefined) return problem;
    least = Math.min(least, ms);
  }
  return least > most ? `took ${least.toFixed(0)} ms of processor time for ${bytes.length} bytes` : undefined;
}

/** Runs all targets in turn for so long; answers how many inputs each got, and the first find of each. */
export async function fuzz(seconds: number, seed: number): Promise<{ inputs: Record<string, number>; finds: Find[] }> {
  const inputs: Record<string, number> = {};
  const finds = new Map<string, Find>();
  const feed = async (target: Target, all: Iterable<Uint8Array>) => {
    for (const bytes of all) {
      inputs[target.name] = (inputs[target.name] ?? 0) + 1;
      const problem = await examine(target, bytes);
      if (problem === undefined) continue;
      finds.set(target.name, { target: target.name, hex: Buffer.from(bytes).toString("hex"), problem });
      return;
    }
  };
  for (const target of TARGETS) await feed(target, corpusOf(target.name));
  const deadline = performance.now() + seconds * 1_000;
  for (let round = 0; performance.now() < deadline; round++)
    for (const target of TARGETS.filter(({ name }) => !finds.has(name)))
      await feed(target, fc.sample(target.inputs, { seed: seed + round, numRuns: ROUND }));
  return { inputs, finds: [...finds.values()] };
}
