// PostgreSQL's own lock on a cluster, postmaster.pid: who holds it, and when it is only left over.
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { anyWorksIn, commandLine, isAlive } from "../processes.ts";

export interface Holder {
  readonly pid: number;
  /** The folder of the socket it listens on. */
  readonly socket: string;
}

/** The living PostgreSQL that holds this cluster, if one does. */
export async function readHolder(cluster: string): Promise<Holder | undefined> {
  const lines = await readLines(cluster);
  const pid = Number(lines?.[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !commandLine(pid).includes(cluster)) return undefined;
  return { pid, socket: lines?.[4]?.trim() ?? "" };
}

/**
 * Removes a lock whose holder is gone: its id belongs to no process, to a zombie, or to some other program.
 * Never while a living process could be the holder, or a surviving child of it still works in the cluster.
 */
export async function dropStaleLock(cluster: string): Promise<boolean> {
  const lines = await readLines(cluster);
  if (lines === undefined) return false;
  const pid = Number(lines[0]);
  if (isAlive(pid)) {
    const command = commandLine(pid);
    if (command === "" || command.includes(cluster)) return false;
  }
  if (anyWorksIn(cluster)) return false;
  await rm(path.join(cluster, "postmaster.pid"), { force: true });
  return true;
}

async function readLines(cluster: string): Promise<string[] | undefined> {
  try {
    return (await readFile(path.join(cluster, "postmaster.pid"), "utf8")).split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
