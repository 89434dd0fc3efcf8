// A lane whose records are kept in order until the server has them: events (never dropped) and metrics (oldest dropped when full).
//
// A number is given when its record is durable, and only durable records are sent. After a start the lane cannot know whether
// its disk lost a tail that the server already has, so numbers given since then count as unsent until the first Welcome:
// if the server's cursor reaches into them, they all get new numbers behind it. So no number ever means two records, and none overtakes
// another.
import { type Lane, type LanePosition, type NumberedRecord, WireRecord } from "@vigia/protocol";
import { type Correction, errorAt, later, stillNeeded } from "./correction.ts";
import type { Cursor, CursorFile } from "./cursor.ts";
import { errorCode } from "./files.ts";
import type { LaneReader } from "./lane.ts";
import type { LaneLog } from "./lane-log.ts";
import { createMutex } from "./mutex.ts";
import type { StoredRecord } from "./record.ts";
import { SpoolError } from "./spool.ts";

/** Acknowledged records are kept this long for a server that comes back from a backup, milliseconds. */
const KEEP_ACKED_MS = 72 * 3_600_000;
/** …but not more than this, bytes. */
const KEEP_ACKED_BYTES = 16 * 1_048_576;
const GROUP = 256;
const CURSOR_EVERY_MS = 600_000;
const RETRY_MS = 30_000;

interface Waiting {
  readonly atMs: number;
  readonly bytes: Uint8Array;
  readonly done?: (error?: SpoolError) => void;
}

/** A hole: its last number, and when what is missing was measured, milliseconds since 1970. */
interface Lost {
  readonly to: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

export interface QueueLaneOptions {
  readonly lane: Lane;
  readonly epoch: number;
  readonly log: LaneLog;
  readonly file: CursorFile;
  readonly cursor: Cursor | undefined;
  /** "refuse": a record that cannot be kept is the caller's trouble; "drop-oldest": older ones give way. */
  readonly whenFull: "refuse" | "drop-oldest";
  /** Most bytes on disk, for "drop-oldest". */
  limitBytes(): number;
  /** Frees disk space outside this lane; false when there is nothing left to free. */
  makeRoom(): Promise<boolean>;
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
  /** Told when writing fails, and with undefined when it works again. */
  onTrouble(error: unknown): void;
}

export class QueueLane implements LaneReader {
  readonly lane: Lane;
  readonly #options: QueueLaneOptions;
  readonly #log: LaneLog;
  readonly #mutex = createMutex();
  #next: number;
  #acked: number;
  #unsentFrom: number | undefined;
  #lostSinceMs: number | undefined;
  /** The first number that this process gives. */
  readonly #bornFrom: number;
  #corrections: readonly Correction[];
  #waiting: Waiting[] = [];
  /** Records dropped from memory since the last write. */
  #skipped = 0;
  #soon = false;
  #retry: NodeJS.Timeout | undefined;
  #listener: (() => void) | undefined;
  #savedAtMs = 0;
  #troubled = false;
  #closed = false;

  constructor(options: QueueLaneOptions) {
    this.lane = options.lane;
    this.#options = options;
    this.#log = options.log;
    this.#acked = options.cursor?.acked ?? 0;
    this.#next = Math.max(options.cursor?.next ?? 1, this.#acked + 1, this.#log.nextSeq);
    this.#unsentFrom = Math.min(options.cursor?.unsentFrom ?? this.#next, this.#next);
    this.#lostSinceMs = options.cursor?.lostSinceMs;
    this.#bornFrom = this.#next;
    this.#corrections = options.cursor?.corrections ?? [];
  }

  /** Makes the lane's view durable; called once before anything is added. */
  async start(): Promise<void> {
    await this.#save();
  }

  /** Keeps one record. `done` is told when it is durable or cannot be. */
  add(atMs: number, bytes: Uint8Array, done?: (error?: SpoolError) => void): void {
    if (this.#closed) {
      done?.(new SpoolError("closed", "the spool is closed"));
      return;
    }
    this.#waiting.push(done === undefined ? { atMs, bytes } : { atMs, bytes, done });
    if (this.#options.whenFull === "drop-oldest" && this.#waiting.length > GROUP * 2) this.#skipOldestWaiting();
    this.#flushSoon();
  }

  /** It will get a number with nothing behind it: readers see a hole, the server a Gap. */
  #skipOldestWaiting(): void {
    const lost = this.#waiting.shift();
    this.#skipped++;
    this.#lostSinceMs ??= lost?.atMs;
  }

