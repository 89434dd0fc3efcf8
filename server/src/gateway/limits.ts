// How much a stranger, an agent and all of them together may ask of this server (security-and-reliability §3.7).
import { HELLO_TIMEOUT_MS, MAX_FRAME_BYTES } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import { network } from "../http/network.ts";

/** For the WebSocket server that carries the agent socket. Compression is off: it costs memory per socket and leaks lengths. */
export const WEBSOCKET_OPTIONS = {
  maxPayload: MAX_FRAME_BYTES,
  perMessageDeflate: false,
  maxFragments: 64,
  maxBufferedChunks: 1_024,
} as const;

export interface GatewayLimits {
  readonly helloTimeoutMs: number;
  /** Sockets of one address that have not proven themselves, and of all addresses. */
  readonly unauthenticatedPerAddress: number;
  readonly unauthenticated: number;
  readonly hellosPerSecond: number;
  /** Hellos that may come at once: a fleet that comes back after a restart is no attack. */
  readonly helloBurst: number;
  /** Of one address: half, so that none uses up what the others need, and a thousand machines behind one still come back at once. */
  readonly hellosPerSecondPerAddress: number;
  readonly helloBurstPerAddress: number;
  readonly enrolmentsPerMinute: number;
  readonly enrolmentsPerMinutePerToken: number;
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** Records waiting for the database before an agent's socket is no longer read. */
  readonly queuedRecords: number;
}

export const DEFAULT_LIMITS: GatewayLimits = {
  helloTimeoutMs: HELLO_TIMEOUT_MS,
  unauthenticatedPerAddress: 50,
  unauthenticated: 10_000,
  hellosPerSecond: 1_000,
  helloBurst: 5_000,
  hellosPerSecondPerAddress: 500,
  helloBurstPerAddress: 2_500,
  enrolmentsPerMinute: 300,
  enrolmentsPerMinutePerToken: 30,
  messagesPerSecond: 50,
  messageBurst: 500,
  queuedRecords: 1_000,
};

/** How tokens come back: one for all the buckets that are alike, of which there are thousands. */
export class TokenRate {
  readonly clock: Clock;
  readonly perMs: number;
  readonly burst: number;

  /** `perSecond` tokens come back each second, up to `burst`. */
  constructor(clock: Clock, perSecond: number, burst: number) {
    this.clock = clock;
    this.perMs = perSecond / 1_000;
    this.burst = burst;
  }
}

/** Tokens that come back with time, full at first. It may be overdrawn: level() is then below zero. */
export class TokenBucket {
  readonly #rate: TokenRate;
  #level: number;
  #at: number;

  constructor(rate: TokenRate) {
    this.#rate = rate;
    this.#level = rate.burst;
    this.#at = rate.clock.now();
  }

  /** How many there are now. */
  level(): number {
    const { clock, perMs, burst } = this.#rate;
    const now = clock.now();
    this.#level = Math.min(burst, this.#level + Math.max(0, now - this.#at) * perMs);
    this.#at = now;
    return this.#level;
  }

  /** Takes one if there is one. */
  take(): boolean {
    if (this.level() < 1) return false;
    this.#level--;
    return true;
  }

  /** Takes one in any case; answers what is left. */
  spend(): number {
    this.level();
    return --this.#level;
  }
}

/** A bucket per key, at most `most` of them: full ones are forgotten first, they have nothing to remember. */
export class KeyedBuckets {
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #rate: TokenRate;
  readonly #most: number;

  constructor(rate: TokenRate, most = 10_000) {
    this.#rate = rate;
    this.#most = most;
  }

  take(key: string): boolean {
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      if (this.#buckets.size >= this.#most) this.#forget();
      bucket = new TokenBucket(this.#rate);
      this.#buckets.set(key, bucket);
    }
    return bucket.take();
  }

  #forget(): void {
    for (const [key, bucket] of this.#buckets) if (bucket.level() >= this.#rate.burst) this.#buckets.delete(key);
    if (this.#buckets.size >= this.#most) this.#buckets.clear();
  }
}

/** Counts sockets by address (an IPv6 network is one), and all of them. */
export class AddressCount {
  readonly #counts = new Map<string, number>();
  readonly #most: number;
  readonly #mostOfAll: number;
  #total = 0;

  constructor(most: number, mostOfAll: number) {
    this.#most = most;
    this.#mostOfAll = mostOfAll;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether one more may enter from there. */
  hasRoom(from: string): boolean {
    return this.#total < this.#mostOfAll && (this.#counts.get(network(from)) ?? 0) < this.#most;
  }

  /** One more from there. Ask hasRoom() before. */
  enter(from: string): void {
    const address = network(from);
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
    this.#total++;
  }

  /** One from there left. Whoever entered says so once. */
  leave(from: string): void {
    const address = network(from);
    const left = (this.#counts.get(address) ?? 1) - 1;
    if (left === 0) this.#counts.delete(address);
    else this.#counts.set(address, left);
    this.#total--;
  }
}
