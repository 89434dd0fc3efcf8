// What a process used, read from /proc.
import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS = 100;

/** CPU seconds of a process, user and system, since it started. Throws when it is gone. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")
    .map(Number);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) / TICKS;
}

/** Resident memory of a process, bytes. Throws when it is gone. */
export function rssBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1_024;
}
