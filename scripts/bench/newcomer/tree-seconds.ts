// CPU of a program and everything it started, as far as the kernel still knows it.
import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  /** Its own ticks and those of its children that ended. */
  readonly ticks: number;
}

function read(pid: number): Process | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
      .map(Number);
    return { parent: fields[1] ?? 0, ticks: fields.slice(11, 15).reduce((sum, each) => sum + each, 0) };
  } catch (error) {
    // It ended while it was read.
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
}

/** Seconds, user and system, of `root`, its living descendants and the children they have waited for. */
export function treeSeconds(root: number): number {
  const all = new Map<number, Process>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const process = read(Number(name));
    if (process !== undefined) all.set(Number(name), process);
  }
  const within = (pid: number): boolean => pid === root || (pid > 1 && within(all.get(pid)?.parent ?? 0));
  let ticks = 0;
  for (const [pid, process] of all) if (within(pid)) ticks += process.ticks;
  return ticks / TICKS;
}