  /** Together with what is added in the same breath; a disk that failed is left alone until its time has come. */
  #flushSoon(): void {
    if (this.#soon || this.#retry !== undefined) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      void this.flush();
    });
  }

  #retryLater(): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      void this.flush();
    }, RETRY_MS);
  }

  /** Makes everything added so far durable, as far as the disk allows. Never rejects: each record's `done` is told. */
  async flush(): Promise<void> {
    await this.#mutex.run(async () => {
      while (this.#waiting.length > 0 && (await this.#flushGroup()));
    });
  }

  async #flushGroup(): Promise<boolean> {
    const group = this.#waiting.splice(0, GROUP);
    try {
      await this.#write(group);
      if (this.#troubled) this.#options.onTrouble(undefined);
      this.#troubled = false;
    } catch (error) {
      this.#failed(group, error);
      return false;
    }
    for (const record of group) record.done?.();
    this.#listener?.();
    return true;
  }

  #failed(group: readonly Waiting[], error: unknown): void {
    this.#trouble(error);
    if (this.#options.whenFull === "refuse") {
      const full = errorCode(error) === "ENOSPC";
      const message = full ? "the disk has no room for the spool" : "the spool could not be written";
      for (const record of group) record.done?.(new SpoolError(full ? "full" : "failed", message, { cause: error }));
      if (this.#waiting.length > 0 && !this.#closed) this.#flushSoon();
      return;
    }
    this.#waiting.unshift(...group);
    while (this.#waiting.length > GROUP * 2) this.#skipOldestWaiting();
    if (!this.#closed) this.#retryLater();
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    for (;;) {
      await this.#log.settle();
      const skipped = this.#skipped;
      const first = Math.max(this.#next, this.#log.nextSeq) + skipped;
      const records = group.map((record, index) => ({ kind: this.lane, seq: first + index, atMs: record.atMs, bytes: record.bytes }));
      try {
        await this.#log.append(records);
        this.#skipped -= skipped;
        this.#next = first + records.length;
        break;
      } catch (error) {
        if (errorCode(error) !== "ENOSPC" || !(await this.#freeSpace())) throw error;
      }
    }
    if (this.#options.whenFull === "drop-oldest") {
      while (this.#log.segments.length > 1 && this.#log.bytes > this.#options.limitBytes()) await this.#dropOldest();
    }
  }

  async #freeSpace(): Promise<boolean> {
    if (await this.#options.makeRoom()) return true;
    return this.#options.whenFull === "drop-oldest" && (await this.#dropOldest());
  }

  async #dropOldest(): Promise<boolean> {
    const oldest = this.#log.segments[0];
    if (oldest === undefined) return false;
    if (oldest.nextSeq - 1 > this.#acked) this.#lostSinceMs ??= oldest.firstAtMs;
    // The cursor first: a start after this finds the right numbers even when no segment is left.
    await this.#save();
    await this.#log.dropOldest();
    return true;
  }

  async #save(): Promise<void> {
    const optional = {
      ...(this.#unsentFrom === undefined ? {} : { unsentFrom: this.#unsentFrom }),
      ...(this.#lostSinceMs === undefined ? {} : { lostSinceMs: this.#lostSinceMs }),
      ...(this.#corrections.length === 0 ? {} : { corrections: this.#corrections }),
    };
    this.#corrections = stillNeeded(this.#corrections, this.#log.segments[0]?.firstSeq ?? this.#next);
    await this.#options.file.save({ epoch: this.#options.epoch, acked: this.#acked, next: this.#next, ...optional });
    this.#savedAtMs = this.#options.now();
  }

  position(): LanePosition {
    const oldest = this.#log.segments[0]?.firstSeq ?? 0;
    return { lane: this.lane, acked: this.#acked, oldest };
  }

  backlog(): number {
    return this.#next - 1 - this.#acked + this.#skipped + this.#waiting.length;
  }

  /** Bytes on disk. */
  get bytes(): number {
    return this.#log.bytes;
  }

  listen(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  /** What this process has made so far was made by a clock that was behind by so many milliseconds. The next align() makes it durable. */
  async correct(byMs: number): Promise<void> {
    await this.#mutex.run(async () => {
      if (this.#bornFrom < this.#next) this.#corrections = [...this.#corrections, { from: this.#bornFrom, to: this.#next, byMs }];
      this.#waiting = this.#waiting.map((record) => later(record, byMs));
      if (this.#lostSinceMs !== this.#options.cursor?.lostSinceMs && this.#lostSinceMs !== undefined) this.#lostSinceMs += byMs;
    });
  }

  #corrected(held: readonly StoredRecord[]): readonly StoredRecord[] {
    if (this.#corrections.length === 0) return held;
    return held.map((record) => later(record, errorAt(this.#corrections, record.seq)));
  }

  async align(lastSeq: number): Promise<boolean> {
    return this.#mutex.run(async () => {
      const restored = lastSeq < this.#acked;
      await this.#renumber(lastSeq);
      this.#acked = lastSeq;
      this.#unsentFrom = undefined;
      if (restored) this.#lostSinceMs = undefined;
      await this.#save();
      return restored;
    });
  }

  /** Gives new numbers to what was never sent when the server knows some of its numbers with other content: to all of it, in its order. */
  async #renumber(lastSeq: number): Promise<void> {
    for (;;) {
      try {
        await this.#log.settle();
        this.#next = Math.max(this.#next, this.#log.nextSeq);
        const unsent = this.#unsentFrom ?? this.#next;
        const from = this.#log.holding(unsent) === undefined ? (this.#log.after(unsent)?.firstSeq ?? this.#next) : unsent;
        if (from <= lastSeq && from < this.#next) {
          await this.#log.moveTail(from, lastSeq + 1, this.#tail(from, lastSeq + 1));
          this.#next = this.#log.nextSeq;
          // They lie there corrected.
          this.#corrections = this.#corrections.flatMap((one) => (one.from < from ? [{ ...one, to: Math.min(one.to, from) }] : []));
        }
        this.#next = Math.max(this.#next, lastSeq + 1);
        return;
      } catch (error) {
        if (errorCode(error) !== "ENOSPC" || !(await this.#freeSpace())) throw error;
      }
    }
  }

  /** The records from `from` on, corrected, with numbers from `to` on; what is missing among them is one number with a Gap. */
  async *#tail(from: number, to: number): AsyncGenerator<readonly StoredRecord[]> {
    let given = to;
    for (let seq = from; seq < this.#next; ) {
      const held = this.#corrected(await this.#log.read(seq, GROUP, KEEP_ACKED_BYTES));
      const lost = held.length === 0 ? this.#lost(seq) : undefined;
      const first = given;
      if (lost === undefined) yield held.map((record, index) => ({ ...record, seq: first + index }));
      else yield [{ kind: this.lane, seq: first, atMs: lost.lastAtMs, bytes: gapOf(first, lost) }];
      given += lost === undefined ? held.length : 1;
      seq = (lost?.to ?? held.at(-1)?.seq ?? seq) + 1;
    }
  }

  async read(seq: number, maxRecords: number, maxBytes: number): Promise<readonly NumberedRecord[]> {
    if (seq >= this.#next) return [];
    const held = await this.#log.read(seq, maxRecords, maxBytes);
    if (held.length === 0) return [this.#gap(seq)];
    return this.#corrected(held);
  }

  #gap(from: number): NumberedRecord {
    const lost = this.#lost(from);
    return { seq: lost.to, bytes: gapOf(from, lost) };
  }

  /** How far the hole at `from` reaches, and when what is missing was measured. */
  #lost(from: number): Lost {
    // A segment that holds the number but cannot be read any more was damaged under us: its rest is lost.
    const damaged = this.#log.holding(from);
    const after = this.#log.after(from);
    const known = damaged?.lastAtMs ?? after?.firstAtMs;
    const lastAtMs =
      known === undefined ? this.#options.now() : known + errorAt(this.#corrections, damaged?.firstSeq ?? after?.firstSeq ?? 0);
    const firstAtMs = Math.min(this.#lostSinceMs ?? damaged?.firstAtMs ?? lastAtMs, lastAtMs);
    return { to: (damaged?.nextSeq ?? after?.firstSeq ?? this.#next) - 1, firstAtMs, lastAtMs };
  }

  async ack(seq: number): Promise<void> {
    if (seq <= this.#acked || seq >= this.#next) return;
    this.#acked = seq;
    const held = this.#log.segments[0];
    if (held !== undefined && this.#acked >= held.firstSeq) this.#lostSinceMs = undefined;
    if (!this.#isTrimDue()) return;
    // What the server has, it has: a disk that cannot note it now must not end the connection.
    await this.#mutex.run(() => this.#trim()).catch((error) => this.#trouble(error));
  }

  #trouble(error: unknown): void {
    this.#troubled = true;
    this.#options.onTrouble(error);
  }

  #isCursorOld(): boolean {
    const now = this.#options.now();
    return now - this.#savedAtMs > CURSOR_EVERY_MS || now < this.#savedAtMs;
  }

  #isTrimDue(): boolean {
    return this.#log.segments.length > 1 || this.#isCursorOld();
  }

  /** Removes acknowledged segments that are too old or too many. */
  async #trim(): Promise<void> {
    const now = this.#options.now();
    if (this.#isCursorOld()) await this.#save();
    for (;;) {
      const [oldest, ...rest] = this.#log.segments;
      if (oldest === undefined || rest.length === 0 || oldest.nextSeq - 1 > this.#acked) return;
      const acked = this.#log.segments.filter((segment) => segment.nextSeq - 1 <= this.#acked);
      const bytes = acked.reduce((sum, segment) => sum + segment.bytes, 0);
      if (oldest.lastAtMs > now - KEEP_ACKED_MS && bytes <= KEEP_ACKED_BYTES) return;
      await this.#dropOldest();
    }
  }

  /** Flushes and lets go of the files. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    await this.flush();
    await this.#mutex.run(async () => {
      await this.#save();
      await this.#log.close();
    });
  }
}

const gapOf = (from: number, { firstAtMs, lastAtMs }: Lost): Uint8Array =>
  WireRecord.encode({ atMs: lastAtMs, body: "gap", gap: { from, firstAtMs, lastAtMs } });
