// A record as it waits for its flush: its bytes, not the objects made of them. Thousands of decoded reports that live for a quarter of a
// second cost the garbage collector more than decoding the few that are needed again.
import { WireRecord } from "@vigia/protocol";

export interface Sent {
  /** Decoded when asked for, then kept. */
  readonly record: WireRecord;
  /** As it came; undefined when nobody kept its bytes. */
  readonly bytes: Uint8Array | undefined;
}

class SentBytes implements Sent {
  readonly bytes: Uint8Array;
  #record: WireRecord | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get record(): WireRecord {
    this.#record ??= WireRecord.decode(this.bytes);
    return this.#record;
  }
}

/** Keeps the bytes where there are some, else the record itself. */
export const keepSent = (record: WireRecord, bytes: Uint8Array | undefined): Sent =>
  bytes === undefined ? { record, bytes } : new SentBytes(bytes);
