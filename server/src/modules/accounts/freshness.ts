// Which sessions proved lately that it is still the same person in front of them. Kept in memory alone: no row of the database
// can claim it, and a restart merely asks again.
import type { Clock } from "../../clock.ts";

/** How long a proof lets a session do what asks for one, milliseconds. */
const FRESH_MS = 5 * 60_000;

export interface Freshness {
  mark(sessionId: string): void;
  holds(sessionId: string): boolean;
}

export function createFreshness(clock: Clock): Freshness {
  const proofs = new Map<string, number>();
  const isFresh = (at: number, now: number) => Math.abs(now - at) < FRESH_MS;
  return {
    mark(sessionId) {
      const now = clock.now();
      for (const [other, at] of proofs) if (!isFresh(at, now)) proofs.delete(other);
      proofs.set(sessionId, now);
    },
    holds(sessionId) {
      const at = proofs.get(sessionId);
      return at !== undefined && isFresh(at, clock.now());
    },
  };
}
