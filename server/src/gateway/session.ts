// One agent's session after its Welcome: takes what it sends, within bounds, and answers what was committed.
import {
  type Batch,
  CloseCode,
  decodeSparingly,
  type Envelope,
  Lane,
  type LogsOffer,
  type LogsPart,
  MAX_BATCH_RECORDS,
  MAX_IN_FLIGHT_BYTES,
  type Settings,
  WireError,
} from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { dispatch, type Handlers } from "./dispatch.ts";
import { type GatewayLimits, TokenBucket, type TokenRate } from "./limits.ts";
import type { Link } from "./link.ts";
import type { DeliveringAgent, DeliveryReply, LogsSink, RecordSink } from "./sink.ts";

/** An agent that is held back for this long without a rest sends too fast, milliseconds. */
const HELD_BACK_MOST_MS = 30_000;
/** Bytes of batches that may wait for the database before the socket is no longer read: what honest agents have under way, and as much again. */
const MOST_WAITING_BYTES = 2 * MAX_IN_FLIGHT_BYTES;
const LANES = new Set<Lane>([Lane.LANE_EVENT, Lane.LANE_STATE, Lane.LANE_METRIC]);

/** The same for all sessions. */
export interface SessionNeeds {
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: GatewayLimits;
  /** How fast an agent may send. */
  readonly messages: TokenRate;
  readonly delivery: RecordSink;
  readonly logs: LogsSink;
  readonly left: (session: Session, reason: string) => void;
}

export type ClosedHow = "lost" | "returning" | "silent";

/** Delivery answers the session itself: there are thousands of them, and an object with four functions for each would stay as long. */
export class Session implements DeliveryReply {
  readonly agent: DeliveringAgent;
  readonly #epoch: number;
  readonly #link: Link;
  readonly #needs: SessionNeeds;
  readonly #bucket: TokenBucket;
  /** Bytes of the frame that is being taken. */
  #frameBytes = 0;
  /** Bytes of batches taken since nothing waited. */
  #takenBytes = 0;
  #heldBackSince: number | undefined;
  #allowedAgainAt = 0;
  /** How the closing of the socket is to be understood. */
  closedHow: ClosedHow = "lost";

  constructor(agent: DeliveringAgent, epoch: number, link: Link, needs: SessionNeeds) {
    this.agent = agent;
    this.#epoch = epoch;
    this.#link = link;
    this.#needs = needs;
    this.#bucket = new TokenBucket(needs.messages);
  }

  /** Not reading now: the agent's silence is the server's doing. */
  get paused(): boolean {
    return this.#link.paused;
  }

