// One WebSocket as the gateway uses it: envelopes out with a bound on what waits, reading paused for several reasons, one way to close.
import { CloseCode, type Envelope, encode } from "@vigia/protocol";
import type { WebSocket } from "ws";

/** Bytes waiting to leave above which reading stops, and above which the peer is given up. */
const OUT_PAUSE_BYTES = 1_048_576;
const OUT_MOST_BYTES = 8 * 1_048_576;
/** How long a closing handshake may take, milliseconds. */
const CLOSE_WITHIN_MS = 2_000;

export type PauseReason = "rate" | "queue" | "out" | "allowance";
/** A bit for each: most links never pause, and a set for each of thousands would lie there empty. */
const BITS: Readonly<Record<PauseReason, number>> = { rate: 1, queue: 2, out: 4, allowance: 8 };

export class Link {
  readonly #socket: WebSocket;
  #pauses = 0;
  #state: "open" | "closing" = "open";

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** The socket is closed. */
  gone(): void {
    this.#state = "closing";
  }

  /** True from the moment this side decided to close: what still comes in is not looked at. */
  get closing(): boolean {
    return this.#state === "closing";
  }

  get paused(): boolean {
    return this.#pauses !== 0;
  }

  send(envelope: Envelope): void {
    this.sendFrame(encode(envelope));
  }

  /** Sends bytes that are an encoded envelope. Nothing happens on a closing socket. */
  sendFrame(frame: Uint8Array): void {
    if (this.#state === "closing" || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(frame, { binary: true });
    if (this.#socket.bufferedAmount > OUT_MOST_BYTES) this.close(CloseCode.TRY_LATER, "the peer does not read");
    else this.review();
  }

  ping(): void {
    if (this.#state === "open" && this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  /** Stops or goes on reading because of what waits to leave. */
  review(): void {
    this.hold("out", this.#socket.bufferedAmount > OUT_PAUSE_BYTES);
  }

  /** Stops reading while at least one reason stands. */
  hold(reason: PauseReason, stands: boolean): void {
    const before = this.paused;
    this.#pauses = stands ? this.#pauses | BITS[reason] : this.#pauses & ~BITS[reason];
    if (this.#state === "closing" || before === this.paused) return;
    if (this.paused) this.#socket.pause();
    else this.#socket.resume();
  }

  /** Closes with a code; a peer that does not answer the close, or never reads it, is cut off. */
  close(code: number, reason: string): void {
    if (this.#state === "closing") return;
    this.#state = "closing";
    // A paused socket would never see the peer's answer.
    if (this.#socket.isPaused) this.#socket.resume();
    this.#socket.close(code, reason.slice(0, 100));
    const cut = setTimeout(() => this.#socket.terminate(), CLOSE_WITHIN_MS);
    this.#socket.once("close", () => clearTimeout(cut));
  }
}
