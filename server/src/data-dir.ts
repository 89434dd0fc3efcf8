// The data directory: there, writable, and used by one server at a time.
import { access, constants, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { isAlive, startOf } from "./database/processes.ts";
import { readIfThere, writePrivate } from "./files.ts";
import { StartError } from "./start-error.ts";

/** Names the process that uses the directory, and when it started: ids come again. */
const LOCK = "server.pid";

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
  const holder = await serverUsing(dataDir);
  if (holder !== undefined) {
    throw new StartError(`another Vigia server (process ${holder}) uses ${dataDir}`, "Stop it, or set VIGIA_DATA to another folder");
  }
  const file = path.join(dataDir, LOCK);
  await writePrivate(file, `${process.pid}\n${startOf(process.pid)}\n`);
  return () => rm(file, { force: true });
}

/** The process id of the living server that took this directory, if one did. */
export async function serverUsing(dataDir: string): Promise<number | undefined> {
  const [pid = "", started = ""] = ((await readIfThere(path.join(dataDir, LOCK)))?.toString("utf8") ?? "").split("\n");
  const holder = Number(pid);
  return holder > 0 && holder !== process.pid && isAlive(holder) && startOf(holder) === started ? holder : undefined;
}
