import { uptime } from "node:os";

/** Time as an argument. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds from any start; never goes back, may stand still while the machine sleeps. */
  monotonic(): number;
}

/** The machine's clocks. `uptimeMs` also counts sleep where the system says so. */
export const systemClock: Clock & { uptimeMs(): number } = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  uptimeMs: () => uptime() * 1000,
};
