// The numbers and names of an ordinary report straight from its bytes, in memory that is used again and again: for whoever reads
// thousands a second and keeps nothing of them. What is not ordinary is left to the decoder.
import type { UnreadReport } from "./sparing.ts";
import { tagOf, UNUSUAL, WireReader } from "./wire-reader.ts";

/** Most things of one kind in an ordinary report. */
const MOST = 64;
/** One more than the highest field number inside. */
const WIDTH = 10;
const LAST_ASCII = 0x7f;

type Form = "number" | "double" | "text";
/** The fields of one message: undefined where there is none of this number. */
type Fields = readonly (Form | undefined)[];

/** The messages of one kind in a report. Columns are the wire's field numbers; column 0 is free for whoever reads. */
class FlatThings {
  count = 0;
  /** Thing by thing, WIDTH of each: 0 where the field did not come. */
  readonly numbers = new Float64Array(MOST * WIDTH);
  /** Where texts begin and how long they are, in the frame, in the same layout. ASCII without NUL. */
  readonly textAt = new Int32Array(MOST * WIDTH);
  readonly textLength = new Int32Array(MOST * WIDTH);
  /** A bit for each field of the newest thing that came. */
  present = 0;
  readonly #forms: Fields;

  constructor(forms: Fields) {
    this.#forms = forms;
  }

  /** Reads one more from its length on. False when it is not ordinary. */
  read(reader: WireReader): boolean {
    if (this.count === MOST) return false;
    const length = reader.varint();
    const end = reader.at + length;
    const row = this.count++ * WIDTH;
    // A loop of ten is quicker than fill().
    for (let column = row; column < row + WIDTH; column++) this.numbers[column] = this.textLength[column] = 0;
    this.present = 0;
    while (reader.at < end) {
      const tag = reader.varint();
      const field = tag >>> 3;
      const form = tag < WIDTH * 8 ? this.#forms[field] : undefined;
      if (form === "double" && tag === tagOf(field, 1)) this.numbers[row + field] = reader.double();
      else if (form === "number" && tag === tagOf(field, 0)) this.numbers[row + field] = reader.varint();
      else if (form === "text" && tag === tagOf(field, 2)) {
        const size = reader.varint();
        this.textAt[row + field] = reader.at;
        this.textLength[row + field] = size;
        if (!isPlain(reader.bytes, reader.at, size)) return false;
        reader.at += size;
      } else return false;
      if (this.numbers[row + field] === UNUSUAL) return false;
      this.present |= 1 << field;
    }
    return true;
  }
}

/** ASCII without NUL. */
function isPlain(bytes: Uint8Array, at: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte === 0 || byte > LAST_ASCII) return false;
  }
  return true;
}

const [number, double, text] = ["number", "double", "text"] as const;
const CPU = tagOf(1, 2);
const MEMORY = tagOf(2, 2);
const VOLUME = tagOf(3, 2);
const DISK = tagOf(4, 2);
const INTERFACE = tagOf(5, 2);
const UPTIME = tagOf(6, 1);

/** One report at a time. Columns as in metric.proto. */
export class FlatReport {
  /** Columns of a thing. */
  static readonly WIDTH = WIDTH;
  readonly cpu = new FlatThings([undefined, double, double, double]);
  readonly memory = new FlatThings([undefined, number, number, number, number]);
  readonly volumes = new FlatThings([undefined, text, text, number, number, number, number, number, number, number]);
  readonly disks = new FlatThings([undefined, text, double, double, double]);
  readonly interfaces = new FlatThings([undefined, text, double, double, double, number]);
  /** Seconds; 0 when it did not come. */
  uptime = 0;
  readonly #reader = new WireReader(new Uint8Array());

  /** Reads the report in place of the one before. False when it is not ordinary: decode it then. */
  read({ frame, reportStart, reportEnd }: UnreadReport): boolean {
    this.cpu.count = this.memory.count = this.volumes.count = this.disks.count = this.interfaces.count = 0;
    this.uptime = 0;
    const reader = this.#reader;
    reader.bytes = frame;
    reader.at = reportStart;
    while (reader.at < reportEnd) {
      const tag = reader.varint();
      if (tag === UPTIME) {
        this.uptime = reader.double();
        if (this.uptime === UNUSUAL) return false;
        continue;
      }
      const things = this.#things(tag);
      if (things === undefined || !things.read(reader)) return false;
    }
    // Two of these would be one to a decoder.
    return this.cpu.count < 2 && this.memory.count < 2;
  }

  #things(tag: number): FlatThings | undefined {
    switch (tag) {
      case CPU:
        return this.cpu;
      case MEMORY:
        return this.memory;
      case VOLUME:
        return this.volumes;
      case DISK:
        return this.disks;
      case INTERFACE:
        return this.interfaces;
      default:
        return undefined;
    }
  }
}
