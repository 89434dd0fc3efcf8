// Waiting for what happens by itself.
import { vi } from "vitest";

/** Until a condition that comes true by itself must have, milliseconds: it ends what hangs and judges nothing. */
const LIMIT_MS = 30_000;

/** Asks again and again until the check does not throw, and answers what it answers. Throws what it threw last. */
export const until = <Answer>(check: () => Answer | Promise<Answer>): Promise<Answer> =>
  vi.waitFor(check, { timeout: LIMIT_MS, interval: 10 });
