// How many hellos are judged in a second: of all addresses together what the server can bear, of one address no more than its share.
import type { Clock } from "../clock.ts";
import { network } from "../http/network.ts";
import { type GatewayLimits, KeyedBuckets, TokenBucket, TokenRate } from "./limits.ts";

export class HelloShares {
  readonly #all: TokenBucket;
  readonly #each: KeyedBuckets;

  constructor(clock: Clock, limits: GatewayLimits) {
    this.#all = new TokenBucket(new TokenRate(clock, limits.hellosPerSecond, limits.helloBurst));
    this.#each = new KeyedBuckets(new TokenRate(clock, limits.hellosPerSecondPerAddress, limits.helloBurstPerAddress));
  }

  /** Takes one for this address; false when it used up its share, or all of them theirs. An IPv6 /64 is one address. */
  take(address: string): boolean {
    return this.#each.take(network(address)) && this.#all.take();
  }
}
