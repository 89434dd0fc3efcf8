// The server's time on this machine: taken over at every Welcome and carried on by the monotonic clock, so that a wall clock that
// jumps moves no record.
import type { Clock } from "../clock.ts";

/** A wall clock that moves this much against the monotonic one has jumped, milliseconds. */
const STEP_MS = 60_000;
const SLEEP_TOLERANCE_MS = 2_000;
/** Less than a sleep takes: the clocks run together, and the third one, which is read from a file, need not be asked. */
const TOGETHER_MS = 100;

export interface ServerClock extends Clock {
  /** Takes over the server's time, milliseconds since 1970; answers by how much this clock was behind it. */
  anchor(serverTimeMs: number): number;
  /** Server's time minus this machine's wall clock, milliseconds. */
  offsetMs(): number;
}

export interface ServerClockParts {
  readonly clock: Clock;
  /** Like monotonic, but goes on while the machine sleeps. */
  uptimeMs(): number;
  /** The offset as known last. */
  readonly offsetMs: number;
  /** The wall clock jumped by so many milliseconds. */
  onStep(byMs: number): void;
}

export function createServerClock({ clock, uptimeMs, offsetMs, onStep }: ServerClockParts): ServerClock {
  let last = { wall: clock.now(), monotonic: clock.monotonic(), uptime: uptimeMs() };
  let base = last.wall + offsetMs;
  let baseAt = last.monotonic;

  function now(): number {
    const [wall, monotonic] = [clock.now(), clock.monotonic()];
    const ran = monotonic - last.monotonic;
    const jumped = wall - last.wall - ran;
    const uptime = Math.abs(jumped) < TOGETHER_MS ? last.uptime + ran : uptimeMs();
    const slept = uptime - last.uptime - ran;
    last = { wall, monotonic, uptime };
    if (jumped > SLEEP_TOLERANCE_MS && Math.abs(jumped - slept) < SLEEP_TOLERANCE_MS) base += jumped;
    else if (Math.abs(jumped) > STEP_MS) onStep(jumped);
    return base + monotonic - baseAt;
  }

  return {
    now: () => Math.round(now()),
    monotonic: () => clock.monotonic(),
    anchor(serverTimeMs) {
      const behindMs = Math.round(serverTimeMs - now());
      base = serverTimeMs;
      baseAt = clock.monotonic();
      return behindMs;
    },
    offsetMs: () => Math.round(now() - clock.now()),
  };
}
