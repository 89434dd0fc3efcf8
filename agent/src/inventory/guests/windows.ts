// Guests of a Hyper-V host, by its own WMI classes.
import type { Guest, GuestsSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { type Wmi, wmi } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";

export async function readWindows(machine: Machine): Promise<GuestsSection> {
  return { guests: hyperVGuests(await wmi(machine)) };
}

/** Msvm_ComputerSystem, EnabledState. */
const STATES: Readonly<Record<number, string>> = {
  2: "running",
  3: "stopped",
  6: "stopped",
  9: "paused",
  32768: "paused",
  32769: "paused",
};
const GUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;
const MIB = 1_048_576;

/** Guests sorted by name. The host is one of the class's objects as well; its name is no id. */
export function hyperVGuests(known: Wmi): Guest[] {
  return known
    .objects("Msvm_ComputerSystem")
    .filter((object) => GUID.test(object.text("Name")))
    .map((object): Guest => {
      const id = object.text("Name");
      const memory = quantity(known.optional("Msvm_MemorySettingData"), id);
      const processors = quantity(known.optional("Msvm_ProcessorSettingData"), id);
      return {
        name: clean(object.text("ElementName")),
        uuid: id.toLowerCase(),
        state: STATES[object.number("EnabledState") ?? 0] ?? "other",
        hypervisor: "hyper-v",
        ...(memory ? { memoryBytes: memory * MIB } : {}),
        ...(processors ? { processors } : {}),
      };
    })
    .toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}

/** Settings in force carry the guest's id ("Microsoft:ID\..."); those of checkpoints carry the checkpoint's. */
function quantity(objects: readonly WmiObject[], id: string): number | undefined {
  const start = `microsoft:${id.toLowerCase()}\\`;
  return objects.find((object) => object.text("InstanceID").toLowerCase().startsWith(start))?.number("VirtualQuantity");
}
