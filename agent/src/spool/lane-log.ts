// One lane on disk: segment files named by their first sequence number, each holding consecutive records.
// A number that no segment holds is a hole; what a hole means is the lane's business.
import { join } from "node:path";
import { errorCode, type SpoolFile, type SpoolFiles, writeAll } from "./files.ts";
import { findMoved, movedPath, writeMoved } from "./moved-tail.ts";
import { encodeRecord, readRecords, type StoredRecord } from "./record.ts";

/** Segments are closed when they reach this size, bytes. */
export const SEGMENT_BYTES = 4 * 1_048_576;

export interface Segment {
  readonly path: string;
  readonly firstSeq: number;
  /** One more than its last sequence number. */
  nextSeq: number;
  bytes: number;
  firstAtMs: number;
  lastAtMs: number;
}

interface Place {
  readonly segment: Segment;
  readonly seq: number;
  readonly offset: number;
}

/** The newest records stay in memory, so that what was just written is not read back to be sent: at most so many, and so many bytes. */
const RECENT_RECORDS = 64;
const RECENT_BYTES = 65_536;

const segmentName = (firstSeq: number) => `${String(firstSeq).padStart(16, "0")}.seg`;

export class LaneLog {
  readonly #files: SpoolFiles;
  readonly #dir: string;
  readonly #segmentBytes: number;
  #segments: Segment[] = [];
  #active: { readonly segment: Segment; readonly file: SpoolFile } | undefined;
  /** A failed append may have left bytes after the end; they go before the next one. */
  #untidy = false;
  /** Moving the end may have changed more on the disk than is known here. */
  #stale = false;
  #place: Place | undefined;
  #recent: readonly StoredRecord[] = [];

  private constructor(files: SpoolFiles, dir: string, segmentBytes: number) {
    this.#files = files;
    this.#dir = dir;
    this.#segmentBytes = segmentBytes;
  }

