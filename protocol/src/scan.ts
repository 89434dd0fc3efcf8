// Counts what a frame holds before anything is allocated for it: a 1 MiB frame of empty messages would make half a million objects.
import { shape } from "#gen/shape.js";
import { MAX_DEPTH, MAX_ELEMENTS, MAX_FIELD_BYTES } from "./limits.ts";
import { WireError } from "./wire-error.ts";

class Scanner {
  #at = 0;
  #elements = 0;
  readonly #bytes: Uint8Array;
  readonly #most: number;
  constructor(bytes: Uint8Array, most: number) {
    this.#bytes = bytes;
    this.#most = most;
  }

  /** Reads one varint; only its low 32 bits are kept, which is all that tags and lengths need. */
  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new WireError("truncated", "the frame ends inside a number");
      if (shift < 28) value |= (byte & 0x7f) << shift;
      else if (shift === 28) value = (value | ((byte & 0x0f) << 28)) >>> 0;
      if (byte < 0x80) return value >>> 0;
    }
    throw new WireError("malformed", "a number is longer than 10 bytes");
  }

  #skip(count: number, end: number): void {
    if (count > end - this.#at) throw new WireError("truncated", "a field is longer than its frame");
    this.#at += count;
  }

  /** Walks the fields of one message up to `end`; answers how many there were at this level. */
  message(type: string, end: number, depth: number): number {
    if (depth > MAX_DEPTH) throw new WireError("too-deep", `messages nest deeper than ${MAX_DEPTH}`);
    const nested = shape[type];
    let fields = 0;
    while (this.#at < end) {
      fields++;
      if (++this.#elements > this.#most) throw new WireError("too-many", `a frame holds more than ${this.#most} fields`);
      const tag = this.#varint();
      const wire = tag & 7;
      if (wire === 0) this.#varint();
      else if (wire === 1) this.#skip(8, end);
      else if (wire === 5) this.#skip(4, end);
      else if (wire === 2) this.#delimited(nested?.[tag >>> 3], end, depth);
      else throw new WireError("malformed", `wire type ${wire} is not used`);
    }
    if (this.#at > end) throw new WireError("truncated", "a field crosses the end of its message");
    return fields;
  }

  #delimited(type: string | undefined, end: number, depth: number): void {
    const length = this.#varint();
    if (length > end - this.#at) throw new WireError("truncated", "a field is longer than its frame");
    if (type !== undefined) {
      this.message(type, this.#at + length, depth + 1);
      return;
    }
    if (length > MAX_FIELD_BYTES) throw new WireError("too-long", `a field is longer than ${MAX_FIELD_BYTES} bytes`);
    this.#at += length;
  }
}

/** Checks a frame's element count (at most `most`), depth and field lengths; answers how many fields stand at its top. Throws WireError. */
export function scan(type: string, bytes: Uint8Array, most = MAX_ELEMENTS): number {
  return new Scanner(bytes, most).message(type, bytes.length, 0);
}
