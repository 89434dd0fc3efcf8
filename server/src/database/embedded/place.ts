// Where the bundled PostgreSQL keeps its cluster and its socket, and as whom it runs. Decided at first start, recorded in
// <data>/postgres.json, and followed ever after.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, lstat, mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Log } from "../../log.ts";
import { StartError } from "../../start-error.ts";
import { reachableByAll } from "./binaries.ts";

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

export interface Place {
  /** Holds everything below. */
  readonly folder: string;
  /** The cluster (PostgreSQL's own data directory, 0700). */
  readonly cluster: string;
  /** The folder of the socket (0700): who can enter it is trusted. */
  readonly socket: string;
  /** What PostgreSQL says. */
  readonly log: string;
  /** The user PostgreSQL runs as when this process is root, which PostgreSQL refuses to be. */
  readonly user: SystemUser | undefined;
}

interface Record {
  folder: string;
  socket: string;
}

/** Longest path of a unix socket is 107 bytes on Linux and 103 on macOS; PostgreSQL appends "/.s.PGSQL.5432". */
const MAX_SOCKET_FOLDER = 103 - "/.s.PGSQL.5432".length;
const NOBODY: SystemUser = { uid: 65_534, gid: 65_534 };

/** Finds or makes the place for this data directory. Throws StartError when a folder cannot be made. */
export async function findPlace(dataDir: string, log: Log): Promise<Place> {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const file = path.join(dataDir, "postgres.json");
  const record = (await readRecord(file)) ?? (await decide(dataDir, user, log));
  await makePrivate(record.folder, user);
  await makePrivate(record.socket, user);
  await writeFile(file, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  return {
    folder: record.folder,
    cluster: path.join(record.folder, "cluster"),
    socket: record.socket,
    log: path.join(record.folder, "postgres.log"),
    user,
  };
}

async function readRecord(file: string): Promise<Record | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const { folder, socket } = JSON.parse(text) as Partial<Record>;
    if (typeof folder === "string" && typeof socket === "string") return { folder, socket };
  } catch {
    // Reported below with the cure.
  }
  throw new StartError(
    `${file}, which says where the database is, is damaged`,
    `Restore it, or write {"folder": …, "socket": …} with the folder that holds "cluster"`,
  );
}

async function decide(dataDir: string, user: SystemUser | undefined, log: Log): Promise<Record> {
  const id = randomBytes(4).toString("hex");
  let folder = path.join(dataDir, "postgres");
  if (user !== undefined && !(await reachableByAll(folder))) {
    // Temporary data stays temporary; everything else goes where services keep their data.
    const parent = path.resolve(dataDir).startsWith(`${os.tmpdir()}/`) ? os.tmpdir() : "/var/lib";
    folder = path.join(parent, `vigia-${id}`);
    log.warn({ folder, dataDir }, "the data directory is closed to the user that runs PostgreSQL: the database is kept beside it");
  }
  const near = path.join(folder, "socket");
  const socket = Buffer.byteLength(near) <= MAX_SOCKET_FOLDER ? near : path.join(os.tmpdir(), `vigia-${id}-socket`);
  return { folder, socket };
}

/** The account `postgres` where there is one, else nobody. */
function unprivilegedUser(): SystemUser {
  const ask = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    // id fails when there is no such account.
    return NOBODY;
  }
}

async function makePrivate(folder: string, user: SystemUser | undefined): Promise<void> {
  const uid = user?.uid ?? process.getuid?.() ?? 0;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await lstat(folder);
    if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
      throw new StartError(`${folder} belongs to another user (uid ${found.uid})`, "Remove it, or start as the user that owns it");
    }
    if (user !== undefined) await chown(folder, user.uid, user.gid);
    await chmod(folder, 0o700);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `the folder ${folder} cannot be used: ${(error as Error).message}`,
      "Give this user write permission there, or set VIGIA_DATA to a folder it may write to",
      { cause: error },
    );
  }
}
