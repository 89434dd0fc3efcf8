// The journal's files: journal/<number of its first entry>.log. Only the last one is written to; those before it are the archive.
import { readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { makePrivateFolder, readIfThere, syncFolder } from "../files.ts";

const NAME = /^(\d{12})\.log$/;
/** Where the first servers kept the whole journal. */
const OLD_FILE = "journal.log";

export interface Segment {
  readonly file: string;
  /** The number of its first entry. */
  readonly first: number;
}

export const segmentFile = (folder: string, first: number): string => path.join(folder, `${String(first).padStart(12, "0")}.log`);

/** The folder of a signer's journal. */
export const journalFolder = (signerFolder: string): string => path.join(signerFolder, "journal");

/** Makes the folder, takes a journal over that was one file, and clears away what a crash left half-written. */
export async function prepareSegments(signerFolder: string): Promise<string> {
  const folder = journalFolder(signerFolder);
  await makePrivateFolder(folder);
  const old = path.join(signerFolder, OLD_FILE);
  if ((await readIfThere(old)) !== undefined && (await listSegments(folder)).length === 0) await rename(old, segmentFile(folder, 1));
  for (const name of await readdir(folder)) if (name.endsWith(".half")) await rm(path.join(folder, name));
  await syncFolder(folder);
  return folder;
}

/** All segments there are, in order. */
export async function listSegments(folder: string): Promise<Segment[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .sort()
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map((digits) => ({ file: path.join(folder, `${digits}.log`), first: Number(digits) }));
}
