// The lane of states: the newest value per key. A number is given when a value is sent, so a value that was replaced before
// leaves no hole; until the Ack it is in flight under that number. No number is given before a Welcome told the server's cursor.
import { Lane, type LanePosition, type NumberedRecord } from "@vigia/protocol";
import { later } from "./correction.ts";
import type { Cursor, CursorFile } from "./cursor.ts";
import type { LaneReader } from "./lane.ts";
import { createMutex } from "./mutex.ts";
import type { StoredRecord } from "./record.ts";
import { GIVEN, keyed, type StateLog, splitKey, VALUE } from "./state-log.ts";

const WINDOW_MS = 500;
const RETRY_MS = 30_000;

interface Value {
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

interface Key {
  newest: Value;
  /** The newest value has a number or was committed: it needs none. */
  given: boolean;
}

interface Flight extends Value {
  readonly key: string;
}

export interface StateLaneOptions {
  readonly epoch: number;
  readonly log: StateLog;
  readonly file: CursorFile;
  readonly cursor: Cursor | undefined;
  /** What the log held at the start. */
  readonly records: readonly StoredRecord[];
  /** Told when writing fails, and with undefined when it works again. */
  onTrouble(error: unknown): void;
}

export class StateLane implements LaneReader {
  readonly lane = Lane.LANE_STATE;
  readonly #options: StateLaneOptions;
  readonly #keys = new Map<string, Key>();
  readonly #flights = new Map<number, Flight>();
  readonly #mutex = createMutex();
  #dirty = new Map<string, Value>();
  /** Keys that got a value from this process. */
  readonly #setHere = new Set<string>();
  #next: number;
  #acked: number;
  #timer: NodeJS.Timeout | undefined;
  #listener: (() => void) | undefined;
  #closed = false;
  #troubled = false;

  constructor(options: StateLaneOptions) {
    this.#options = options;
    this.#acked = options.cursor?.acked ?? 0;
    this.#next = Math.max(options.cursor?.next ?? 1, this.#acked + 1);
    for (const record of options.records) this.#restore(record);
  }

  #restore(record: StoredRecord): void {
    const { key, rest } = splitKey(record);
    if (record.kind === VALUE) this.#renew(key, { atMs: record.atMs, bytes: rest });
    const known = this.#keys.get(key);
    if (record.kind !== GIVEN || known === undefined) return;
    known.given = true;
    if (record.seq > this.#acked) this.#flights.set(record.seq, { key, ...known.newest });
    this.#next = Math.max(this.#next, record.seq + 1);
  }

  /** Values are sent in the order in which they were said: one may speak of those before it. */
  #renew(key: string, newest: Value): void {
    this.#keys.delete(key);
    this.#keys.set(key, { newest, given: false });
  }

