// Linux: what the kernel sees, and the slots from the firmware's table, which only root may read.
import type { MemorySection } from "@vigia/protocol";
import { readOptional } from "../../host/host.ts";
import { type Machine, ReadInPart } from "../reader.ts";
import { dmiFact, dmiTable } from "../sources/dmi.ts";
import { memorySlots } from "./slots.ts";

export async function readLinux(machine: Machine): Promise<MemorySection> {
  const kilobytes = Number(/^MemTotal:\s+(\d+) kB$/m.exec((await readOptional(machine.host, "/proc/meminfo")) ?? "")?.[1]);
  const total = kilobytes > 0 ? { totalBytes: kilobytes * 1_024 } : {};
  const table = await dmiTable(machine);
  if (table !== undefined) return { ...total, slots: memorySlots(table) };
  // A machine without SMBIOS (ARM boards, containers) has no slots to tell of.
  if ((await dmiFact(machine, "sys_vendor")) !== undefined) throw new ReadInPart("Only root may read the memory slots.", total);
  return total;
}
