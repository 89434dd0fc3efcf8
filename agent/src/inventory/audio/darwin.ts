// macOS: audio devices from the profile, once each although microphones and speakers of one device stand apart.
import type { AudioDevice, AudioSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { dicts, text } from "../sources/plist.ts";
import { type Profile, readProfile } from "../sources/profiler.ts";
import { clean, maker } from "../text.ts";

export async function readDarwin(machine: Machine): Promise<AudioSection> {
  return { devices: audioDevices(await readProfile(machine)) };
}

/** Sorted by name. */
function audioDevices(profile: Profile): AudioDevice[] {
  const devices = profile
    .items("SPAudioDataType")
    .flatMap((group) => dicts(group["_items"]))
    .map((item) => ({ name: clean(text(item, "_name")), manufacturer: maker(text(item, "coreaudio_device_manufacturer")) }));
  const byKey = new Map(devices.map((device) => [`${device.name}|${device.manufacturer}`, device]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, device]) => device);
}
