// Linux: /proc/meminfo.
import type { MemoryMetric } from "@vigia/protocol";
import type { Host } from "../../host/host.ts";

export async function readLinux(host: Host): Promise<MemoryMetric> {
  return parseMeminfo(await host.readFile("/proc/meminfo"));
}

/**
 * In use is what programs could not get any more: total without MemAvailable. Kernels before 3.14 have no MemAvailable; there it is
 * estimated by what can be given back: free, buffers and page cache, but not shared memory, which the cache includes.
 */
export function parseMeminfo(text: string): MemoryMetric {
  const bytes = new Map<string, number>();
  for (const [, name = "", kib] of text.matchAll(/^(\w+(?:\(\w+\))?): +(\d+)/gm)) bytes.set(name, Number(kib) * 1024);
  const of = (name: string) => bytes.get(name) ?? 0;
  const total = bytes.get("MemTotal");
  if (total === undefined) throw new Error("/proc/meminfo has no MemTotal");
  const available = bytes.get("MemAvailable") ?? of("MemFree") + of("Buffers") + of("Cached") + of("SReclaimable") - of("Shmem");
  return {
    totalBytes: total,
    usedBytes: Math.min(total, Math.max(0, total - available)),
    swapTotalBytes: of("SwapTotal"),
    swapUsedBytes: Math.max(0, of("SwapTotal") - of("SwapFree")),
  };
}
