// Sends what the spool holds, lane by lane, as far ahead of the Acks as the wire allows, and no faster than the socket takes it.
import { encodeBatch, Lane, MAX_BATCH_RECORDS, MAX_IN_FLIGHT_BYTES } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { LaneReader } from "../spool/index.ts";
import type { Transport } from "./transport.ts";

/** No field takes less than two bytes, so a batch of this size keeps MAX_ELEMENTS whatever it holds. */
const BATCH_BYTES = 16_000;
/** The spool is not read while this much waits in the socket, bytes. */
const SOCKET_BYTES = 1_048_576;
/** Under the server's 50 frames a second. */
const FRAMES_PER_SECOND = 40;
const FRAMES_AT_ONCE = 100;
const RETRY_MS = 5_000;
/** A server that asks again this often without a single Ack between will not be satisfied on this connection. */
const MOST_RESENDS = 20;

interface Flight {
  readonly lastSeq: number;
  readonly records: number;
  readonly bytes: number;
}

interface LaneState {
  readonly reader: LaneReader;
  sent: number;
  flights: Flight[];
  resends: number;
  pumping: boolean;
  again: boolean;
}

export interface SenderParts {
  readonly epoch: number;
  /** The lanes to send with the last sequence number the server has. */
  readonly lanes: readonly { readonly reader: LaneReader; readonly lastSeq: number }[];
  readonly transport: Transport;
  readonly clock: Clock;
  readonly log: Log;
  /** The server cannot be satisfied: the connection should end. */
  onStuck(why: string): void;
  /** The server has something more. */
  onAcked(): void;
}

export class Sender {
  readonly #parts: SenderParts;
  readonly #lanes = new Map<Lane, LaneState>();
  #tokens = FRAMES_AT_ONCE;
  #tokensAt: number;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#tokensAt = parts.clock.monotonic();
    for (const { reader, lastSeq } of parts.lanes) {
      this.#lanes.set(reader.lane, { reader, sent: lastSeq, flights: [], resends: 0, pumping: false, again: false });
    }
  }

  start(): void {
    for (const lane of this.#lanes.values()) lane.reader.listen(() => this.#pump(lane));
    this.#pumpAll();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    for (const lane of this.#lanes.values()) lane.reader.listen(undefined);
  }

  #pumpAll(): void {
    for (const lane of this.#lanes.values()) this.#pump(lane);
  }

  #pumpLater(delayMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#pumpAll();
    }, delayMs);
  }

  /** Sends what the lane's window allows; asked again while at it, it looks once more. */
  #pump(lane: LaneState): void {
    lane.again = true;
    if (lane.pumping || this.#stopped) return;
    lane.pumping = true;
    this.#send(lane).catch((error) => {
      this.#parts.log.warn("the spool could not be read", { lane: Lane[lane.reader.lane], error });
      if (!this.#stopped) this.#pumpLater(RETRY_MS);
    });
  }

  async #send(lane: LaneState): Promise<void> {
    try {
      while (lane.again) {
        lane.again = false;
        while (await this.#sendBatch(lane));
      }
    } finally {
      // In the same breath as the last look at `again`: a call between the two would be lost.
      lane.pumping = false;
    }
  }

  async #sendBatch(lane: LaneState): Promise<boolean> {
    const { transport, epoch } = this.#parts;
    const records = lane.flights.reduce((sum, flight) => sum + flight.records, 0);
    const bytes = lane.flights.reduce((sum, flight) => sum + flight.bytes, 0);
    if (records >= MAX_BATCH_RECORDS || bytes >= MAX_IN_FLIGHT_BYTES || transport.bufferedAmount > SOCKET_BYTES) return false;
    const from = lane.sent + 1;
    const batch = await lane.reader.read(from, MAX_BATCH_RECORDS - records, BATCH_BYTES);
    const lastSeq = batch.at(-1)?.seq ?? 0;
    if (lastSeq === 0 || this.#stopped) return false;
    // The server asked for an earlier place while the disk was read: look again from there.
    if (lane.sent + 1 !== from) return true;
    if (!this.#takeToken()) return false;
    const frame = encodeBatch({ lane: lane.reader.lane, epoch, records: batch });
    lane.sent = lastSeq;
    lane.flights.push({ lastSeq, records: batch.length, bytes: frame.length });
    transport.send(frame, () => this.#pump(lane));
    return true;
  }

  #takeToken(): boolean {
    const now = this.#parts.clock.monotonic();
    this.#tokens = Math.min(FRAMES_AT_ONCE, this.#tokens + ((now - this.#tokensAt) / 1000) * FRAMES_PER_SECOND);
    this.#tokensAt = now;
    if (this.#tokens < 1) {
      this.#pumpLater(1000 / FRAMES_PER_SECOND);
      return false;
    }
    this.#tokens--;
    return true;
  }

  /** The server committed everything up to `seq` of a lane. */
  async acked(which: Lane, seq: number): Promise<void> {
    const lane = this.#lanes.get(which);
    if (lane === undefined || seq > lane.sent) return;
    lane.flights = lane.flights.filter((flight) => flight.lastSeq > seq);
    lane.resends = 0;
    await lane.reader.ack(seq);
    this.#parts.onAcked();
    if (lane.reader.backlog() > 0) this.#pump(lane);
  }

  /** The server lacks `seq` of a lane: everything from there goes out again. */
  async resendFrom(which: Lane, seq: number): Promise<void> {
    const lane = this.#lanes.get(which);
    if (lane === undefined || seq < 1 || seq > lane.sent + 1) return;
    if (++lane.resends > MOST_RESENDS) {
      this.#parts.onStuck(`the server asks for ${Lane[which]} ${seq} again and again`);
      return;
    }
    if (seq <= (lane.reader.position().acked ?? 0)) await lane.reader.align(seq - 1);
    lane.sent = seq - 1;
    lane.flights = [];
    this.#pump(lane);
  }
}
