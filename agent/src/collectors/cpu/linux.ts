// Linux: /proc/stat and /proc/loadavg.
import type { Host } from "../../host/host.ts";
import type { CpuReading } from "./reading.ts";

export async function readLinux(host: Host): Promise<CpuReading> {
  const [stat, loadavg] = await Promise.all([host.readFile("/proc/stat"), host.readFile("/proc/loadavg")]);
  return { ...parseStat(stat), load1: parseLoadavg(loadavg) };
}

/** The first line of /proc/stat, in ticks. Guest time is not added: user and nice contain it. Stolen time is busy: work waited for it. */
export function parseStat(text: string): CpuReading {
  const line = /^cpu +(.+)$/m.exec(text)?.[1];
  if (line === undefined) throw new Error("/proc/stat has no line for all processors");
  const [user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, irq = 0, softIrq = 0, steal = 0] = line.trim().split(/ +/).map(Number);
  const busy = user + nice + system + irq + softIrq + steal;
  if (!Number.isFinite(busy + idle + ioWait)) throw new Error("/proc/stat does not hold numbers");
  return { busy, idle, ioWait };
}

/** Load average of one minute. */
export function parseLoadavg(text: string): number {
  const load = Number.parseFloat(text);
  if (!Number.isFinite(load)) throw new Error("/proc/loadavg does not hold a number");
  return load;
}
