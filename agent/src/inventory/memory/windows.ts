// Memory modules of a Windows machine, by WMI: what SMBIOS tells of each slot that holds one.
import type { MemorySection, MemorySlot } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { wmiIfAny } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean, maker, serial } from "../text.ts";

export async function readWindows(machine: Machine): Promise<MemorySection> {
  const known = await wmiIfAny(machine);
  const slots = memorySlots(known.optional("Win32_PhysicalMemory"));
  return {
    totalBytes: machine.host.os().totalMemory,
    slots: [...slots, ...emptySlots(slots, known.optional("Win32_PhysicalMemoryArray"))],
  };
}

/** SMBIOS 3.7, 7.18.2: type of memory. */
const SMBIOS_TYPES: Readonly<Record<number, string>> = {
  18: "DDR",
  19: "DDR2",
  20: "DDR2 FB-DIMM",
  24: "DDR3",
  26: "DDR4",
  27: "LPDDR",
  28: "LPDDR2",
  29: "LPDDR3",
  30: "LPDDR4",
  34: "DDR5",
  35: "LPDDR5",
};
/** What WMI made of it before it handed out SMBIOS's own number. */
const CIM_TYPES: Readonly<Record<number, string>> = { 17: "SDRAM", 20: "DDR", 21: "DDR2", 22: "DDR2 FB-DIMM", 24: "DDR3", 26: "DDR4" };
const FORM_FACTORS: Readonly<Record<number, string>> = {
  7: "SIMM",
  8: "DIMM",
  9: "TSOP",
  11: "RIMM",
  12: "SODIMM",
  13: "SRIMM",
  23: "BGA",
};
/** Use of an array: system memory. */
const SYSTEM_MEMORY = 3;

/** The modules, in the order of their slots. */
export function memorySlots(objects: readonly WmiObject[]): MemorySlot[] {
  return objects.map((object) => {
    const speed = object.number("ConfiguredClockSpeed") || object.number("Speed");
    return {
      slot: clean(object.text("DeviceLocator")) || clean(object.text("BankLabel")),
      bytes: object.number("Capacity") ?? 0,
      type: SMBIOS_TYPES[object.number("SMBIOSMemoryType") ?? 0] ?? CIM_TYPES[object.number("MemoryType") ?? 0] ?? "",
      formFactor: FORM_FACTORS[object.number("FormFactor") ?? 0] ?? "",
      ...(speed ? { speed } : {}),
      manufacturer: maker(object.text("Manufacturer")),
      partNumber: maker(object.text("PartNumber")),
      serial: serial(object.text("SerialNumber")),
    };
  });
}

/** Windows does not list empty slots, it only counts all: those that are left have no name. */
export function emptySlots(slots: readonly MemorySlot[], arrays: readonly WmiObject[]): MemorySlot[] {
  if (slots.length === 0) return [];
  const all = arrays
    .filter((array) => array.number("Use") === SYSTEM_MEMORY)
    .reduce((sum, array) => sum + (array.number("MemoryDevices") ?? 0), 0);
  return Array.from({ length: Math.max(0, Math.min(all - slots.length, 64)) }, () => ({ bytes: 0 }));
}
