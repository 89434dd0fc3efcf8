// Checks a signer's journal from its oldest segment to its last line without changing it, also while the signer runs.
import path from "node:path";
import { readIfThere } from "../files.ts";
import { BEGINNING, type Head, readLines } from "./lines.ts";
import { journalFolder, listSegments } from "./segments.ts";
import { apply, emptyState, plainOf } from "./state.ts";

export interface Verdict {
  /** Good entries, from the oldest that is there. */
  readonly entries: number;
  /** The number of the oldest entry that is there; more than 1 where older segments were moved away. */
  readonly from: number;
  /** Of the last good line. */
  readonly head: Head;
  /** The hash of the entry that was asked for; undefined when it is not there. */
  readonly heardHash: string | undefined;
  /** What does not hold first: its file's name, its line (counted from 1) and why. */
  readonly broken: { readonly file: string; readonly line: number; readonly reason: string } | undefined;
  /** Bytes of an unfinished last line: a crash while writing, and no damage. */
  readonly tornBytes: number;
}

/** Whether a journal holds what the server heard last: "behind" ends before it, "other" has another entry in its place. */
export function standingOf({ head, heardHash }: Verdict, heard: Head): "holds" | "behind" | "other" {
  if (head.number < heard.number) return "behind";
  return heardHash === heard.hash ? "holds" : "other";
}

/**
 * Walks every segment: hashes, numbers, and whether each snapshot is the state that the entries before it make.
 * @param heard the number of an entry whose hash is wanted
 */
export async function verifyJournal(signerFolder: string, heard = 0): Promise<Verdict> {
  const segments = await listSegments(journalFolder(signerFolder));
  const from = segments[0]?.first ?? 1;
  const state = emptyState();
  let head: Head | undefined = from === 1 ? BEGINNING : undefined;
  let entries = 0;
  let tornBytes = 0;
  let heardHash = heard === 0 ? BEGINNING.hash : undefined;
  for (const [index, { file, first }] of segments.entries()) {
    const broken = (line: number, reason: string): Verdict => ({
      entries,
      from,
      head: head ?? BEGINNING,
      heardHash,
      broken: { file: path.basename(file), line, reason },
      tornBytes,
    });
    if (head !== undefined && first !== head.number + 1) return broken(1, `it should begin with entry ${head.number + 1}`);
    const lines = readLines((await readIfThere(file)) ?? Buffer.alloc(0), head);
    for (const [position, written] of lines.written.entries()) {
      const { entry } = written;
      const known = entries > 0 && entry.kind === "snapshot";
      if (known && JSON.stringify(entry.state) !== JSON.stringify(plainOf(state)))
        return broken(position + 1, "its snapshot is not what the entries before it make");
      apply(state, written);
      entries++;
      head = { number: written.number, hash: lines.hashes[position] ?? "" };
      if (head.number === heard) heardHash = head.hash;
    }
    if (lines.brokenLine !== undefined) return broken(lines.brokenLine, "it does not follow from what is before it");
    tornBytes = lines.tornBytes;
    if (tornBytes > 0 && index < segments.length - 1) return broken(lines.written.length + 1, "it was cut off");
  }
  return { entries, from, head: head ?? BEGINNING, heardHash, broken: undefined, tornBytes };
}
