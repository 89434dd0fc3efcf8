// The list of everything the agent measures. A new collector is one folder and one line here.
import type { Clock } from "../clock.ts";
import type { Collector, MetricsPart } from "./collector.ts";
import { createCpu } from "./cpu/index.ts";
import { createDisk } from "./disk/index.ts";
import { createDiskIo } from "./disk-io/index.ts";
import { createMemory } from "./memory/index.ts";
import { createNetwork } from "./network/index.ts";
import { createUptime } from "./uptime/index.ts";

/** One of each, with nothing read yet. */
export function createCollectors(clock: Clock): Collector<MetricsPart>[] {
  return [createCpu(), createMemory(), createDisk(), createDiskIo(clock), createNetwork(clock), createUptime()];
}
