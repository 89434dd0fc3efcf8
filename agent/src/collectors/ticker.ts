// A beat: calls its work on a grid in time, one call after the other. A beat that was missed (machine suspended, work took too long) is
// skipped, never made up for.
import type { Clock } from "../clock.ts";

export interface TickerParts {
  readonly clock: Clock;
  readonly intervalMs: number;
  /** From run() to the first beat, milliseconds. */
  readonly firstAfterMs: number;
  /** Share of an interval from the first beat to the second: spreads agents that started together. The grid counts from the second. */
  readonly phase: number;
  /** Must not reject. */
  readonly work: (signal: AbortSignal) => Promise<void>;
}

export interface Ticker {
  /** Beats until `signal` aborts; a later run begins anew. */
  run(signal: AbortSignal): Promise<void>;
  /** From the last beat on. What is overdue by the new interval comes at its grid's next point, so that agents told together stay spread. */
  setInterval(intervalMs: number): void;
}

/** Nothing happens before run(). */
export function createTicker({ clock, intervalMs: initialMs, firstAfterMs, phase, work }: TickerParts): Ticker {
  let intervalMs = initialMs;
  let wake: () => void = () => undefined;
  /** When the last beat was due, and the share of an interval from then to the next. */
  let last: { readonly due: number; readonly share: number } | undefined;

  const sleep = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.ceil(milliseconds));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    async run(signal) {
      last = undefined;
      const first = clock.monotonic() + firstAfterMs;
      const onAbort = () => wake();
      signal.addEventListener("abort", onAbort);
      while (!signal.aborted) {
        const due: number = last === undefined ? first : last.due + intervalMs * last.share;
        const late = clock.monotonic() - due;
        if (late < 0) {
          await sleep(-late);
          continue;
        }
        last = { due: due + Math.floor(late / intervalMs) * intervalMs, share: last === undefined ? phase : 1 };
        await work(signal);
      }
      signal.removeEventListener("abort", onAbort);
    },
    setInterval(next) {
      intervalMs = next;
      if (last !== undefined) {
        const second = last.due + intervalMs * last.share;
        const missed = Math.ceil((clock.monotonic() - second) / intervalMs);
        if (missed > 0) last = { due: second + (missed - 1) * intervalMs, share: 1 };
      }
      wake();
    },
  };
}
