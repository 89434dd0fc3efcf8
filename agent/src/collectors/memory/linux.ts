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
  const find = (name: string): number | undefined => {
    const at = text.startsWith(`${name}:`) ? 0 : text.indexOf(`\n${name}:`);
    return at < 0 ? undefined : Number.parseInt(text.slice(text.indexOf(":", at) + 1), 10) * 1024;
  };
  const of = (name: string) => find(name) ?? 0;
  const total = find("MemTotal");
  if (total === undefined) throw new Error("/proc/meminfo has no MemTotal");
  const available = find("MemAvailable") ?? of("MemFree") + of("Buffers") + of("Cached") + of("SReclaimable") - of("Shmem");
  return {
    totalBytes: total,
    usedBytes: Math.min(total, Math.max(0, total - available)),
    swapTotalBytes: of("SwapTotal"),
    swapUsedBytes: Math.max(0, of("SwapTotal") - of("SwapFree")),
  };
}
