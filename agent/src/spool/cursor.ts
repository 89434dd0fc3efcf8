// What a lane must remember beside its records: one small file of two slots, written in turn, each with its own checksum.
// Overwriting a slot in place is as atomic as a rename (a torn slot leaves the other) and needs no room on a full disk.
import { crc32 } from "node:zlib";
import type { Correction } from "./correction.ts";
import { errorCode, readAll, type SpoolFiles, writeAll } from "./files.ts";

const SLOT = 512;

export interface Cursor {
  /** The spool's epoch. */
  readonly epoch: number;
  /** The last number the server is known to have committed. */
  readonly acked: number;
  /** A lower bound of the next number to give. */
  readonly next: number;
  /** Numbers from here on were never sent under this spool; undefined while a session may have sent them. */
  readonly unsentFrom?: number;
  /** When the first record that was dropped before its Ack was measured, milliseconds since 1970. */
  readonly lostSinceMs?: number;
  /** Which records were made by a wrong clock. */
  readonly corrections?: readonly Correction[];
}

export class CursorFile {
  readonly #files: SpoolFiles;
  readonly #path: string;
  #turn = 0;

  constructor(files: SpoolFiles, path: string) {
    this.#files = files;
    this.#path = path;
  }

  /** The newest whole slot; undefined when there is none. */
  async load(): Promise<Cursor | undefined> {
    const buffer = Buffer.alloc(SLOT * 2);
    try {
      const file = await this.#files.open(this.#path, "existing");
      await readAll(file, buffer, 0).finally(() => file.close());
    } catch (error) {
      if (errorCode(error) === "ENOENT") return undefined;
      throw error;
    }
    const newest = [parse(buffer.subarray(0, SLOT)), parse(buffer.subarray(SLOT))]
      .filter((slot) => slot !== undefined)
      .sort((a, b) => b.turn - a.turn)[0];
    this.#turn = newest?.turn ?? 0;
    return newest?.cursor;
  }

  /** Makes `cursor` durable. */
  async save(cursor: Cursor): Promise<void> {
    const turn = this.#turn + 1;
    const text = Buffer.from(JSON.stringify({ turn, cursor }));
    const slot = Buffer.alloc(SLOT);
    slot.writeUInt32LE(text.length, 0);
    slot.writeUInt32LE(crc32(text), 4);
    slot.set(text, 8);
    const file = await this.#files.open(this.#path, "existing").catch((error) => {
      if (errorCode(error) !== "ENOENT") throw error;
      return this.#files.open(this.#path, "create");
    });
    try {
      // The first time both slots are written, so that no later write needs room.
      await writeAll(file, turn === 1 ? Buffer.concat([Buffer.alloc(SLOT), slot]) : slot, turn === 1 ? 0 : (turn % 2) * SLOT);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#turn = turn;
  }
}

function parse(slot: Buffer): { turn: number; cursor: Cursor } | undefined {
  const length = slot.readUInt32LE(0);
  if (length === 0 || length > SLOT - 8) return undefined;
  const text = slot.subarray(8, 8 + length);
  if (crc32(text) !== slot.readUInt32LE(4)) return undefined;
  // The checksum held: this program wrote it.
  return JSON.parse(text.toString()) as { turn: number; cursor: Cursor };
}