  /** Takes one frame. */
  frame(bytes: Uint8Array): void {
    if (!this.#spend()) return;
    try {
      this.#frameBytes = bytes.length;
      if (!dispatch(handlers, this, decodeSparingly(bytes))) this.breach("a message that only the server sends");
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.breach(`${error.code}: ${error.message}`);
    }
  }

  /** Counts a ping or pong like a message, so that they are no way around the bound. */
  control(): void {
    this.#spend();
  }

  /** The agent broke the protocol. */
  breach(reason: string): void {
    this.#needs.log.warn({ agentId: this.agent.agentId, reason }, "an agent broke the protocol");
    this.#link.close(CloseCode.BAD_FRAME, reason);
  }

  ack(lane: Lane, epoch: number, seq: number): void {
    this.#answer({ ack: { lane, epoch, seq } });
  }

  resendFrom(lane: Lane, epoch: number, seq: number): void {
    this.#answer({ resendFrom: { lane, epoch, seq } });
  }

  reject(reason: string): void {
    this.breach(reason);
  }

  pause(milliseconds: number): void {
    this.#allowedAgainAt = this.#needs.clock.now() + milliseconds;
    this.review();
  }

  take(batch: Batch): void {
    const problem = this.#problemOf(batch);
    if (problem !== undefined) this.breach(problem);
    // What is not taken is not acknowledged: the agent keeps it until it is approved.
    else if (!this.agent.pending || batch.lane === Lane.LANE_STATE) {
      this.#takenBytes += this.#frameBytes;
      this.#needs.delivery.receive(this.agent, batch, this);
      this.#reviewQueue();
    }
  }

  leave(reason: string): void {
    this.#needs.left(this, reason);
  }

  applySettings(settings: Settings): void {
    this.#link.send({ settings });
  }

  requestLogs(requestId: Uint8Array): void {
    this.#link.send({ logsRequest: { requestId } });
  }

  /** `offset`: where the part begins that is wanted, bytes; "done": no more of it. */
  wantLogs(requestId: Uint8Array, offset: number | "done"): void {
    this.#link.send({ logsWanted: offset === "done" ? { requestId, done: true } : { requestId, offset } });
  }

  /** What was not asked for is not taken; who keeps the logs knows what was. */
  offerLogs(offer: LogsOffer): void {
    if (!this.agent.pending) this.#needs.logs.offered(this.agent, offer);
  }

  takeLogs(part: LogsPart): void {
    if (!this.agent.pending) this.#needs.logs.part(this.agent, part);
  }

  requestInventory(full: boolean): void {
    this.#link.send({ inventoryRequest: { full } });
  }

  ping(): void {
    this.#link.ping();
  }

  replace(): void {
    this.goAway("replaced", 0, CloseCode.REPLACED);
  }

  /** Tells the agent when to come back and closes. */
  goAway(reason: string, retryAfterMs: number, code: number = CloseCode.SERVICE_RESTART): void {
    this.#link.send({ goAway: { reason, retryAfterMs } });
    this.#link.close(code, reason);
  }

  close(code: number, reason: string): void {
    this.#link.close(code, reason);
  }

  /** Decides anew whether the socket is read. Called with every tick. */
  review(): void {
    if (this.#nothingWaits()) return;
    const now = this.#needs.clock.now();
    this.#link.review();
    this.#reviewQueue();
    if (now >= this.#allowedAgainAt) this.#allowedAgainAt = 0;
    this.#link.hold("allowance", this.#allowedAgainAt !== 0);
    const level = this.#bucket.level();
    if (level >= this.#needs.limits.messagesPerSecond) this.#link.hold("rate", false);
    if (level >= this.#needs.limits.messageBurst / 2) this.#heldBackSince = undefined;
  }

  /** The part of it that batches and answers change: called after each of them. */
  #reviewQueue(): void {
    const queued = this.#needs.delivery.queued(this.agent.agentId);
    if (queued === 0) this.#takenBytes = 0;
    this.#link.hold("queue", queued > this.#needs.limits.queuedRecords || this.#takenBytes > MOST_WAITING_BYTES);
  }

  /** What most of thousands of sessions answer to each tick. What waits to leave is looked at by the link whenever it sends. */
  #nothingWaits(): boolean {
    return this.#takenBytes === 0 && this.#allowedAgainAt === 0 && this.#heldBackSince === undefined && !this.#link.paused;
  }

  #problemOf({ lane, epoch, records }: Batch): string | undefined {
    const count = records?.length ?? 0;
    if (lane == null || !LANES.has(lane)) return "a batch of no known lane";
    if (count === 0 || count > MAX_BATCH_RECORDS) return "a batch with no records or too many";
    return epoch === this.#epoch ? undefined : "a batch of another epoch than the hello's";
  }

  #answer(envelope: Envelope): void {
    this.#link.send(envelope);
    this.#reviewQueue();
  }

  /** False when the agent sends too fast and was closed for it. */
  #spend(): boolean {
    const left = this.#bucket.spend();
    if (left >= 0) return true;
    const now = this.#needs.clock.now();
    this.#heldBackSince ??= now;
    this.#link.hold("rate", true);
    if (left > -this.#needs.limits.messageBurst && now - this.#heldBackSince < HELD_BACK_MOST_MS) return true;
    this.#needs.log.warn({ agentId: this.agent.agentId }, "an agent sends too fast");
    this.#link.close(CloseCode.TOO_FAST, "too fast");
    return false;
  }
}

const handlers: Handlers<Session> = {
  hello: (session) => session.breach("a second hello"),
  enroll: (session) => session.breach("an enrolment inside a session"),
  batch: (session, batch) => session.take(batch),
  unenroll: (session, { reason }) => session.leave(reason ?? ""),
  logsOffer: (session, offer) => session.offerLogs(offer),
  logsPart: (session, part) => session.takeLogs(part),
};
