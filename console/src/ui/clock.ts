// The time by the server's clock, so that "8 s ago" is true on a laptop whose clock is wrong; one ticker per rhythm for all components.
import { useSyncExternalStore } from "react";

let offsetMs = 0;

/** Tells the clock what the server's time was just now (ISO-8601). */
export function setServerTime(serverTime: string): void {
  const server = Date.parse(serverTime);
  if (Number.isFinite(server)) offsetMs = server - Date.now();
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** One rhythm that all components of that rhythm share. */
function createTicker(everyMs: number) {
  const listeners = new Set<() => void>();
  let now = serverNow();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = serverNow();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    listen(listener: () => void): () => void {
      listeners.add(listener);
      if (timer === undefined) {
        timer = setInterval(tick, everyMs);
        now = serverNow();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const tickers = { 1000: createTicker(1000), 10000: createTicker(10_000) } as const;

/** The server's time, refreshed every `everyMs` milliseconds for as long as the component is shown. */
export function useNow(everyMs: keyof typeof tickers): number {
  const ticker = tickers[everyMs];
  return useSyncExternalStore(ticker.listen, ticker.now);
}
