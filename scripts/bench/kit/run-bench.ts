// Runs one benchmark as a process of its own and takes its last line.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type BenchLine, readLine } from "./line.ts";

/** Resolves with the result, or with why there is none. What the benchmark says on the way goes to `say`. */
export async function runBench(
  file: string,
  args: readonly string[],
  say: (line: string) => void,
): Promise<BenchLine | { readonly failed: string }> {
  const child = spawn(process.execPath, [...process.execArgv, file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let last: BenchLine | undefined;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    last = readLine(line);
    if (last === undefined) say(line);
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(code === 0 ? "" : `ended with ${signal ?? code}`));
  });
  const problem = await ended;
  if (problem !== "") return { failed: problem };
  return last ?? { failed: "said no result" };
}
