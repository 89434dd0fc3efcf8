// Network interfaces: bytes, trouble and link state, each its own series. Which interfaces count is said in linux.ts.
import type { InterfaceMetric } from "@vigia/protocol";
import type { Clock } from "../../clock.ts";
import { type Collector, MAX_SERIES, type MetricsPart, Unsupported } from "../collector.ts";
import { growth, type Reading, restarted, secondsBetween } from "../rate.ts";
import { createLinuxReader, type InterfaceCounters } from "./linux.ts";

/** Measures the time since its last reading; the first reading only remembers. */
export function createNetwork(clock: Clock): Collector<MetricsPart> {
  const readLinux = createLinuxReader();
  let last: Reading<InterfaceCounters> | undefined;
  return {
    name: "network",
    intervalMs: 0,
    async collect(host) {
      if (host.platform !== "linux") throw new Unsupported("Counters of network interfaces can be read on Linux only, so far.");
      const now = { counters: await readLinux(host), at: clock.monotonic() };
      const interfaces = interfacesBetween(last, now);
      last = now;
      return interfaces === undefined ? {} : { interfaces };
    },
  };
}

/** Undefined before the second reading. An interface that is new, or whose counters began anew, is left out until the next one. */
export function interfacesBetween(
  before: Reading<InterfaceCounters> | undefined,
  after: Reading<InterfaceCounters>,
): InterfaceMetric[] | undefined {
  const seconds = secondsBetween(before, after);
  if (before === undefined || seconds === undefined) return undefined;
  const interfaces: InterfaceMetric[] = [];
  for (const [name, now] of after.counters) {
    const then = before.counters.get(name);
    if (then === undefined || restarted([then.receivedPackets, then.sentPackets], [now.receivedPackets, now.sentPackets])) continue;
    const received = growth(then.receivedBytes, now.receivedBytes);
    const sent = growth(then.sentBytes, now.sentBytes);
    const errors = growth(then.errors, now.errors);
    if (received === undefined || sent === undefined || errors === undefined || interfaces.length === MAX_SERIES) continue;
    interfaces.push({
      name,
      receivedBytesPerSecond: received / seconds,
      sentBytesPerSecond: sent / seconds,
      errorsPerSecond: errors / seconds,
      up: now.up,
    });
  }
  return interfaces;
}
