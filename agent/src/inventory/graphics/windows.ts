// Graphics cards and monitors of a Windows machine.
import type { GraphicsCard, GraphicsSection, Monitor } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { wmi } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean, maker, serial } from "../text.ts";
import { parseEdid } from "./edid.ts";
import { MONITOR_MAKERS } from "./monitor-makers.ts";

export async function readWindows(machine: Machine): Promise<GraphicsSection> {
  const [known, keys] = await Promise.all([wmi(machine), registry(machine)]);
  return {
    cards: graphicsCards(known.objects("Win32_VideoController"), keys),
    monitors: monitors(known.optional("WmiMonitorID"), keys),
  };
}

/** Mirrors of remote sessions are no cards. */
const MIRROR = /remote display|basic render|mirror|meta virtual|dameware|logmein|radmin/i;

/** Cards sorted by name. WMI counts memory in 32 bits, so the driver's own number in the registry comes first. */
export function graphicsCards(objects: readonly WmiObject[], keys: Registry): GraphicsCard[] {
  return objects
    .filter((object) => !MIRROR.test(object.text("Name")))
    .map((object): GraphicsCard => {
      const memory = driverMemory(object, keys) ?? object.number("AdapterRAM");
      return {
        name: clean(object.text("Name")),
        // "(Standard display types)" stands where no maker is known.
        manufacturer: maker(object.text("AdapterCompatibility").replace(/^\(.*\)$/, "")),
        ...(memory ? { memoryBytes: memory } : {}),
        driverVersion: clean(object.text("DriverVersion")),
      };
    })
    .toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}

function driverMemory(object: WmiObject, keys: Registry): number | undefined {
  // Drivers that were replaced leave their key behind; the one with this version is asked first.
  const version = object.text("DriverVersion");
  const cards = keys
    .below(KEYS.displayCards)
    .filter((key) => key.text("DriverDesc") === object.text("Name"))
    .toSorted((a, b) => Number(b.text("DriverVersion") === version) - Number(a.text("DriverVersion") === version));
  for (const key of cards) {
    const value = key.values.get("hardwareinformation.qwmemorysize");
    if (value === undefined) continue;
    const bytes =
      value.type === "REG_BINARY"
        ? littleEndian(key.bytes("HardwareInformation.qwMemorySize"))
        : key.number("HardwareInformation.qwMemorySize");
    if (bytes !== undefined && bytes > 0) return bytes;
  }
  return undefined;
}

function littleEndian(bytes: Uint8Array): number {
  return bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);
}

/** Monitors that are connected, with what their EDID says where Windows kept it; sorted by name and serial number. */
function monitors(objects: readonly WmiObject[], keys: Registry): Monitor[] {
  const found = objects.map((object) => {
    // "DISPLAY\DEL4078\5&2a0b9a1&0&UID4352_0" stands for the registry's key without its last number.
    const instance = object
      .text("InstanceName")
      .replace(/_\d+$/, "")
      .replace(/^DISPLAY\\/i, "");
    const edid = keys.key(`${KEYS.displays}\\${instance}\\Device Parameters`)?.bytes("EDID");
    return (edid && parseEdid(edid)) ?? told(object);
  });
  const key = (monitor: Monitor) => `${monitor.name ?? ""}\u0000${monitor.serial ?? ""}`;
  return found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function told(object: WmiObject): Monitor {
  const letters = clean(object.characters("ManufacturerName"));
  const year = object.number("YearOfManufacture");
  return {
    name: clean(object.characters("UserFriendlyName")),
    manufacturer: MONITOR_MAKERS.get(letters) ?? letters,
    serial: serial(object.characters("SerialNumberID")),
    ...(year ? { year } : {}),
  };
}
