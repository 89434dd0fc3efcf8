// How long a fleet takes to come back.
import type { AgentTruth } from "../oracle/read-truth.ts";

export interface Back {
  /** Seconds until half, 99 % and all of the agents were connected again. */
  readonly half: number;
  readonly most: number;
  readonly all: number;
  /** Agents that were not connected again. */
  readonly missing: number;
}

/** From the truth: each agent's first connection that began after the cut. `cutAt` in milliseconds since 1970. */
export function backAfter(truths: readonly AgentTruth[], cutAt: number): Back {
  const times = truths
    .map(({ sessions }) => sessions.find(({ from }) => from > cutAt)?.from)
    .map((at) => (at === undefined ? Number.POSITIVE_INFINITY : (at - cutAt) / 1_000))
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? 0;
  return { half: at(0.5), most: at(0.99), all: at(1), missing: times.filter((time) => time === Number.POSITIVE_INFINITY).length };
}
