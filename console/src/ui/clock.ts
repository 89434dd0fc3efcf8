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

interface Ticker {
  readonly listeners: Set<() => void>;
  now: number;
  timer: ReturnType<typeof setInterval> | undefined;
}
const tickers = new Map<number, Ticker>();

function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs);
  if (known !== undefined) return known;
  const ticker: Ticker = { listeners: new Set(), now: serverNow(), timer: undefined };
  tickers.set(everyMs, ticker);
  return ticker;
}

function listen(everyMs: number, listener: () => void): () => void {
  const ticker = tickerOf(everyMs);
  ticker.listeners.add(listener);
  ticker.now = serverNow();
  ticker.timer ??= setInterval(() => {
    ticker.now = serverNow();
    for (const each of ticker.listeners) each();
  }, everyMs);
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    clearInterval(ticker.timer);
    ticker.timer = undefined;
  };
}

/** The server's time, refreshed every `everyMs` milliseconds for as long as the component is shown. */
export function useNow(everyMs: 1000 | 10_000): number {
  return useSyncExternalStore(
    (listener) => listen(everyMs, listener),
    () => tickerOf(everyMs).now,
  );
}
