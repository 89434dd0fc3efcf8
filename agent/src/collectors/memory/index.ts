// Memory and swap, in bytes.
import type { MemoryMetric } from "@vigia/protocol";
import type { Host } from "../../host/host.ts";
import type { Collector, MetricsPart } from "../collector.ts";
import { readLinux } from "./linux.ts";

const readers = { linux: readLinux, darwin: readNodeOs, win32: readNodeOs } satisfies Record<
  Host["platform"],
  (host: Host) => Promise<MemoryMetric>
>;

/** Measures what is in use now. */
export function createMemory(): Collector<MetricsPart> {
  return {
    name: "memory",
    intervalMs: 0,
    collect: async (host) => ({ memory: await readers[host.platform](host) }),
  };
}

/** Node knows nothing of swap on these systems, so none is told. */
async function readNodeOs(host: Host): Promise<MemoryMetric> {
  const { totalMemory, freeMemory } = host.os();
  return { totalBytes: totalMemory, usedBytes: Math.max(0, totalMemory - freeMemory) };
}
