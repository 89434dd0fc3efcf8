// Physical disks of a Windows machine: the drives, what the storage subsystem knows of them, and what SMART says.
import { DiskHealth, type DisksSection, type PhysicalDisk } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { type Wmi, wmi } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean, maker, serial } from "../text.ts";

export async function readWindows(machine: Machine): Promise<DisksSection> {
  return { disks: windowsDisks(await wmi(machine)) };
}

/** MSFT_PhysicalDisk, MediaType. */
const KINDS: Readonly<Record<number, string>> = { 3: "hdd", 4: "ssd", 5: "ssd" };
/** MSFT_PhysicalDisk, BusType. */
const BUSES: Readonly<Record<number, string>> = {
  1: "scsi",
  3: "ata",
  7: "usb",
  8: "raid",
  9: "iscsi",
  10: "sas",
  11: "sata",
  12: "sd",
  13: "mmc",
  17: "nvme",
};
/** MSFT_PhysicalDisk, HealthStatus: 0 healthy, 1 warning, 2 unhealthy. */
const HEALTHY = 0;
const HUNDRED = 100;

/** One a drive, in the order of their numbers. */
export function windowsDisks(known: Wmi): PhysicalDisk[] {
  const physical = new Map(known.optional("MSFT_PhysicalDisk").map((disk) => [disk.text("DeviceId"), disk]));
  const wear = new Map(known.optional("MSFT_StorageReliabilityCounter").map((counter) => [counter.text("DeviceId"), counter]));
  return known
    .objects("Win32_DiskDrive")
    .map((drive) => {
      const number = drive.text("Index") || (/\d+$/.exec(drive.text("DeviceID"))?.[0] ?? "");
      return { number: Number(number), disk: oneDisk(drive, physical.get(number), wear.get(number), known) };
    })
    .toSorted((a, b) => a.number - b.number)
    .map(({ disk }) => disk);
}

function oneDisk(drive: WmiObject, physical: WmiObject | undefined, wear: WmiObject | undefined, known: Wmi): PhysicalDisk {
  const bytes = drive.number("Size");
  const hours = wear?.number("PowerOnHours");
  const used = wear?.number("Wear");
  const reallocated = reallocatedSectors(ofDrive(drive, known.optional("MSStorageDriver_ATAPISmartData")));
  const removable = /removable/i.test(drive.text("MediaType")) && drive.text("InterfaceType") === "USB";
  const bus =
    BUSES[physical?.number("BusType") ?? 0] ?? (drive.text("InterfaceType") === "HDC" ? "" : drive.text("InterfaceType").toLowerCase());
  return {
    name: drive.text("DeviceID").replace(/^\\+\.\\+/, ""),
    // "(Standard disk drives)", in the system's language, stands where no maker is known.
    manufacturer: maker(physical?.text("Manufacturer")) || maker(drive.text("Manufacturer").replace(/^\(.*\)$/, "")),
    model: clean(drive.text("Model")),
    serial: diskSerial(drive.text("SerialNumber")) || diskSerial(physical?.text("SerialNumber") ?? ""),
    firmware: clean(drive.text("FirmwareRevision")) || clean(physical?.text("FirmwareVersion")),
    ...(bytes ? { bytes } : {}),
    kind: removable ? "removable" : (KINDS[physical?.number("MediaType") ?? 0] ?? (bus === "nvme" ? "ssd" : "")),
    bus,
    ...health(ofDrive(drive, known.optional("MSStorageDriver_FailurePredictStatus")), physical),
    ...(used === undefined ? {} : { wearPercent: used }),
    ...(hours ? { poweredHours: Math.floor(hours / HUNDRED) * HUNDRED } : {}),
    ...(reallocated === undefined ? {} : { reallocatedSectors: reallocated }),
  };
}

/** The object whose InstanceName is the drive's plug and play name with a number behind it. */
function ofDrive(drive: WmiObject, objects: readonly WmiObject[]): WmiObject | undefined {
  const name = drive.text("PNPDeviceID").toLowerCase();
  return name === "" ? undefined : objects.find((object) => object.text("InstanceName").toLowerCase().startsWith(name));
}

function health(predicted: WmiObject | undefined, physical: WmiObject | undefined): Pick<PhysicalDisk, "health" | "healthReason"> {
  const fails = predicted?.flag("PredictFailure");
  const status = physical?.number("HealthStatus");
  if (fails === true) return { health: DiskHealth.DISK_HEALTH_FAILING, healthReason: "SMART predicts a failure" };
  if (status === 2) return { health: DiskHealth.DISK_HEALTH_FAILING, healthReason: "Windows calls the disk unhealthy" };
  if (status === 1) return { health: DiskHealth.DISK_HEALTH_FAILING, healthReason: "Windows warns of the disk" };
  return fails === false || status === HEALTHY ? { health: DiskHealth.DISK_HEALTH_OK } : {};
}

/** Vista and older print each pair of characters as hexadecimal digits, swapped; NVMe drives end theirs with a point. */
export function diskSerial(text: string): string {
  const bare = text.trim();
  if (!/^(?:[0-9a-f]{4}){8,}$/i.test(bare)) return serial(bare.replace(/\.$/, ""));
  const characters = Buffer.from(bare, "hex").swap16().toString("latin1");
  return /^[\x20-\x7e]+$/.test(characters) ? serial(characters) : serial(bare);
}

const REALLOCATED = 5;
const FIRST_ATTRIBUTE = 2;
const ATTRIBUTE_BYTES = 12;
const ATTRIBUTES = 30;

/** Raw value of SMART attribute 5 in the drive's own 512 bytes; undefined when it has none. */
export function reallocatedSectors(smart: WmiObject | undefined): number | undefined {
  const bytes = (smart?.list("VendorSpecific") ?? []).map(Number);
  for (let index = 0; index < ATTRIBUTES; index += 1) {
    const at = FIRST_ATTRIBUTE + index * ATTRIBUTE_BYTES;
    if (bytes[at] === REALLOCATED) return (bytes[at + 5] ?? 0) + (bytes[at + 6] ?? 0) * 0x100 + (bytes[at + 7] ?? 0) * 0x10000;
  }
  return undefined;
}
