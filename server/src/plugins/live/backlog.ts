// What a slow reader has not been sent yet, kept small: newer values replace older ones, lists of ids and presences are joined.
import type { LiveEvent } from "./messages.ts";

const MOST_EVENTS = 500;

type Join = (before: unknown, now: unknown) => unknown;

const byId = (data: unknown): [string, unknown][] => (data as { items: { id: string }[] }).items.map((item) => [item.id, item]);
const idsOf = (data: unknown): string[] => (data as { ids: string[] }).ids;

const JOINS = new Map<string, Join>([
  ["latest", (_, now) => now],
  ["presence", (before, now) => ({ items: [...new Map([...byId(before), ...byId(now)]).values()] })],
  ["changed", (before, now) => ({ ids: [...new Set([...idsOf(before), ...idsOf(now)])] })],
]);

export class Backlog {
  #events = new Map<string, LiveEvent>();
  #serial = 0;

  get size(): number {
    return this.#events.size;
  }

  /** Keeps an event for later. False when there is no room for it: the reader is too far behind. */
  add(event: LiveEvent): boolean {
    const join = JOINS.get(event.name);
    const key = join === undefined ? `${++this.#serial}` : `${event.topic} ${event.name}`;
    const before = this.#events.get(key);
    this.#events.set(key, before === undefined || join === undefined ? event : { ...event, data: join(before.data, event.data) });
    return this.#events.size <= MOST_EVENTS;
  }

  /** Everything kept, in the order it first came; empty from then on. */
  take(): LiveEvent[] {
    const events = [...this.#events.values()];
    this.#events = new Map();
    return events;
  }
}
