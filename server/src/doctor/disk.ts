// The disks that data and database lie on: room, whether they can be written, and how fast they promise.
import { mkdtemp, open, readFile, rm, statfs } from "node:fs/promises";
import path from "node:path";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "disk";
const MIB = 1_048_576;
/** Free bytes below which it is told, and below which the next hour may fill it. */
const LITTLE_BYTES = 2_048 * MIB;
const NOTHING_BYTES = 256 * MIB;
const LITTLE_SHARE = 0.05;
/** Milliseconds of one flush to disk, the median of TRIES: each commit waits for one. */
const SLOW_MS = 20;
const UNUSABLE_MS = 200;
const TRIES = 11;
const UNREACHABLE = "nothing can be written to";
/** File systems that are gone after a restart, as Linux numbers them: tmpfs, ramfs. */
const FLEETING = new Set([0x01_02_19_94, 0x85_84_58_f6]);

export interface Room {
  readonly freeBytes: number;
  readonly sizeBytes: number;
  /** 0 where the file system has no fixed number of files. */
  readonly files: number;
  readonly freeFiles: number;
  readonly fleeting: boolean;
}

export function judgeRoom(folder: string, room: Room): Finding[] {
  const { freeBytes, sizeBytes, files, freeFiles, fleeting } = room;
  const free = `${Math.floor(freeBytes / MIB)} MiB of ${Math.floor(sizeBytes / MIB)} free at ${folder}`;
  const cure = `Free some space or enlarge the disk of ${folder}.`;
  const found: Finding[] = [];
  if (freeBytes < NOTHING_BYTES) found.push(fault(CHECK, free, cure));
  else if (freeBytes < LITTLE_BYTES || freeBytes < sizeBytes * LITTLE_SHARE) found.push(warning(CHECK, free, cure));
  else found.push(ok(CHECK, free));
  if (files > 0 && freeFiles < files * LITTLE_SHARE)
    found.push(
      warning(
        CHECK,
        `only ${freeFiles} more files fit at ${folder}`,
        "Delete small files there, or make the file system anew with more inodes.",
      ),
    );
  if (fleeting)
    found.push(warning(CHECK, `${folder} is in memory: everything is gone after a restart`, "Set VIGIA_DATA to a folder on a disk."));
  return found;
}

/** @param medianMs of one flush */
export function judgeFlush(folder: string, medianMs: number): Finding {
  const said = `a flush to disk takes ${medianMs.toFixed(1)} ms at ${folder}`;
  const cure = "Put it on a local SSD; network disks and disks without a cache of their own make every commit wait.";
  if (medianMs > UNUSABLE_MS) return fault(CHECK, said, cure);
  return medianMs > SLOW_MS ? warning(CHECK, said, cure) : ok(CHECK, said);
}

function judgeWriting(folder: string, error: NodeJS.ErrnoException): Finding {
  const said = `${UNREACHABLE} ${folder}: ${error.message}`;
  const cures: Readonly<Record<string, string>> = {
    ENOSPC: "Free some space or enlarge the disk.",
    EDQUOT: "Raise the quota of the server's user.",
    EROFS: "Find why the disk is mounted read-only (its log says so), repair it and mount it again.",
    ENOENT: "Set VIGIA_DATA to the right folder, or start the server once: it makes the folder.",
    EACCES: "Run this as the server's user, or give that user the folder.",
  };
  return fault(CHECK, said, cures[error.code ?? ""] ?? "Look into the system's log for errors of that disk.");
}

export const diskCheck: Check = {
  name: CHECK,
  async run({ config: { dataDir, databaseUrl } }) {
    const room = await lookAt(dataDir);
    // A folder that cannot be looked at cannot be written to either: once is enough.
    const findings = room.some(({ said }) => said.startsWith(UNREACHABLE)) ? room : [...room, await flushed(dataDir)];
    const database = databaseUrl === undefined ? await databaseFolder(dataDir) : undefined;
    const elsewhere = database !== undefined && !database.startsWith(`${dataDir}${path.sep}`);
    return elsewhere ? [...findings, ...(await lookAt(database))] : findings;
  },
};

async function lookAt(folder: string): Promise<Finding[]> {
  try {
    const { bavail, blocks, bsize, files, ffree, type } = await statfs(folder);
    const fleeting = process.platform === "linux" && FLEETING.has(type);
    return judgeRoom(folder, { freeBytes: bavail * bsize, sizeBytes: blocks * bsize, files, freeFiles: ffree, fleeting });
  } catch (error) {
    return [judgeWriting(folder, error as NodeJS.ErrnoException)];
  }
}

/** Where the bundled database was put, when that is known. */
async function databaseFolder(dataDir: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(path.join(dataDir, "postgres.json"), "utf8")) as { folder: string }).folder;
  } catch {
    // Not there before the first start; damaged is the database check's to tell.
    return undefined;
  }
}

async function flushed(folder: string): Promise<Finding> {
  let place: string | undefined;
  try {
    place = await mkdtemp(path.join(folder, "doctor-"));
    return judgeFlush(folder, await measure(path.join(place, "trial")));
  } catch (error) {
    return judgeWriting(folder, error as NodeJS.ErrnoException);
  } finally {
    if (place !== undefined) await rm(place, { recursive: true, force: true });
  }
}

async function measure(file: string): Promise<number> {
  const handle = await open(file, "w", 0o600);
  try {
    const times: number[] = [];
    for (let turn = 0; turn < TRIES; turn++) {
      await handle.write(Buffer.alloc(8_192, turn));
      const began = performance.now();
      await handle.datasync();
      times.push(performance.now() - began);
    }
    return times.sort((one, other) => one - other)[Math.floor(TRIES / 2)] ?? 0;
  } finally {
    await handle.close();
  }
}
