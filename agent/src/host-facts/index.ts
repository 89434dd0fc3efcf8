// What the machine is: system, processor, memory, addresses. Read at start and now and then; sent when it changed.
// Not what is installed on it, and not how it fares (collectors/).
import { type HostFacts, Platform } from "@vigia/protocol";
import type { Host } from "../host/host.ts";
import { ownAddresses } from "./addresses.ts";
import { readDarwin } from "./darwin.ts";
import { readLinux } from "./linux.ts";
import type { SystemFacts } from "./system-facts.ts";
import { readWindows } from "./windows.ts";

export interface FactsContext {
  /** Release of this agent. */
  readonly agentVersion: string;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs: number;
}

const readers = { linux: readLinux, darwin: readDarwin, win32: readWindows } satisfies Record<
  Host["platform"],
  (host: Host) => Promise<SystemFacts>
>;
const platforms = { linux: Platform.PLATFORM_LINUX, darwin: Platform.PLATFORM_MACOS, win32: Platform.PLATFORM_WINDOWS } satisfies Record<
  Host["platform"],
  Platform
>;

/** Reads everything anew. A file that is missing leaves its fact empty. */
export async function readHostFacts(host: Host, { agentVersion, nowMs }: FactsContext): Promise<HostFacts> {
  const system = await readers[host.platform](host);
  const os = host.os();
  const cpus = os.cpus;
  return {
    hostname: os.hostname,
    platform: platforms[host.platform],
    osName: system.osName,
    osVersion: system.osVersion,
    kernel: os.release,
    architecture: os.arch,
    cpuModel: (system.cpuModel ?? cpus[0]?.model ?? "").trim(),
    cpuCount: cpus.length,
    memoryBytes: os.totalMemory,
    bootAtMs: Math.max(0, system.bootAtMs ?? Math.round(nowMs / 1000 - os.uptimeSeconds) * 1000),
    timeZone: os.timeZone,
    agentVersion,
    runtimeVersion: os.runtimeVersion,
    addresses: ownAddresses(os.networkInterfaces),
  };
}

/** The moment of boot is worked out from two clocks and wanders a little; this much is the same boot. */
const SAME_BOOT_MS = 10_000;

/** Whether there is something new to tell. */
export function factsDiffer(known: HostFacts | undefined, now: HostFacts): boolean {
  if (known === undefined) return true;
  if (Math.abs((now.bootAtMs ?? 0) - (known.bootAtMs ?? 0)) > SAME_BOOT_MS) return true;
  return JSON.stringify({ ...known, bootAtMs: 0 }) !== JSON.stringify({ ...now, bootAtMs: 0 });
}
