// macOS: physical disks from the profile's buses.
import { DiskHealth, type DisksSection, type PhysicalDisk } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { type PlistDict, positive, text } from "../sources/plist.ts";
import { nested, type Profile, readProfile } from "../sources/profiler.ts";
import { clean, maker, serial } from "../text.ts";

const BUSES = [
  ["SPNVMeDataType", "nvme"],
  ["SPSerialATADataType", "sata"],
  ["SPUSBDataType", "usb"],
  ["SPCardReaderDataType", "sd"],
] as const;
const HEALTH: ReadonlyMap<string, DiskHealth> = new Map([
  ["verified", DiskHealth.DISK_HEALTH_OK],
  ["failing", DiskHealth.DISK_HEALTH_FAILING],
]);

export async function readDarwin(machine: Machine): Promise<DisksSection> {
  return { disks: disksOf(await readProfile(machine)) };
}

/** Sorted by the system's name. Optical drives are none. */
export function disksOf(profile: Profile): PhysicalDisk[] {
  const disks = BUSES.flatMap(([dataType, bus]) =>
    nested(profile.items(dataType))
      .filter(({ item }) => /^disk\d+$/.test(text(item, "bsd_name")) && text(item, "optical_drive_type") === "")
      .map(({ item, inside }) => diskOf(item, inside, bus)),
  );
  return disks.toSorted((a, b) => Number(a.name?.slice(4)) - Number(b.name?.slice(4)));
}

function diskOf(disk: PlistDict, inside: PlistDict, bus: string): PhysicalDisk {
  // A medium on USB is named by the device that carries it when its own entry does not say.
  const of = (...keys: string[]) => text(disk, ...keys) || (bus === "usb" ? text(inside, ...keys) : "");
  const health = HEALTH.get(text(disk, "smart_status").toLowerCase());
  const bytes = positive(disk, "size_in_bytes");
  const model = clean(text(disk, "device_model") || of("_name"));
  return {
    name: text(disk, "bsd_name"),
    manufacturer: maker(of("device_manufacturer", "f_manufacturer", "manufacturer")) || (/^apple\b/i.test(model) ? "Apple" : ""),
    model,
    serial: serial(of("device_serial", "d_serial_num", "serial_num")),
    firmware: clean(text(disk, "device_revision")),
    ...(bytes === undefined ? {} : { bytes }),
    kind: kindOf(disk, bus),
    bus,
    ...(health === undefined ? {} : { health }),
  };
}

function kindOf(disk: PlistDict, bus: string): string {
  if (text(disk, "removable_media") === "yes") return "removable";
  const medium = text(disk, "spsata_medium_type");
  if (bus === "nvme" || medium === "Solid State") return "ssd";
  return medium === "Rotational" ? "hdd" : "";
}
