// What networks do to one machine while something else goes wrong elsewhere.
import type { Dice } from "./dice.ts";
import type { FaultProxy } from "./proxy.ts";

/** An opening with TLS and WebSocket, and the first batches, lie within so many bytes. */
const OPENING_BYTES = 4_000;

export const WEATHER = {
  reset(proxy) {
    proxy.reset();
  },
  refuse(proxy) {
    proxy.set({ refuse: true });
    proxy.reset();
  },
  drop(proxy) {
    proxy.set({ drop: true });
  },
  "half-open"(proxy) {
    proxy.halfOpen();
  },
  duplicate(proxy) {
    proxy.orphan();
  },
  trickle(proxy) {
    proxy.set({ byteEveryMs: 1_000 });
  },
  late(proxy) {
    proxy.set({ delayMs: 2_000 });
  },
  "cut-up"(proxy, dice) {
    const from = dice.roll(OPENING_BYTES);
    proxy.set({ cut: { direction: "up", after: (connection) => (from + connection * 37) % OPENING_BYTES } });
    proxy.reset();
  },
  "cut-down"(proxy, dice) {
    const from = dice.roll(OPENING_BYTES);
    proxy.set({ cut: { direction: "down", after: (connection) => (from + connection * 37) % OPENING_BYTES } });
    proxy.reset();
  },
  corrupt(proxy, dice) {
    const direction = dice.pick(["up", "down"] as const);
    const from = dice.roll(OPENING_BYTES);
    proxy.set({ corrupt: { direction, at: (connection) => (from + connection * 37) % OPENING_BYTES } });
    proxy.reset();
  },
  unreliable(proxy, dice) {
    // Three connections of ten are reset a little later.
    const lives = dice.shuffle(Array.from({ length: 10 }, (_, i) => (i < 3 ? 2_000 + dice.roll(20_000) : Number.POSITIVE_INFINITY)));
    proxy.set({ cut: { direction: "up", after: (connection) => lives[connection % lives.length] ?? 0 } });
    proxy.reset();
  },
} satisfies Record<string, (proxy: FaultProxy, dice: Dice) => void>;

export type WeatherName = keyof typeof WEATHER;
