// Seconds since the machine was booted. A container sees its machine's boot, unless its host hides it.
import type { Host } from "../../host/host.ts";
import type { Collector, MetricsPart } from "../collector.ts";

const readers = { linux: readLinux, darwin: readNodeOs, win32: readNodeOs } satisfies Record<
  Host["platform"],
  (host: Host) => Promise<number>
>;

/** Measures the time since boot. */
export function createUptime(): Collector<MetricsPart> {
  return {
    name: "uptime",
    intervalMs: 0,
    collect: async (host) => ({ uptimeSeconds: await readers[host.platform](host) }),
  };
}

async function readLinux(host: Host): Promise<number> {
  return parseUptime(await host.readFile("/proc/uptime"));
}

async function readNodeOs(host: Host): Promise<number> {
  return host.os().uptimeSeconds;
}

/** The first number of /proc/uptime, seconds. */
export function parseUptime(text: string): number {
  const seconds = Number.parseFloat(text);
  if (!Number.isFinite(seconds) || seconds < 0) throw new Error("/proc/uptime does not hold a number");
  return seconds;
}
