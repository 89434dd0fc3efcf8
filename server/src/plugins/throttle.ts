// Slows guessing without ever locking anybody out for good: so many attempts per account and address, so many per address.
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors.ts";
import { network } from "../http/network.ts";

export interface AttemptLimits {
  /** Attempts of one account from one address within the window. */
  readonly perAccount: number;
  /** Attempts from one address within the window, whatever the account. */
  readonly perAddress: number;
  readonly windowSeconds: number;
}

export const SIGN_IN_LIMITS: AttemptLimits = { perAccount: 5, perAddress: 50, windowSeconds: 900 };

export interface Attempts {
  /** Counts an attempt before it is judged, so that parallel guesses count too. Throws TOO_MANY_ATTEMPTS { retryAfterSeconds }. */
  begin(account: string, address: string): Promise<void>;
  /** A right answer: forgets the account's attempts and takes back the address's last one. */
  succeeded(account: string, address: string): Promise<void>;
}

/** Counts attempts in this process's memory; a restart forgets them. */
export function createAttempts(limits: AttemptLimits): Attempts {
  const accounts = new RateLimiterMemory({ points: limits.perAccount, duration: limits.windowSeconds, keyPrefix: "account" });
  const addresses = new RateLimiterMemory({ points: limits.perAddress, duration: limits.windowSeconds, keyPrefix: "address" });
  const accountKey = (account: string, address: string) => `${network(address)} ${account}`;
  return {
    async begin(account, address) {
      await consume(addresses, network(address));
      await consume(accounts, accountKey(account, address));
    },
    async succeeded(account, address) {
      await accounts.delete(accountKey(account, address));
      await addresses.reward(network(address));
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new AppError("TOO_MANY_ATTEMPTS", "too many attempts; wait and try again", { details: { retryAfterSeconds } });
  }
}
