// macOS and Windows: the times that Node asks of the system. Neither counts waiting for disks apart; Windows has no load average.
import type { Host, Processor } from "../../host/host.ts";
import type { CpuReading } from "./reading.ts";

export async function readDarwin(host: Host): Promise<CpuReading> {
  const { cpus, loadAverage } = host.os();
  return { ...sum(cpus), load1: loadAverage[0] ?? 0 };
}

export async function readWindows(host: Host): Promise<CpuReading> {
  return sum(host.os().cpus);
}

function sum(cpus: readonly Processor[]): CpuReading {
  if (cpus.length === 0) throw new Error("the system names no processor");
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, idle };
}
