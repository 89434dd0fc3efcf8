// Processors: busy share, waiting for disks, load. Every system has it; not per processor, not per process.
import type { CpuMetric } from "@vigia/protocol";
import type { Host } from "../../host/host.ts";
import type { Collector, MetricsPart } from "../collector.ts";
import { readLinux } from "./linux.ts";
import { readDarwin, readWindows } from "./node-os.ts";
import type { CpuReading } from "./reading.ts";

const readers = { linux: readLinux, darwin: readDarwin, win32: readWindows } satisfies Record<
  Host["platform"],
  (host: Host) => Promise<CpuReading>
>;

/** Measures the time since its last reading; the first reading only remembers. */
export function createCpu(): Collector<MetricsPart> {
  let last: CpuReading | undefined;
  return {
    name: "cpu",
    intervalMs: 0,
    async collect(host) {
      const now = await readers[host.platform](host);
      const cpu = last === undefined ? undefined : cpuBetween(last, now);
      last = now;
      return cpu === undefined ? {} : { cpu };
    },
  };
}

/**
 * Shares of the time between two readings. Undefined when no time passed or busy time fell (a moved virtual machine counts anew).
 * Idle and waiting time are allowed to fall a little, which the kernel documents, also when a processor is unplugged.
 */
export function cpuBetween(before: CpuReading, after: CpuReading): CpuMetric | undefined {
  const busy = after.busy - before.busy;
  const idle = Math.max(0, after.idle - before.idle);
  const ioWait = Math.max(0, (after.ioWait ?? 0) - (before.ioWait ?? 0));
  const total = busy + idle + ioWait;
  if (busy < 0 || total <= 0) return undefined;
  return {
    busy: busy / total,
    ...(after.ioWait === undefined ? {} : { ioWait: ioWait / total }),
    ...(after.load1 === undefined ? {} : { load1: after.load1 }),
  };
}
