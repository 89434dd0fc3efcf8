// The state lane on disk: one file of values and of the numbers they were sent under, rewritten when it has grown.
import { join } from "node:path";
import { errorCode, type SpoolFile, type SpoolFiles, writeAll } from "./files.ts";
import { encodeRecord, readRecords, type StoredRecord } from "./record.ts";

const REWRITE_BYTES = 262_144;
/** A new value of a key. */
export const VALUE = 16;
/** The number under which the newest value of a key is sent. */
export const GIVEN = 17;

/** The record's key and the bytes behind it. */
export function splitKey(record: StoredRecord): { key: string; rest: Uint8Array } {
  const length = record.bytes[0] ?? 0;
  return { key: Buffer.from(record.bytes.subarray(1, 1 + length)).toString(), rest: record.bytes.subarray(1 + length) };
}

/** A record of this log. `key` is at most 255 bytes. */
export function keyed(kind: number, key: string, seq: number, atMs: number, rest: Uint8Array): StoredRecord {
  const name = Buffer.from(key);
  return { kind, seq, atMs, bytes: Buffer.concat([Buffer.of(name.length), name, rest]) };
}

export class StateLog {
  readonly #files: SpoolFiles;
  readonly #dir: string;
  readonly #path: string;
  #file: SpoolFile | undefined;
  #end = 0;
  #untidy = false;

  constructor(files: SpoolFiles, dir: string) {
    this.#files = files;
    this.#dir = dir;
    this.#path = join(dir, "values.log");
  }

  /** Everything that is whole, in order; what is not is cut. */
  async open(): Promise<{ records: StoredRecord[]; cutBytes: number }> {
    await this.#files.makeDir(this.#dir);
    const records: StoredRecord[] = [];
    let file: SpoolFile;
    try {
      file = await this.#files.open(this.#path, "existing");
    } catch (error) {
      if (errorCode(error) !== "ENOENT") throw error;
      return { records, cutBytes: 0 };
    }
    this.#file = file;
    const size = await file.size();
    for await (const { record, end } of readRecords(file, 0, size)) {
      records.push(record);
      this.#end = end;
    }
    this.#untidy = size > this.#end;
    if (this.#untidy) await this.#tidy(file);
    return { records, cutBytes: size - this.#end };
  }

  async #tidy(file: SpoolFile): Promise<void> {
    await file.truncate(this.#end);
    this.#untidy = false;
  }

  get bytes(): number {
    return this.#end;
  }

  /** Makes records durable, all or none. `all` answers what a rewritten file must hold instead of its history. */
  async append(records: readonly StoredRecord[], all: () => readonly StoredRecord[]): Promise<void> {
    if (this.#file === undefined || this.#end > REWRITE_BYTES) {
      await this.#rewrite([...all(), ...records]);
      return;
    }
    if (this.#untidy) await this.#tidy(this.#file);
    const bytes = Buffer.concat(records.map(encodeRecord));
    try {
      await writeAll(this.#file, bytes, this.#end);
      await this.#file.sync();
    } catch (error) {
      this.#untidy = true;
      throw error;
    }
    this.#end += bytes.length;
  }

  async #rewrite(records: readonly StoredRecord[]): Promise<void> {
    const fresh = `${this.#path}.new`;
    await this.#files.remove(fresh);
    const bytes = Buffer.concat(records.map(encodeRecord));
    const file = await this.#files.open(fresh, "create");
    try {
      await writeAll(file, bytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    // Windows does not rename over an open file.
    await this.close();
    await this.#files.rename(fresh, this.#path);
    await this.#files.syncDir(this.#dir);
    this.#file = await this.#files.open(this.#path, "existing");
    this.#end = bytes.length;
    this.#untidy = false;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }
}
