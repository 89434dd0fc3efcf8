// Waiting between two tries when the database does not answer.
import { setTimeout as delay } from "node:timers/promises";

const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/** Waits longer with every failure (200 ms doubled, at most 10 s); returns at once when the signal aborts. */
export async function backOff(failures: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
