// Room kept for the moment the disk is full: a file that can be thrown overboard so that events and cursors still find a place.
import { join } from "node:path";
import { errorCode, type SpoolFiles, writeAll } from "./files.ts";

const BALLAST_BYTES = 8 * 1_048_576;
const PART = 1_048_576;

export class Ballast {
  readonly #files: SpoolFiles;
  readonly #path: string;
  readonly #bytes: number;
  #aboard = false;

  constructor(files: SpoolFiles, dir: string, bytes = BALLAST_BYTES) {
    this.#files = files;
    this.#path = join(dir, "ballast");
    this.#bytes = bytes;
  }

  /** Takes the ballast in when it is missing and the disk has ample room. Answers whether it is aboard. */
  async load(freeBytes: number): Promise<boolean> {
    if (this.#aboard) return true;
    if (await this.#isWhole()) {
      this.#aboard = true;
      return true;
    }
    await this.#files.remove(this.#path);
    if (freeBytes < this.#bytes * 4) return false;
    const file = await this.#files.open(this.#path, "create");
    try {
      // Written, not just sized: a hole in a file reserves nothing.
      const part = Buffer.alloc(Math.min(PART, this.#bytes), 0x76);
      for (let at = 0; at < this.#bytes; at += part.length) await writeAll(file, part, at);
      await file.sync();
      this.#aboard = true;
    } finally {
      await file.close();
    }
    return true;
  }

  async #isWhole(): Promise<boolean> {
    try {
      const file = await this.#files.open(this.#path, "existing");
      return (await file.size().finally(() => file.close())) === this.#bytes;
    } catch (error) {
      if (errorCode(error) === "ENOENT") return false;
      throw error;
    }
  }

  /** Throws the ballast overboard; false when there was none. */
  async drop(): Promise<boolean> {
    if (!this.#aboard) return false;
    this.#aboard = false;
    await this.#files.remove(this.#path);
    return true;
  }
}
