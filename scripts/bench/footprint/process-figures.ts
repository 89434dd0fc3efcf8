// What Linux says of one process: memory as it would be alone on the machine, CPU to the nanosecond, and whether it ever had a child.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const MB = 1e6;
const KIB = 1_024;

export interface Memory {
  /** Proportional set size, MB: all of it where nobody else maps the same executable. */
  readonly pss: number;
  /** Memory that no file stands behind: heap, stacks, buffers, MB. */
  readonly anonymous: number;
}

/** Throws when the process is gone. */
export function memoryOf(pid: number): Memory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return { pss: megabytes(text, "Pss"), anonymous: megabytes(text, "Anonymous") };
}

/** From now on the kernel notes which pages the process touches. */
export function forgetTouched(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "1");
}

/** What a trim would leave after forgetTouched(): all anonymous memory (there may be no swap) and the pages of files touched since, MB. */
export function trimmedOf(pid: number): number {
  const mappings = readFileSync(`/proc/${pid}/smaps`, "utf8").split(/^(?=[\da-f]+-[\da-f]+ )/m);
  return mappings.reduce((sum, text) => sum + Math.max(megabytes(text, "Anonymous"), megabytes(text, "Referenced")), 0);
}

function megabytes(text: string, name: string): number {
  return (Number(new RegExp(`^${name}: +(\\d+) kB`, "m").exec(text)?.[1] ?? 0) * KIB) / MB;
}

/** CPU seconds of all its living threads; those of Node live as long as the process. */
export function cpuSecondsOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]));
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9;
}

/** Grows with every child that ended, and is above nothing while one lives: page faults of reaped children, and the children there are. */
export function tracesOfChildren(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[8]) + readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).length;
}
