// Which processes live, and which of them work on a data directory. Zombies count as dead: a container's init may never bury them.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/** Whether a process lives (also one of another user). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  const status = read(`/proc/${pid}/stat`);
  // The state follows the program's name, which is in parentheses and may hold any character.
  return status !== undefined && status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3) === "Z";
}

/** A process's command line, or "" when it is gone or hidden. */
export function commandLine(pid: number): string {
  const line = read(`/proc/${pid}/cmdline`);
  if (line !== undefined) return line.replaceAll("\0", " ");
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    // ps fails when there is no such process.
    return "";
  }
}

/** Something that differs between two processes that had the same id one after the other; "" when the process is gone. */
export function startOf(pid: number): string {
  const status = read(`/proc/${pid}/stat`);
  if (status !== undefined) return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    // ps fails when there is no such process.
    return "";
  }
}

/** Whether a living process has this folder as its working directory, as every PostgreSQL process has its data directory (Linux only). */
export function anyWorksIn(folder: string): boolean {
  const place = realpathSync(folder);
  const pids = process.platform === "linux" ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return pids.some((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === place;
    } catch {
      // Gone meanwhile, a zombie, or another user's.
      return false;
    }
  });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Not Linux, or no such process.
    return undefined;
  }
}
