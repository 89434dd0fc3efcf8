const FIRST_MS = 500;
const MOST_MS = 30_000;

/** How long to wait before attempt number `attempt` (0 = first), full jitter: anywhere up to 0.5 s, 1 s, 2 s … 30 s. `random` answers 0..1. */
export function reconnectDelay(attempt: number, random: () => number): number {
  return random() * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
}
