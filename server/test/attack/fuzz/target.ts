// A reader under fuzz: what it is fed, and which errors it may answer with. Whatever else it throws is a find.
import type fc from "fast-check";

export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Uint8Array>;
  /** Reads one input. Throws (or rejects) when the reader does, and when what it read is wrong. */
  readonly read: (bytes: Uint8Array) => unknown;
  /** Whether the reader may fail like this. */
  readonly expected: (error: unknown) => boolean;
}
