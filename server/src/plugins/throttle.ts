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

/** Wrong API tokens of one address. */
export const TOKEN_LIMITS = { perAddress: 50, windowSeconds: 900 } as const;

/** Ways to a sign-on provider from one address: a whole office comes in the morning, and each calls the provider. */
export const SSO_LIMITS: AttemptLimits = { perAccount: 300, perAddress: 300, windowSeconds: 900 };

export const SIGN_IN_LIMITS: AttemptLimits = { perAccount: 5, perAddress: 50, windowSeconds: 900 };

export interface Attempts {
  /** Counts an attempt before it is judged, so that parallel guesses count too. Throws TOO_MANY_ATTEMPTS { retryAfterSeconds }. */
  begin(account: string, address: string): Promise<void>;
  /** A right answer: forgets the account's attempts and takes back the address's last one. */
  succeeded(account: string, address: string): Promise<void>;
  /** Forgets an account's attempts from every address. */
  forget(account: string): void;
}

/** Counts attempts in this process's memory; a restart forgets them. */
export function createAttempts(limits: AttemptLimits): Attempts {
  const accounts = new RateLimiterMemory({ points: limits.perAccount, duration: limits.windowSeconds, keyPrefix: "account" });
  const addresses = new RateLimiterMemory({ points: limits.perAddress, duration: limits.windowSeconds, keyPrefix: "address" });
  // Attempts before an account was let in again count under another name.
  const rounds = new Map<string, number>();
  const accountKey = (account: string, address: string) => `${network(address)} ${rounds.get(account) ?? 0} ${account}`;
  return {
    async begin(account, address) {
      await consume(addresses, network(address));
      await consume(accounts, accountKey(account, address));
    },
    async succeeded(account, address) {
      await accounts.delete(accountKey(account, address));
      await addresses.reward(network(address));
    },
    forget(account) {
      rounds.set(account, (rounds.get(account) ?? 0) + 1);
    },
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw tooMany(refusal);
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError("TOO_MANY_ATTEMPTS", "too many attempts; wait and try again", { details: { retryAfterSeconds } });
}

export interface Failures {
  /** Throws TOO_MANY_ATTEMPTS { retryAfterSeconds } when the address failed too often. */
  refuse(address: string): Promise<void>;
  /** Counts a failure. */
  failed(address: string): Promise<void>;
}

/** Counts only what went wrong, for credentials that come with every request. In this process's memory; a restart forgets. */
export function createFailures(limits: { readonly perAddress: number; readonly windowSeconds: number }): Failures {
  const limiter = new RateLimiterMemory({ points: limits.perAddress, duration: limits.windowSeconds, keyPrefix: "failures" });
  return {
    async refuse(address) {
      const counted = await limiter.get(network(address));
      if (counted !== null && counted.consumedPoints >= limits.perAddress) throw tooMany(counted);
    },
    async failed(address) {
      await limiter.penalty(network(address));
    },
  };
}
