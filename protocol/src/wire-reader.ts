// Reads plain fields out of a frame that scan() has passed: nothing here runs past a field's end by more than a number's length.

/** Numbers beyond 2^53 - 1 and fields that a reader does not expect are read as this. */
export const UNUSUAL = -1;

/** A tag as it is on the wire: field number and wire type (0 number, 1 double, 2 text, bytes or message) in one. */
export const tagOf = (field: number, wire: 0 | 1 | 2): number => field * 8 + wire;

const eight = new Uint8Array(8);
const double = new Float64Array(eight.buffer);

export class WireReader {
  bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The next number or tag; UNUSUAL when it is not exact in a double. */
  varint(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let unit = 2 ** 7; unit <= 2 ** 49; unit *= 2 ** 7) {
      byte = bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value <= Number.MAX_SAFE_INTEGER ? value : UNUSUAL;
    }
    return UNUSUAL;
  }

  /** The next double; UNUSUAL when it is negative (minus zero too) or no number. */
  double(): number {
    // Little-endian, as every machine that Node runs on.
    for (let index = 0; index < 8; index++) eight[index] = this.bytes[this.at + index] ?? 0;
    this.at += 8;
    const value = double[0] ?? UNUSUAL;
    return value >= 0 && (eight[7] ?? 0) < 0x80 ? value : UNUSUAL;
  }
}
