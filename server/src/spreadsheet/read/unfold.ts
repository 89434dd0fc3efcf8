// The parts of an XLSX that a table is made of, unfolded under a count: what an archive says of its own sizes is not believed.
import { Unzip, UnzipInflate } from "fflate";
import { TABLE_LIMITS, TableError } from "./limits.ts";

const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/.*\.rels|xl\/(_rels\/.*\.rels|workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[^/]*\.xml))$/i;
/** So little at once that a step unfolds to 16 MiB at most. */
const STEP = 1 << 14;

/** Throws TableError when the archive is damaged, or unfolds to more than it may. */
export function unfold(bytes: Uint8Array, most: number = TABLE_LIMITS.unfolded): Record<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>();
  let unfolded = 0;
  const archive = new Unzip((file) => {
    if (!WANTED.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, chunk) => {
      if (error !== null) throw error;
      unfolded += chunk.length;
      if (unfolded > most) throw new TableError("tooLargeUnfolded");
      chunks.push(chunk);
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP) archive.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    throw error instanceof TableError ? error : new TableError("unreadable", error);
  }
  if (parts.size === 0) throw new TableError("unreadable");
  return Object.fromEntries([...parts].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))]));
}
