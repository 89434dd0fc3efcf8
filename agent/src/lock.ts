// One agent per data folder: a file with the holder's process id and start, so that a holder that died is told from one that lives.
import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Host, readOptional } from "./host/host.ts";

interface Holder {
  readonly pid: number;
  /** When the process started, in the system's own words; "" where it does not say. */
  readonly start: string;
  /** Tells this holder from all others. */
  readonly id: string;
}

export interface Lock {
  release(): Promise<void>;
}

const TRIES = 5;
const code = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** Start of a process on Linux, in ticks since boot. Its name may hold anything, so the fields are counted from the last bracket. */
async function startOf(host: Host, pid: number): Promise<string> {
  const stat = await readOptional(host, `/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function read(path: string): Promise<Holder | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    if (typeof found === "object" && found !== null && "pid" in found && "start" in found && "id" in found) return found as Holder;
    return undefined;
  } catch (error) {
    if (code(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function lives(host: Host, { pid, start }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, but somebody else's.
    if (code(error) === "ESRCH") return false;
  }
  const now = await startOf(host, pid);
  return start === "" || now === "" || start === now;
}

/** The process id of the agent that holds the folder; undefined when none does. */
export async function lockHolder(host: Host, dir: string): Promise<number | undefined> {
  const holder = await read(join(dir, "agent.lock"));
  return holder !== undefined && (await lives(host, holder)) ? holder.pid : undefined;
}

/** Takes the folder, or answers the process id of its living holder. */
export async function takeLock(host: Host, dir: string): Promise<Lock | number> {
  const path = join(dir, "agent.lock");
  const mine: Holder = { pid: process.pid, start: await startOf(host, process.pid), id: randomUUID() };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await create(path, mine)) {
      return {
        async release() {
          if ((await read(path))?.id === mine.id) await rm(path, { force: true });
        },
      };
    }
    const holder = await read(path);
    if (holder !== undefined && (await lives(host, holder))) return holder.pid;
    await setAside(path, holder);
  }
  throw new Error(`the lock ${path} cannot be taken; remove it when no agent runs`);
}

async function create(path: string, mine: Holder): Promise<boolean> {
  // Written under another name, then linked to the one that must be free: nobody reads half a lock.
  const draft = `${path}.${mine.id}`;
  await writeFile(draft, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (code(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead holder's lock, unless somebody else did and took it already. */
async function setAside(path: string, dead: Holder | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    const moved = await read(aside);
    if (moved !== undefined && moved.id !== dead?.id) await rename(aside, path);
    else await rm(aside, { force: true });
  } catch (error) {
    if (code(error) !== "ENOENT") throw error;
  }
}