  /** Opens a lane's folder and cuts whatever is not whole. `cutBytes` is 0 when nothing had to be cut. */
  static async open(files: SpoolFiles, dir: string, segmentBytes = SEGMENT_BYTES): Promise<{ log: LaneLog; cutBytes: number }> {
    const log = new LaneLog(files, dir, segmentBytes);
    await files.makeDir(dir);
    return { log, cutBytes: await log.#load() };
  }

  /** Takes the folder as it lies there, after a moved end has come to its place. Answers how many damaged bytes were cut. */
  async #load(): Promise<number> {
    const names = await this.#files.list(this.#dir);
    const moved = findMoved(names);
    const segments: Segment[] = [];
    let cutBytes = 0;
    const take = async (path: string, firstSeq: number, before: number) => {
      const found = await this.#recover(path, firstSeq, segments.at(-1)?.nextSeq ?? 1, before);
      cutBytes += found.cut;
      if (found.segment.bytes > 0) segments.push(found.segment);
      else await this.#files.remove(path);
    };
    for (const name of names)
      if (/^\d{16}\.seg$/.test(name)) await take(join(this.#dir, name), Number(name.slice(0, 16)), moved?.from ?? Number.POSITIVE_INFINITY);
    if (moved !== undefined) {
      const path = join(this.#dir, segmentName(moved.to));
      // What it takes the place of must be gone for good first: found again beside it, that would count and this would not.
      await this.#files.syncDir(this.#dir);
      await this.#files.rename(movedPath(this.#dir, moved), path);
      await this.#files.syncDir(this.#dir);
      await take(path, moved.to, Number.POSITIVE_INFINITY);
    }
    this.#segments = segments;
    this.#recent = [];
    this.#place = undefined;
    return cutBytes;
  }

  /** Gives the records from `from` on the numbers from `to` on, which `records` already have: all of them, or it throws and settle() knows. */
  async moveTail(from: number, to: number, records: AsyncIterable<readonly StoredRecord[]>): Promise<void> {
    await this.close();
    this.#stale = true;
    await writeMoved(this.#files, this.#dir, { from, to }, records);
    await this.settle();
  }

  /** Before anything is written or moved: reads anew what lies on the disk when moving the end failed half way. */
  async settle(): Promise<void> {
    if (!this.#stale) return;
    await this.#load();
    this.#stale = false;
  }

  /**
   * Finds the exact prefix of whole, consecutive records in a segment and truncates the file to it. It must begin at `atLeast` or later;
   * what it has from `before` on is not wanted any more.
   */
  async #recover(path: string, firstSeq: number, atLeast: number, before: number): Promise<{ segment: Segment; cut: number }> {
    let unwanted = firstSeq >= before;
    const segment: Segment = { path, firstSeq, nextSeq: firstSeq, bytes: 0, firstAtMs: 0, lastAtMs: 0 };
    const file = await this.#files.open(path, "existing");
    try {
      const size = await file.size();
      if (firstSeq >= atLeast && !unwanted) {
        for await (const { record, end } of readRecords(file, 0, size)) {
          unwanted = record.seq >= before;
          if (record.seq !== segment.nextSeq || unwanted) break;
          note(segment, record, end);
        }
      }
      if (size > segment.bytes) {
        await file.truncate(segment.bytes);
        await file.sync();
      }
      return { segment, cut: unwanted ? 0 : size - segment.bytes };
    } finally {
      await file.close();
    }
  }

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  /** One more than the last number held. */
  get nextSeq(): number {
    return this.#segments.at(-1)?.nextSeq ?? 1;
  }

  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  /** Writes consecutive records and makes them durable: all of them, or it throws and none count. */
  async append(records: readonly StoredRecord[]): Promise<void> {
    const first = records[0];
    if (first === undefined) return;
    const { segment, file } = await this.#writable(first.seq);
    if (this.#untidy) {
      await file.truncate(segment.bytes);
      this.#untidy = false;
    }
    const parts = records.map(encodeRecord);
    try {
      await writeAll(file, Buffer.concat(parts), segment.bytes);
      await file.sync();
    } catch (error) {
      this.#untidy = true;
      throw error;
    }
    if (segment.bytes === 0) this.#segments.push(segment);
    records.forEach((record, index) => {
      note(segment, record, segment.bytes + (parts[index]?.length ?? 0));
    });
    this.#recent = newest([...this.#recent, ...records]);
  }

  async #writable(seq: number): Promise<{ segment: Segment; file: SpoolFile }> {
    const last = this.#active?.segment ?? this.#segments.at(-1);
    if (last !== undefined && last.nextSeq === seq && last.bytes < this.#segmentBytes) {
      this.#active ??= { segment: last, file: await this.#files.open(last.path, "existing") };
      return this.#active;
    }
    await this.close();
    // A segment that never got a record whole must not stay under a name that says otherwise.
    if (last !== undefined && last.bytes === 0) await this.#files.remove(last.path);
    const path = join(this.#dir, segmentName(seq));
    const file = await this.#create(path);
    this.#active = { segment: { path, firstSeq: seq, nextSeq: seq, bytes: 0, firstAtMs: 0, lastAtMs: 0 }, file };
    return this.#active;
  }

  /** Makes a new file durable, content and name. */
  async #create(path: string): Promise<SpoolFile> {
    const file = await this.#files.open(path, "create").catch(async (error) => {
      if (errorCode(error) !== "EEXIST") throw error;
      // Left by a creation that failed half way: it holds no record that counts.
      await this.#files.remove(path);
      return this.#files.open(path, "create");
    });
    try {
      await file.sync();
      await this.#files.syncDir(this.#dir);
      return file;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** The segment that holds `seq`. */
  holding(seq: number): Segment | undefined {
    return this.#segments.find((segment) => segment.firstSeq <= seq && seq < segment.nextSeq);
  }

  /** The first segment that begins after `seq`. */
  after(seq: number): Segment | undefined {
    return this.#segments.find((segment) => segment.firstSeq > seq);
  }

  /** Consecutive records from `seq` on, out of one segment; none when no segment holds it. At least one fits whatever its size. */
  async read(seq: number, maxRecords: number, maxBytes: number): Promise<StoredRecord[]> {
    const segment = this.holding(seq);
    if (segment === undefined) return [];
    const recent = this.#readRecent(seq, segment, maxRecords, maxBytes);
    if (recent.length > 0) return recent;
    const known = this.#place?.segment === segment && this.#place.seq <= seq ? this.#place : { segment, seq: segment.firstSeq, offset: 0 };
    const file = await this.#files.open(segment.path, "existing");
    const found: StoredRecord[] = [];
    let bytes = 0;
    try {
      for await (const { record, end } of readRecords(file, known.offset, segment.bytes)) {
        if (record.seq < seq) continue;
        bytes += record.bytes.length;
        if (found.length > 0 && bytes > maxBytes) break;
        found.push(record);
        this.#place = { segment, seq: record.seq + 1, offset: end };
        if (found.length >= maxRecords) break;
      }
      return found;
    } finally {
      await file.close();
    }
  }

  /** As read(), out of memory alone; none when the first one lies on the disk only. */
  #readRecent(seq: number, segment: Segment, maxRecords: number, maxBytes: number): StoredRecord[] {
    const found: StoredRecord[] = [];
    let bytes = 0;
    for (const record of this.#recent) {
      if (record.seq !== seq + found.length || record.seq >= segment.nextSeq) continue;
      bytes += record.bytes.length;
      if (found.length === maxRecords || (found.length > 0 && bytes > maxBytes)) break;
      found.push(record);
    }
    return found;
  }

  /** Removes the oldest segment and answers it; undefined when there is none. */
  async dropOldest(): Promise<Segment | undefined> {
    const segment = this.#segments[0];
    if (segment === undefined) return undefined;
    if (this.#active?.segment === segment) await this.close();
    await this.#files.remove(segment.path);
    this.#segments.shift();
    return segment;
  }

  /** Lets go of the open file; the log can still be used. */
  async close(): Promise<void> {
    const active = this.#active;
    if (active === undefined) return;
    // Bytes after the end are cut by the next start when they cannot be cut by the next append.
    this.#active = undefined;
    if (this.#untidy) await active.file.truncate(active.segment.bytes).finally(() => active.file.close());
    else await active.file.close();
    this.#untidy = false;
  }
}

function note(segment: Segment, record: StoredRecord, end: number): void {
  if (segment.bytes === 0) segment.firstAtMs = record.atMs;
  segment.nextSeq = record.seq + 1;
  segment.lastAtMs = record.atMs;
  segment.bytes = end;
}

/** The end of a list of records, as far as memory is given to it. */
function newest(records: readonly StoredRecord[]): readonly StoredRecord[] {
  let bytes = 0;
  let from = records.length;
  while (from > 0 && records.length - from < RECENT_RECORDS) {
    bytes += records[from - 1]?.bytes.length ?? 0;
    if (bytes > RECENT_BYTES) break;
    from--;
  }
  return records.slice(from);
}