  /** Replaces the value of `key`; durable within half a second. */
  set(key: string, atMs: number, bytes: Uint8Array): void {
    this.#dirty.delete(key);
    this.#dirty.set(key, { atMs, bytes });
    this.#setHere.add(key);
    if (!this.#closed) this.#schedule(WINDOW_MS);
  }

  /**
   * What this process has set so far was made by a clock that was behind by so many milliseconds. Called before the first align(), when
   * none of it has a number yet.
   */
  async correct(byMs: number): Promise<void> {
    await this.#mutex.run(async () => {
      for (const key of this.#setHere) {
        const known = this.#keys.get(key);
        const value = this.#dirty.get(key) ?? known?.newest;
        if (value === undefined) continue;
        const right = later(value, byMs);
        this.#dirty.set(key, right);
        if (known !== undefined && !known.given) known.newest = right;
      }
    });
    await this.flush();
  }

  #schedule(delayMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.flush();
    }, delayMs);
  }

  /** Makes new values durable. Never rejects: what fails is tried again. */
  async flush(): Promise<void> {
    await this.#mutex.run(async () => {
      const fresh = this.#dirty;
      if (fresh.size === 0) return;
      this.#dirty = new Map();
      try {
        const records = [...fresh].map(([key, value]) => keyed(VALUE, key, 0, value.atMs, value.bytes));
        await this.#options.log.append(records, () => this.#all());
        for (const [key, newest] of fresh) this.#renew(key, newest);
        if (this.#troubled) this.#options.onTrouble(undefined);
        this.#troubled = false;
        this.#listener?.();
      } catch (error) {
        this.#dirty = new Map([...fresh, ...this.#dirty]);
        this.#troubled = true;
        this.#options.onTrouble(error);
        if (!this.#closed) this.#schedule(RETRY_MS);
      }
    });
  }

  /** What a rewritten log holds: values in flight under their numbers, then the newest values. */
  #all(): StoredRecord[] {
    const flights = [...this.#flights].flatMap(([seq, flight]) => [
      keyed(VALUE, flight.key, 0, flight.atMs, flight.bytes),
      keyed(GIVEN, flight.key, seq, flight.atMs, new Uint8Array()),
    ]);
    const newest = [...this.#keys].flatMap(([key, known]) => {
      const value = keyed(VALUE, key, 0, known.newest.atMs, known.newest.bytes);
      return known.given ? [value, keyed(GIVEN, key, this.#seqOf(key), known.newest.atMs, new Uint8Array())] : [value];
    });
    return [...flights, ...newest];
  }

  /** The number of a key's newest value in flight; 0 when it was committed. */
  #seqOf(key: string): number {
    return Math.max(0, ...[...this.#flights].filter(([, flight]) => flight.key === key).map(([seq]) => seq));
  }

  position(): LanePosition {
    return { lane: this.lane, acked: this.#acked, oldest: this.#acked + 1 < this.#next ? this.#acked + 1 : 0 };
  }

  backlog(): number {
    return this.#flights.size + [...this.#keys.values()].filter((key) => !key.given).length + this.#dirty.size;
  }

  get bytes(): number {
    return this.#options.log.bytes;
  }

  listen(listener: (() => void) | undefined): void {
    this.#listener = listener;
  }

  async align(lastSeq: number): Promise<boolean> {
    return this.#mutex.run(async () => {
      const restored = lastSeq < this.#acked;
      // Where the server's cursor is not between what it acknowledged and what was given, one side lost something:
      // every newest value goes out again, with numbers behind the cursor.
      if (restored || lastSeq >= this.#next || !this.#whole(lastSeq + 1)) {
        this.#flights.clear();
        for (const key of this.#keys.values()) key.given = false;
        this.#next = lastSeq + 1;
      }
      this.#landed(lastSeq);
      await this.#save();
      return restored;
    });
  }

  /** Whether every number from `seq` to the last one given has its value. */
  #whole(seq: number): boolean {
    for (let at = seq; at < this.#next; at++) if (!this.#flights.has(at)) return false;
    return true;
  }

  /** Every newest value goes out again behind what is in flight: the server may have lost what it once had. */
  resendAll(): void {
    for (const key of this.#keys.values()) key.given = false;
    this.#listener?.();
  }

  #landed(seq: number): void {
    this.#acked = seq;
    for (const given of this.#flights.keys()) if (given <= seq) this.#flights.delete(given);
  }

  async #save(): Promise<void> {
    await this.#options.file.save({ epoch: this.#options.epoch, acked: this.#acked, next: this.#next });
  }

  async read(seq: number, maxRecords: number, maxBytes: number): Promise<readonly NumberedRecord[]> {
    return this.#mutex.run(async () => {
      await this.#give(maxRecords);
      const found: NumberedRecord[] = [];
      let bytes = 0;
      for (let at = seq; found.length < maxRecords; at++) {
        const flight = this.#flights.get(at);
        if (flight === undefined) break;
        bytes += flight.bytes.length;
        if (found.length > 0 && bytes > maxBytes) break;
        found.push({ seq: at, bytes: flight.bytes });
      }
      return found;
    });
  }

  /** Gives numbers to values that have none. */
  async #give(most: number): Promise<void> {
    const waiting = [...this.#keys].filter(([, key]) => !key.given).slice(0, most);
    if (waiting.length === 0) return;
    const first = this.#next;
    const records = waiting.map(([key, known], index) => keyed(GIVEN, key, first + index, known.newest.atMs, new Uint8Array()));
    try {
      await this.#options.log.append(records, () => this.#all());
    } catch (error) {
      // Without the note a restart sends these values once more under a later number: the same state, said twice.
      this.#troubled = true;
      this.#options.onTrouble(error);
    }
    waiting.forEach(([key, known], index) => {
      known.given = true;
      this.#flights.set(first + index, { key, ...known.newest });
    });
    this.#next = first + waiting.length;
  }

  async ack(seq: number): Promise<void> {
    if (seq > this.#acked && seq < this.#next) this.#landed(seq);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.flush();
    await this.#mutex.run(async () => {
      await this.#save();
      await this.#options.log.close();
    });
  }
}
