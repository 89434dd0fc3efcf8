// Time in which deadlines of silence are counted: it stands still while this process did (suspended machine, stopped process,
// a clock set by hand), so that the server's own absence is never taken for the absence of its agents.
import type { Clock } from "../clock.ts";

/** A step longer than this was a stall; the registry ticks far more often. Milliseconds. */
const STALL_MS = 5_000;

export interface PatientClock {
  /** Milliseconds that passed in the server's own life. Must be asked often, at least every STALL_MS. */
  now(): number;
}

/** Builds one on the server's clock. */
export function createPatientClock(clock: Clock): PatientClock {
  let last = clock.now();
  let passed = 0;
  return {
    now() {
      const step = clock.now() - last;
      last += step;
      if (step > 0 && step <= STALL_MS) passed += step;
      return passed;
    },
  };
}
