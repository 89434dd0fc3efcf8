// macOS: processors as the kernel counts them.
import type { Processor, ProcessorsSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { readSysctl } from "../sources/sysctl.ts";
import { clean } from "../text.ts";

const MAKERS: ReadonlyMap<string, string> = new Map([
  ["GenuineIntel", "Intel"],
  ["AuthenticAMD", "AMD"],
]);
const MHZ = 1e6;

export async function readDarwin(machine: Machine): Promise<ProcessorsSection> {
  return { processors: processorsOf(await readSysctl(machine)) };
}

/** One a socket, all alike; Apple's own processors have no vendor's name and no one clock. */
export function processorsOf(sysctl: ReadonlyMap<string, string>): Processor[] {
  const number = (...names: readonly string[]) => names.map((name) => Number(sysctl.get(name))).find((value) => value > 0);
  const model = clean(sysctl.get("machdep.cpu.brand_string"));
  if (model === "") return [];
  const packages = number("hw.packages") ?? 1;
  const vendor = sysctl.get("machdep.cpu.vendor") ?? "";
  const cores = number("hw.physicalcpu_max", "hw.physicalcpu", "machdep.cpu.core_count");
  const threads = number("hw.logicalcpu_max", "hw.logicalcpu", "machdep.cpu.thread_count");
  const hertz = number("hw.cpufrequency_max", "hw.cpufrequency");
  const one: Processor = {
    manufacturer: MAKERS.get(vendor) ?? (model.startsWith("Apple") ? "Apple" : clean(vendor)),
    model,
    ...(cores === undefined ? {} : { cores: Math.max(1, Math.round(cores / packages)) }),
    ...(threads === undefined ? {} : { threads: Math.max(1, Math.round(threads / packages)) }),
    ...(hertz === undefined ? {} : { maxMhz: Math.round(hertz / MHZ) }),
  };
  return Array.from({ length: packages }, () => one);
}
