// The signer's memory: one file of lines, each "<hash> <json>", where the hash covers the line before it. It only grows, a line is
// on disk before anybody hears of what it says, and whoever edits, removes or swaps a line breaks every hash after it.
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import { readIfThere, syncFolder } from "../files.ts";
import type { Entry, Written } from "./entries.ts";

const BEGINNING = "0".repeat(64);
const HASH_CHARACTERS = 64;

export interface Journal {
  /** Everything written so far, in order; for building the state once. */
  readonly past: readonly Written[];
  /** Writes entries to disk, all or a prefix if the machine dies; answers them as written. */
  append(entries: readonly Entry[], at: number): Promise<Written[]>;
  close(): Promise<void>;
}

export interface Verdict {
  readonly entries: number;
  /** The first line that does not follow from those before it, counted from 1. */
  readonly brokenAt: number | undefined;
  /** Bytes of an unfinished last line: a crash while writing, and no damage. */
  readonly tornBytes: number;
}

/** Opens the journal, cutting an unfinished last line. Throws Error naming the line when it was tampered with. */
export async function openJournal(file: string): Promise<Journal> {
  const bytes = (await readIfThere(file)) ?? Buffer.alloc(0);
  const read = readLines(bytes);
  if (read.brokenAt !== undefined) throw new Error(`line ${read.brokenAt} of ${file} does not follow from the lines before it`);
  const handle = await open(file, "a", 0o600);
  await handle.chmod(0o600);
  if (read.tornBytes > 0) {
    await handle.truncate(bytes.length - read.tornBytes);
    await handle.sync();
  }
  await syncFolder(path.dirname(file));
  return { past: read.written, ...writer(handle, read) };
}

/** Checks a journal without changing it. */
export async function verifyJournal(file: string): Promise<Verdict> {
  const { written, brokenAt, tornBytes } = readLines((await readIfThere(file)) ?? Buffer.alloc(0));
  return { entries: written.length, brokenAt, tornBytes };
}

function writer(handle: FileHandle, start: Lines): Omit<Journal, "past"> {
  let last = start.last;
  let number = start.written.length;
  let failed = false;
  return {
    async append(entries, at) {
      // After a failed write nobody knows what the disk holds: only a new start reads it again.
      if (failed) throw new Error("the journal could not be written; the signer must start again");
      const written = entries.map((entry): Written => ({ number: ++number, at, entry }));
      let text = "";
      for (const one of written) {
        const json = JSON.stringify(one);
        last = chain(last, json);
        text += `${last} ${json}\n`;
      }
      try {
        await handle.appendFile(text);
        await handle.datasync();
      } catch (error) {
        failed = true;
        throw error;
      }
      return written;
    },
    close: () => handle.close(),
  };
}

interface Lines {
  readonly written: Written[];
  readonly last: string;
  readonly brokenAt: number | undefined;
  readonly tornBytes: number;
}

function readLines(bytes: Buffer): Lines {
  const end = bytes.lastIndexOf(0x0a) + 1;
  const tornBytes = bytes.length - end;
  const written: Written[] = [];
  let last = BEGINNING;
  let from = 0;
  while (from < end) {
    const to = bytes.indexOf(0x0a, from);
    const line = bytes.toString("utf8", from, to);
    const json = line.slice(HASH_CHARACTERS + 1);
    const expected = chain(last, json);
    const one = line.startsWith(`${expected} `) ? parse(json) : undefined;
    if (one?.number !== written.length + 1) return { written, last, brokenAt: written.length + 1, tornBytes };
    last = expected;
    written.push(one);
    from = to + 1;
  }
  return { written, last, brokenAt: undefined, tornBytes };
}

function parse(json: string): Written | undefined {
  try {
    return JSON.parse(json) as Written;
  } catch {
    // A line whose hash holds but which is no JSON was never written by a journal.
    return undefined;
  }
}

const chain = (previous: string, json: string): string => createHash("sha256").update(previous).update(json).digest("hex");
