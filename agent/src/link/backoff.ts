const FIRST_MS = 1_000;
const MOST_MS = 300_000;

/** How long to wait before the next try: full jitter, so that a fleet never returns as one. */
export interface Backoff {
  /** Milliseconds to wait now; each call doubles the range, up to 5 minutes. */
  next(): number;
  /** A connection stood long enough: begin with short waits again. */
  reset(): void;
}

/** `random` gives numbers from 0 to below 1. */
export function createBackoff(random: () => number): Backoff {
  let tries = 0;
  return {
    next() {
      const range = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(tries, 30));
      tries++;
      return random() * range;
    },
    reset() {
      tries = 0;
    },
  };
}
