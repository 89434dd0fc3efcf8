// Rates out of counters that only rise: how much one has grown, and when growth cannot be known.

/** Two readings closer than this give no rate: the clock's error would show. */
const SHORTEST_MS = 100;

/** One reading of several things' counters. */
export interface Reading<Counters> {
  /** Monotonic clock, milliseconds. */
  readonly at: number;
  readonly counters: ReadonlyMap<string, Counters>;
}

/**
 * Growth of a counter. One that fell has wrapped at 32 bits when that makes less than half a turn (32-bit kernels, and a disk's busy
 * time on all of them); otherwise undefined, because a guess would draw a peak that never was. Callers exclude restarts first.
 */
export function growth(before: number, after: number): number | undefined {
  if (after >= before) return after - before;
  const wrapped = after + 2 ** 32 - before;
  return before < 2 ** 32 && wrapped < 2 ** 31 ? wrapped : undefined;
}

/** Whether counters began anew (device swapped, interface made again): told by those that count events, which take years to wrap. */
export function restarted(before: readonly number[], after: readonly number[]): boolean {
  return after.some((value, index) => value < (before[index] ?? 0));
}

/** Seconds between two readings, or undefined when they cannot carry a rate. */
export function secondsBetween(before: Reading<unknown> | undefined, after: Reading<unknown>): number | undefined {
  if (before === undefined) return undefined;
  const elapsed = after.at - before.at;
  return elapsed >= SHORTEST_MS ? elapsed / 1000 : undefined;
}
