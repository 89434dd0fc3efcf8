// A machine made of captured texts, for the tests of readers.
import { createFixtureHost, type FixtureOptions } from "../host/fixture-host.ts";
import type { Machine } from "./reader.ts";

/** Its texts, and an inventory that nobody stops. */
export function fixtureMachine(options: FixtureOptions): Machine {
  const known = new Map<string, Promise<unknown>>();
  return {
    host: createFixtureHost(options),
    signal: new AbortController().signal,
    once: <T>(key: string, read: () => Promise<T>): Promise<T> => {
      const answer = (known.get(key) as Promise<T> | undefined) ?? read();
      known.set(key, answer);
      return answer;
    },
  };
}
