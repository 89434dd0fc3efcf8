// Audio devices of a Windows machine, by WMI.
import type { AudioDevice, AudioSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { wmi } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean, maker } from "../text.ts";

export async function readWindows(machine: Machine): Promise<AudioSection> {
  return { devices: windowsAudio((await wmi(machine)).objects("Win32_SoundDevice")) };
}

/** Sorted by name. */
function windowsAudio(objects: readonly WmiObject[]): AudioDevice[] {
  return objects
    .map((object) => ({
      name: clean(object.text("Name")),
      // "(Generic USB Audio)" stands where no maker is known.
      manufacturer: maker(object.text("Manufacturer").replace(/^\(.*\)$/, "")),
    }))
    .filter(({ name }) => name !== "")
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
