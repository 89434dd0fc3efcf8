// macOS: memory slots from the profile; Apple's own processors carry their memory and have no slots.
import type { MemorySection, MemorySlot } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { dicts, type PlistDict, text } from "../sources/plist.ts";
import { memoryBytes, type Profile, readProfile } from "../sources/profiler.ts";
import { clean, maker, serial } from "../text.ts";

export async function readDarwin(machine: Machine): Promise<MemorySection> {
  const total = machine.host.os().totalMemory;
  return { ...(total > 0 ? { totalBytes: total } : {}), slots: memorySlots(await readProfile(machine)) };
}

/** In the profile's order. */
export function memorySlots(profile: Profile): MemorySlot[] {
  return profile.items("SPMemoryDataType").flatMap((bank) => {
    const slots = dicts(bank["_items"]);
    if (slots.length > 0) return slots.map(slotOf);
    const bytes = memoryBytes(text(bank, "SPMemoryDataType"));
    if (bytes === undefined) return [];
    return [{ slot: "", bytes, type: word(text(bank, "dimm_type")), manufacturer: hexText(text(bank, "dimm_manufacturer")) }];
  });
}

function slotOf(slot: PlistDict): MemorySlot {
  const name = clean(text(slot, "_name"));
  const bytes = memoryBytes(text(slot, "dimm_size")) ?? 0;
  if (bytes === 0) return { slot: name, bytes };
  const speed = Number(/^(\d+)\s*MHz/.exec(text(slot, "dimm_speed"))?.[1]);
  return {
    slot: name,
    bytes,
    type: word(text(slot, "dimm_type")),
    manufacturer: hexText(text(slot, "dimm_manufacturer")),
    partNumber: hexText(text(slot, "dimm_part_number")),
    serial: /^0x0*$/.test(text(slot, "dimm_serial_number")) ? "" : serial(text(slot, "dimm_serial_number")),
    ...(speed > 0 ? { speed } : {}),
  };
}

/** Intel Macs print the module's texts as "0x48594E5820…"; makers' numbers (two bytes) stay as they are. */
function hexText(said: string): string {
  const digits = /^0x((?:[0-9a-f]{2}){3,})$/i.exec(said.trim())?.[1];
  if (digits === undefined) return /^0x0*$/.test(said.trim()) ? "" : maker(said);
  return maker(Buffer.from(digits, "hex").toString("latin1").replaceAll("\0", ""));
}

function word(said: string): string {
  return /^(?:unknown|empty|other)$/i.test(said) ? "" : clean(said);
}
