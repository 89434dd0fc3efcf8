// What smartctl prints of a disk (-i -H -A), of any of its versions: ATA attributes, SCSI and NVMe logs.
import { DiskHealth, type PhysicalDisk } from "@vigia/protocol";
import { clean, maker, serial } from "../text.ts";

/** Raw values that a sane disk may have; some disks pack several numbers into one. */
const MAX_HOURS = 1_000_000;
const MAX_SECTORS = 10_000_000;
const ATTRIBUTE = /^\s*(\d+)\s+(\S+)\s+0x[0-9a-f]+\s+(\d+)\s+\d+\s+(\S+)\s+\S+\s+\S+\s+(\S+)\s+(\d+)/gim;
/** Attributes whose normalized value counts down from 100 as an SSD wears. */
const WEAR_LEFT = new Set([169, 177, 202, 231, 233]);

/** Facts that smartctl adds to a disk; what it does not tell is absent. */
export type SmartFacts = Partial<
  Pick<
    PhysicalDisk,
    | "manufacturer"
    | "model"
    | "serial"
    | "firmware"
    | "bytes"
    | "kind"
    | "bus"
    | "health"
    | "healthReason"
    | "wearPercent"
    | "poweredHours"
    | "reallocatedSectors"
  >
>;

/** All facts of one disk's report. */
export function parseSmartctl(text: string): SmartFacts {
  const field = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = new RegExp(`^${name}:[ \\t]+(\\S.*)$`, "im").exec(text)?.[1];
      if (value !== undefined) return value.trim();
    }
    return undefined;
  };
  // Digits are grouped as the machine's language does it, also by spaces that do not break; the rounded size in brackets follows.
  const capacity = field("User Capacity", "Total NVM Capacity", "Namespace 1 Size/Capacity")?.split(/bytes|\[/i)[0];
  const bytes = Number(capacity?.replace(/\D/g, ""));
  return {
    ...some("manufacturer", maker(field("Vendor"))),
    ...some("model", maker(field("Device Model", "Model Number", "Product"))),
    ...some("serial", serial(field("Serial Number"))),
    ...some("firmware", clean(field("Firmware Version", "Revision"))),
    ...(bytes > 0 && Number.isSafeInteger(bytes) ? { bytes } : {}),
    ...some("kind", kindOf(field("Rotation Rate"), field("NVMe Version"))),
    ...some("bus", busOf(field("Transport protocol"), field("SATA Version is"), field("NVMe Version"))),
    ...healthOf(text, field("SMART overall-health self-assessment test result"), field("SMART Health Status")),
    ...countersOf(text, field("Percentage Used"), field("Power On Hours", "Accumulated power on time, hours:minutes")),
  };
}

function some<Name extends string>(name: Name, value: string): { [Key in Name]?: string } {
  return value === "" ? {} : ({ [name]: value } as { [Key in Name]: string });
}

function kindOf(rotation: string | undefined, nvme: string | undefined): string {
  if (nvme !== undefined || /solid state/i.test(rotation ?? "")) return "ssd";
  return /^\d+ rpm/i.test(rotation ?? "") ? "hdd" : "";
}

function busOf(transport: string | undefined, sata: string | undefined, nvme: string | undefined): string {
  if (nvme !== undefined) return "nvme";
  if (/^sas/i.test(transport ?? "")) return "sas";
  return sata === undefined ? "" : "sata";
}

function healthOf(text: string, ata: string | undefined, scsi: string | undefined): Pick<SmartFacts, "health" | "healthReason"> {
  const said = ata ?? scsi;
  if (said === undefined) return {};
  if (/^(?:passed|ok)\b/i.test(said)) return { health: DiskHealth.DISK_HEALTH_OK };
  const attributes = [...text.matchAll(ATTRIBUTE)].filter(([, , , , , failed]) => /^(?:FAILING_NOW|NOW)$/i.test(failed ?? ""));
  const named = attributes.map(([, , name = ""]) => name.replaceAll("_", " "));
  return { health: DiskHealth.DISK_HEALTH_FAILING, healthReason: clean(named.length > 0 ? named.join(", ") : said) };
}

function countersOf(text: string, used: string | undefined, hoursText: string | undefined) {
  const attributes = new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, id, , value, , , raw]) => [Number(id), { value: Number(value), raw: Number(raw) }]),
  );
  const hours = attributes.get(9)?.raw ?? Number(/^[\d.,]+/.exec(hoursText ?? "")?.[0]?.replace(/\D/g, ""));
  const sectors = attributes.get(5)?.raw;
  const left = [...attributes].find(([id, { value }]) => WEAR_LEFT.has(id) && value <= 100)?.[1].value;
  const percent = /^(\d+)%/.exec(used ?? "")?.[1];
  const wear = percent === undefined ? (left === undefined || !/Solid State/i.test(text) ? undefined : 100 - left) : Number(percent);
  return {
    ...(hours >= 0 && hours < MAX_HOURS ? { poweredHours: Math.floor(hours / 100) * 100 } : {}),
    ...(sectors !== undefined && sectors < MAX_SECTORS ? { reallocatedSectors: sectors } : {}),
    ...(wear === undefined ? {} : { wearPercent: wear }),
  };
}
