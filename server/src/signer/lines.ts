// Lines of the signer's journal, each "<hash> <json>", where the hash covers the line before it: whoever edits, removes or swaps one
// breaks every hash after it. A segment after the first begins with a snapshot, which names the hash it follows.
import { createHash } from "node:crypto";
import type { Entry, Written } from "./entries.ts";

/** The last line of a journal or of a part of it. */
export interface Head {
  /** Of the entry, counted from 1; 0 before the first. */
  readonly number: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** What the first entry follows. */
export const BEGINNING: Head = { number: 0, hash: "0".repeat(64) };
const HASH_CHARACTERS = 64;

export interface Lines {
  readonly written: readonly Written[];
  /** Of each entry, in the same order. */
  readonly hashes: readonly string[];
  /** The last good line. */
  readonly head: Head;
  /** The first line that does not follow from those before it, counted from 1 in its file. */
  readonly brokenLine: number | undefined;
  /** Bytes of an unfinished last line. */
  readonly tornBytes: number;
}

/** An entry as a line that follows `head`, and the head it makes. */
export function encodeLine(head: Head, entry: Entry, at: number): { written: Written; head: Head; text: string } {
  const written = { number: head.number + 1, at, entry };
  const json = JSON.stringify(written);
  const hash = chain(head.hash, json);
  return { written, head: { number: written.number, hash }, text: `${hash} ${json}\n` };
}

/** Reads the lines of a file that follow `start`; undefined: as its own snapshot says. Stops at the first that does not follow. */
export function readLines(bytes: Buffer, start: Head | undefined): Lines {
  const end = bytes.lastIndexOf(0x0a) + 1;
  const tornBytes = bytes.length - end;
  const written: Written[] = [];
  const hashes: string[] = [];
  let head = start;
  let from = 0;
  while (from < end) {
    const to = bytes.indexOf(0x0a, from);
    const line = bytes.toString("utf8", from, to);
    const json = line.slice(HASH_CHARACTERS + 1);
    const one = parse(json);
    const before = head ?? startOf(one);
    const hash = chain(before?.hash ?? "", json);
    if (one === undefined || one.number !== (before?.number ?? 0) + 1 || !line.startsWith(`${hash} `))
      return { written, hashes, head: before ?? BEGINNING, brokenLine: written.length + 1, tornBytes };
    head = { number: one.number, hash };
    written.push(one);
    hashes.push(hash);
    from = to + 1;
  }
  return { written, hashes, head: head ?? BEGINNING, brokenLine: undefined, tornBytes };
}

function startOf(first: Written | undefined): Head | undefined {
  return first?.entry?.kind === "snapshot" ? { number: first.number - 1, hash: first.entry.previous } : undefined;
}

function parse(json: string): Written | undefined {
  try {
    return JSON.parse(json) as Written;
  } catch {
    // What is no JSON was never written by a journal.
    return undefined;
  }
}

const chain = (previous: string, json: string): string => createHash("sha256").update(previous).update(json).digest("hex");
