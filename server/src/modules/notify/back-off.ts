/** Tries before one is given up. */
export const MOST_TRIES = 12;
/** While a try is under way nobody else takes it; no try may last longer. Milliseconds. */
export const LEASE_MS = 60_000;

const FIRST_MS = 10_000;

/**
 * Milliseconds to wait after a failed try, or undefined when it was the last one. The waits double; all of them together
 * are under 6 hours.
 * @param tries how many were made, from 1
 */
export const waitAfter = (tries: number): number | undefined => (tries >= MOST_TRIES ? undefined : FIRST_MS * 2 ** (tries - 1));
