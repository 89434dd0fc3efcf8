// What PostgreSQL used of the processor, read from /proc: the postmaster, its living children, and what the ended ones used.
import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc on every Linux that Node runs on. */
const TICKS = 100;

/** The fields of a process after its name: state, parent, … */
const fieldsOf = (pid: string): number[] =>
  readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ")
    .map(Number);

/** The process that started this one. */
export const parentOf = (pid: number): number => fieldsOf(String(pid))[1] ?? 0;

/** CPU seconds, user and system, since PostgreSQL started. */
export function postgresSeconds(postmaster: number): number {
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = fieldsOf(pid);
      const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
      if (Number(pid) === postmaster) ticks += utime + stime + cutime + cstime;
      else if (fields[1] === postmaster) ticks += utime + stime;
    } catch (error) {
      // The process ended while it was read.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT" && code !== "ESRCH") throw error;
    }
  }
  return ticks / TICKS;
}
