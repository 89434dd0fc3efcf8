// How long commits take and how long a batch waits for its own, for whoever watches the server.
import type { Clock } from "../clock.ts";
import type { DeliveryTimings } from "./types.ts";

type LaneName = "event" | "telemetry";

/** Wraps commits and reads off waits. Does nothing without timings; a clock that was set back makes no negative time. */
export function createTimed(clock: Clock, timings: DeliveryTimings | undefined) {
  const since = (at: number): number => Math.max(0, clock.now() - at) / 1_000;
  return {
    /** The same commit, timed; it fails as before. */
    commit<Args extends readonly unknown[]>(lane: LaneName, commit: (...args: Args) => Promise<void>): (...args: Args) => Promise<void> {
      if (timings === undefined) return commit;
      return async (...args) => {
        const began = clock.now();
        try {
          await commit(...args);
        } catch (error) {
          timings.failed(lane);
          throw error;
        }
        timings.committed(lane, since(began));
      };
    },
    settled(lane: LaneName, batches: readonly { readonly arrivedAt: number }[]): void {
      for (const { arrivedAt } of batches) timings?.acknowledged(lane, since(arrivedAt));
    },
  };
}
