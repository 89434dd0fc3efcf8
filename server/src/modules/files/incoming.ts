// What arrives is written to disk as it comes, counted and hashed on the way, and is never in memory as a whole.
import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { AppError } from "../../errors.ts";
import { makePrivateFolder } from "../../files.ts";
import { newId } from "../../ids.ts";
import { HEAD_BYTES, mediaTypeOf } from "./media-type.ts";

export interface Received {
  /** SHA-256. */
  readonly hash: Buffer;
  /** Bytes. */
  readonly size: number;
  /** Told from the content. */
  readonly mediaType: string;
  /** Where it lies until it is kept. */
  readonly path: string;
}

/** Writes the stream to a file of its own in the folder. Throws INVALID_INPUT beyond `most` bytes and for nothing at all; then no file stays. */
export async function receive(stream: Readable, folder: string, most: number): Promise<Received> {
  await makePrivateFolder(folder);
  const file = path.join(folder, newId());
  try {
    return { path: file, ...(await write(stream, file, most)) };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function write(stream: Readable, file: string, most: number): Promise<Omit<Received, "path">> {
  const hash = createHash("sha256");
  const head: Buffer[] = [];
  let size = 0;
  const handle = await open(file, "wx", 0o600);
  try {
    // The sender must hear why it was refused: its connection stays open when this stops reading.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (size < HEAD_BYTES) head.push(chunk);
      size += chunk.length;
      if (size > most) throw tooLarge(most);
      hash.update(chunk);
      await handle.appendFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (size === 0) throw new AppError("INVALID_INPUT", "the file is empty", { details: { fields: [{ field: "file", problem: "empty" }] } });
  return { hash: hash.digest(), size, mediaType: mediaTypeOf(Buffer.concat(head).subarray(0, HEAD_BYTES)) };
}

/** The refusal of a file with more than `most` bytes. */
export const tooLarge = (most: number) =>
  new AppError("INVALID_INPUT", `a file may have at most ${most} bytes`, {
    details: { fields: [{ field: "file", problem: "size" }], mostBytes: most },
  });
