// One agent per data folder: a file with the holder's process id and start, so that a holder that died is told from one that lives.
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { link, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Host, readOptional } from "./host/host.ts";

interface Holder {
  /** 0 when it was released. */
  readonly pid: number;
  /** When the process started, in the system's own words; "" where it does not say. */
  readonly start: string;
  /** Tells this holder from all others. */
  readonly id: string;
}

export interface Lock {
  release(): Promise<void>;
}

const TRIES = 10;
const BYTES = 256;
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
  if (pid <= 0) return false;
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

/** Takes the folder, or answers the process id of its living holder. Needs no room on the disk when there was a holder before. */
export async function takeLock(host: Host, dir: string): Promise<Lock | number> {
  const path = join(dir, "agent.lock");
  const mine: Holder = { pid: process.pid, start: await startOf(host, process.pid), id: randomUUID() };
  const draft = `${path}.${mine.id}`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const holder = await read(path);
    if (holder !== undefined && (await lives(host, holder))) return holder.pid;
    if (!(await setAside(path, draft, holder))) continue;
    await write(draft, mine);
    if (await publish(draft, path)) return { release: () => release(path, mine) };
  }
  throw new Error(`the lock ${path} cannot be taken; remove it when no agent runs`);
}

/** Writes in place and always the same length: an old lock's file is used again, so that a full disk does not matter. */
async function write(path: string, holder: Holder): Promise<void> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o600);
  try {
    await file.write(JSON.stringify(holder).padEnd(BYTES), 0);
  } finally {
    await file.close();
  }
}

/** Moves a dead holder's lock to `draft`. False when somebody else did meanwhile. */
async function setAside(path: string, draft: string, dead: Holder | undefined): Promise<boolean> {
  try {
    await rename(path, draft);
  } catch (error) {
    if (code(error) === "ENOENT") return true;
    throw error;
  }
  const moved = await read(draft);
  if (moved === undefined || moved.id === dead?.id) return true;
  await publish(draft, path);
  return false;
}

/** Gives a finished lock its name, unless that is taken. Nobody ever reads half a lock. */
async function publish(draft: string, path: string): Promise<boolean> {
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

/** The file stays for the next holder. */
async function release(path: string, mine: Holder): Promise<void> {
  if ((await read(path))?.id === mine.id) await write(path, { ...mine, pid: 0 });
}
