// The data directory: there, writable, and used by one server at a time.
import { access, constants, link, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive, startOf } from "./database/processes.ts";
import { readIfThere, writePrivate } from "./files.ts";
import { StartError } from "./start-error.ts";

/** Names the process that uses the directory, and when it started: ids come again. */
const LOCK = "server.pid";
/** Rounds in which a dead server's lock is cleared away; others may be doing the same. */
const TRIES = 10;

/** Takes the directory for this process; answers what gives it back. Throws StartError when it cannot be used. */
export async function takeDataDir(dataDir: string): Promise<() => Promise<void>> {
  try {
    // Root's PostgreSQL runs as another user, who must be able to walk through; everything secret inside is closed by itself.
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `the data directory ${dataDir} cannot be used: ${(error as Error).message}`,
      "Give this user write permission there, or set VIGIA_DATA to a folder it may write to",
      { cause: error },
    );
  }
  const file = path.join(dataDir, LOCK);
  const draft = `${file}.${process.pid}`;
  await writePrivate(draft, `${process.pid}\n${startOf(process.pid)}\n`);
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const holder = await serverUsing(dataDir);
      if (holder !== undefined) break;
      if (await publish(draft, file)) return () => rm(file, { force: true });
      await setAside(file, dataDir);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new StartError(
    `another Vigia server (process ${(await serverUsing(dataDir)) ?? "that starts at this moment"}) uses ${dataDir}`,
    "Stop it, or set VIGIA_DATA to another folder",
  );
}

/** Gives the finished lock its name; false when that is taken. Of several servers that start together one succeeds. */
async function publish(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Takes a dead server's lock out of the way. One that a living server took in this very moment is put back. */
async function setAside(file: string, dataDir: string): Promise<void> {
  const aside = `${file}.${process.pid}.old`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if ((await holderIn(aside)) !== undefined) await publish(aside, path.join(dataDir, LOCK));
  await rm(aside, { force: true });
}

/** The process id of the living server that took this directory, if one did. */
export const serverUsing = (dataDir: string): Promise<number | undefined> => holderIn(path.join(dataDir, LOCK));

async function holderIn(file: string): Promise<number | undefined> {
  const [pid = "", started = ""] = ((await readIfThere(file))?.toString("utf8") ?? "").split("\n");
  const holder = Number(pid);
  return holder > 0 && holder !== process.pid && isAlive(holder) && startOf(holder) === started ? holder : undefined;
}
