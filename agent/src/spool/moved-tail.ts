// The end of a lane that gets other numbers, all of it or nothing: it is written into one file whose name says which number it begins
// with, and from which one on it takes the place of what lies in the segments. It counts from the moment it has that name: whoever opens
// the lane next finishes what was begun.
import { join } from "node:path";
import { type SpoolFiles, writeAll } from "./files.ts";
import { encodeRecord, type StoredRecord } from "./record.ts";

const UNFINISHED = "unfinished.moved";
const NAME = /^(\d{16})-(\d{16})\.moved$/;

export interface MovedTail {
  /** What the segments hold from this number on does not count any more. */
  readonly from: number;
  /** The number it begins with now, greater than `from`. */
  readonly to: number;
}

/** The file of a moved end. */
export function movedPath(dir: string, { from, to }: MovedTail): string {
  const padded = (seq: number) => String(seq).padStart(16, "0");
  return join(dir, `${padded(from)}-${padded(to)}.moved`);
}

/** The moved end among the names in a lane's folder, when one waits to be taken over. */
export function findMoved(names: readonly string[]): MovedTail | undefined {
  const [, from, to] = names.map((name) => NAME.exec(name)).find((match) => match !== null) ?? [];
  return from === undefined || to === undefined ? undefined : { from: Number(from), to: Number(to) };
}

/** Makes a moved end durable: `records` consecutive from `to` on. When it throws, it may count or not. */
export async function writeMoved(
  files: SpoolFiles,
  dir: string,
  tail: MovedTail,
  records: AsyncIterable<readonly StoredRecord[]>,
): Promise<void> {
  const unfinished = join(dir, UNFINISHED);
  await files.remove(unfinished);
  const file = await files.open(unfinished, "create");
  try {
    let size = 0;
    for await (const group of records) {
      const bytes = Buffer.concat(group.map(encodeRecord));
      await writeAll(file, bytes, size);
      size += bytes.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(unfinished, movedPath(dir, tail));
  await files.syncDir(dir);
}
