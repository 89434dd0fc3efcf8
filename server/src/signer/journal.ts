// The signer's memory: lines that chain to each other (lines.ts), in segments (segments.ts). A line is on disk before anybody hears of
// what it says. A new segment begins with a snapshot of the state, so that a start reads the last segment and no other.
import { type FileHandle, open } from "node:fs/promises";
import { readIfThere, syncFolder, writePrivate } from "../files.ts";
import type { Entry, Written } from "./entries.ts";
import type { PlainState } from "./facts.ts";
import { BEGINNING, encodeLine, type Head, type Lines, readLines } from "./lines.ts";
import { listSegments, prepareSegments, type Segment, segmentFile } from "./segments.ts";

export interface Journal {
  /** What the last segment says, in order; for building the state once. */
  readonly past: readonly Written[];
  readonly head: Head;
  /** Entries in the last segment. */
  readonly length: number;
  /** Whether a write failed; then every further one does. */
  readonly failed: boolean;
  /** Writes entries to disk, all or a prefix if the machine dies; answers them as written. */
  append(entries: readonly Entry[], at: number): Promise<Written[]>;
  /** Begins a new segment with the state that all entries so far make. A crash leaves the old segment as the last, or the new one. */
  roll(state: PlainState, at: number): Promise<void>;
  /** The hash of an entry, also of one in the archive; undefined when there is none. Number 0 is before the first. */
  hashAt(number: number): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Opens a signer's journal, cutting an unfinished last line. Throws Error naming file and line when it was tampered with. */
export async function openJournal(signerFolder: string): Promise<Journal> {
  const folder = await prepareSegments(signerFolder);
  const last = (await listSegments(folder)).at(-1) ?? { file: segmentFile(folder, 1), first: 1 };
  const lines = await readSegment(last);
  if (lines.brokenLine !== undefined) throw new Error(`line ${lines.brokenLine} of ${last.file} does not follow from what is before it`);
  if (last.first > 1 && lines.written.length === 0) throw new Error(`${last.file} has lost its first line`);
  const handle = await openSegment(last, lines.tornBytes);
  await syncFolder(folder);
  return writer(folder, handle, lines);
}

function writer(folder: string, first: FileHandle, start: Lines): Journal {
  let handle = first;
  let head = start.head;
  let length = start.written.length;
  let failed = false;

  /** After a failed write nobody knows what the disk holds: only a new start reads it again. */
  async function write<T>(work: () => Promise<T>): Promise<T> {
    if (failed) throw new Error("the journal could not be written; the signer must start again");
    try {
      return await work();
    } catch (error) {
      failed = true;
      throw error;
    }
  }

  return {
    past: start.written,
    get head() {
      return head;
    },
    get length() {
      return length;
    },
    get failed() {
      return failed;
    },
    append: (entries, at) =>
      write(async () => {
        const written: Written[] = [];
        let next = head;
        let text = "";
        for (const entry of entries) {
          const line = encodeLine(next, entry, at);
          written.push(line.written);
          next = line.head;
          text += line.text;
        }
        await handle.appendFile(text);
        await handle.datasync();
        head = next;
        length += written.length;
        return written;
      }),
    roll: (state, at) =>
      write(async () => {
        const line = encodeLine(head, { kind: "snapshot", previous: head.hash, state }, at);
        const segment = { file: segmentFile(folder, line.head.number), first: line.head.number };
        // Its name appears with its whole content: from that moment on it is the last segment.
        await writePrivate(segment.file, line.text);
        const fresh = await openSegment(segment, 0);
        await handle.close();
        handle = fresh;
        head = line.head;
        length = 1;
      }),
    async hashAt(number) {
      if (number === 0) return BEGINNING.hash;
      const segment = (await listSegments(folder)).findLast(({ first }) => first <= number);
      return segment === undefined ? undefined : (await readSegment(segment)).hashes[number - segment.first];
    },
    close: () => handle.close(),
  };
}

async function readSegment({ file, first }: Segment): Promise<Lines> {
  return readLines((await readIfThere(file)) ?? Buffer.alloc(0), first === 1 ? BEGINNING : undefined);
}

async function openSegment({ file }: Segment, tornBytes: number): Promise<FileHandle> {
  const handle = await open(file, "a", 0o600);
  await handle.chmod(0o600);
  if (tornBytes > 0) {
    const { size } = await handle.stat();
    await handle.truncate(size - tornBytes);
    await handle.sync();
  }
  return handle;
}
