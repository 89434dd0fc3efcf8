import type { Lane, LanePosition, NumberedRecord } from "@vigia/protocol";

/** One lane as the link sees it: what it can send, and what the server said about it. */
export interface LaneReader {
  readonly lane: Lane;
  /** What a Hello says about this lane. */
  position(): LanePosition;
  /** Something may be there to send. Replaces the listener before; undefined for none. */
  listen(listener: (() => void) | undefined): void;
  /**
   * Takes over the server's cursor after a Welcome. Everything after it is to be sent again.
   * Answers true when the server knows less than it had acknowledged. Rejects when that cannot be made durable.
   */
  align(lastSeq: number): Promise<boolean>;
  /** Durable records from `seq` on, consecutive; empty when there are none yet. A Gap stands for numbers that are no longer held. */
  read(seq: number, maxRecords: number, maxBytes: number): Promise<readonly NumberedRecord[]>;
  /** The server committed everything up to `seq`. */
  ack(seq: number): Promise<void>;
  /** How many numbers the server still lacks. */
  backlog(): number;
}
