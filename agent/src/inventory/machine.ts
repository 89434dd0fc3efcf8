// One look at the machine: what several sections need is asked for once.
import type { Host } from "../host/host.ts";
import type { Machine } from "./reader.ts";

/** A machine to read an inventory from; make one for each inventory. */
export function createMachine(host: Host, signal: AbortSignal): Machine {
  const answers = new Map<string, Promise<unknown>>();
  return {
    host,
    signal,
    once<T>(key: string, read: () => Promise<T>): Promise<T> {
      const known = answers.get(key) as Promise<T> | undefined;
      if (known !== undefined) return known;
      const asked = read();
      answers.set(key, asked);
      return asked;
    },
  };
}
