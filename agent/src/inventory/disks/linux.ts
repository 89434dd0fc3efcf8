// Linux: disks in /sys/block with what udev noted of them, and SMART where smartctl is installed and we are root.
import type { DisksSection, PhysicalDisk } from "@vigia/protocol";
import { execOptional, isAbsent, linkTarget, listOptional, readOptional } from "../../host/host.ts";
import { type Machine, ReadInPart } from "../reader.ts";
import { blockBytes } from "../sources/block.ts";
import { udevProperties } from "../sources/udev.ts";
import { clean, maker, serial } from "../text.ts";
import { parseSmartctl, type SmartFacts } from "./smartctl.ts";

/** Block devices that are no disks: images, memory, mappings, optical and floppy drives, a flash chip's boot areas. */
const NO_DISK = /^(?:loop|ram|zram|dm-|md|nbd|rbd|drbd|sr|fd|mtdblock|zd)\d|^mmcblk\d+(?:boot|rpmb)|^nvme\d+c\d+n/;
/** Disks that exist only in software have no SMART. */
const NO_SMART = new Set(["virtio", "vmbus", "xen"]);
const SMART_OPTIONS = ["-i", "-H", "-A"];

export async function readLinux(machine: Machine): Promise<DisksSection> {
  const names = (await listOptional(machine.host, "/sys/block")).filter((name) => !NO_DISK.test(name));
  const found = await Promise.all(names.map((name) => readDisk(machine, name)));
  const disks = found.flatMap(({ disk }) => (disk === undefined ? [] : [disk]));
  if (found.some(({ denied }) => denied)) throw new ReadInPart("Only root may read what SMART says of the disks.", { disks });
  return { disks };
}

/** `denied`: smartctl is there and did not work. A drive without a medium is no disk. */
async function readDisk(machine: Machine, name: string): Promise<{ disk?: PhysicalDisk; denied: boolean }> {
  const { host } = machine;
  const at = `/sys/block/${name}`;
  const [bytes, numbers, link, removable, rotational] = await Promise.all([
    blockBytes(host, name),
    readOptional(host, `${at}/dev`),
    linkTarget(host, at),
    readOptional(host, `${at}/removable`),
    readOptional(host, `${at}/queue/rotational`),
  ]);
  if (bytes === undefined) return { denied: false };
  const [vendor, model, number, revision, firmware] = await Promise.all(
    ["vendor", "model", "serial", "rev", "firmware_rev"].map((file) => readOptional(host, `${at}/device/${file}`)),
  );
  const udev = await udevProperties(host, `b${clean(numbers)}`);
  const bus = busOf(link ?? "", name, udev);
  const smart = NO_SMART.has(bus) ? undefined : await readSmart(machine, name);
  const spins = clean(rotational) === "1";
  const disk: PhysicalDisk = {
    name,
    manufacturer: vendorOf(vendor, udev),
    model: maker(udev.get("ID_MODEL_ENC")) || maker(model) || maker(udev.get("ID_MODEL")),
    serial:
      serial(udev.get("ID_SCSI_SERIAL")) ||
      serial(udev.get("ID_SERIAL_SHORT")) ||
      serial(number) ||
      serial(await virtioSerial(machine, name)),
    firmware: clean(firmware) || clean(revision) || clean(udev.get("ID_REVISION")),
    bytes,
    // Virtual disks claim to spin; that says nothing.
    kind: clean(removable) === "1" ? "removable" : NO_SMART.has(bus) ? "" : spins ? "hdd" : "ssd",
    bus,
  };
  return { disk: { ...disk, ...known(smart?.facts, disk) }, denied: smart?.denied ?? false };
}

/** smartctl knows better but for the size and what udev told already. */
function known(facts: SmartFacts | undefined, disk: PhysicalDisk): SmartFacts {
  if (facts === undefined) return {};
  const { bytes: _, bus, kind, manufacturer, ...rest } = facts;
  return {
    ...rest,
    ...(bus === undefined ? {} : { bus }),
    ...(kind === undefined || disk.kind === "removable" ? {} : { kind }),
    ...(manufacturer === undefined || disk.manufacturer !== "" ? {} : { manufacturer }),
  };
}

/** The kernel writes "ATA" for every SATA disk. */
function vendorOf(vendor: string | undefined, udev: ReadonlyMap<string, string>): string {
  return [vendor, udev.get("ID_VENDOR")].map(maker).find((name) => name !== "" && name !== "ATA" && !/^0x/.test(name)) ?? "";
}

async function virtioSerial({ host }: Machine, name: string): Promise<string | undefined> {
  return readOptional(host, `/sys/block/${name}/serial`);
}

/** By the disk's place in sysfs, e.g. ".../pci0000:00/0000:00:1f.2/ata1/host0/target0:0:0/0:0:0:0/block/sda". */
function busOf(link: string, name: string, udev: ReadonlyMap<string, string>): string {
  const signs: readonly [RegExp, string][] = [
    [/\/nvme\//, "nvme"],
    [/\/usb\d/, "usb"],
    [/\/virtio\d/, "virtio"],
    [/\/(?:VMBUS|vmbus)/, "vmbus"],
    [/\/ata\d/, "sata"],
    [/\/end_device-|\/expander-/, "sas"],
    [/\/mmc_host\//, "mmc"],
    [/\/(?:vbd-|xen)/, "xen"],
    [/\/host\d/, "scsi"],
  ];
  const found = signs.find(([sign]) => sign.test(link))?.[1] ?? "";
  if (found !== "") return found;
  if (name.startsWith("vd")) return "virtio";
  return name.startsWith("hd") ? "ide" : udev.get("ID_BUS") === "ata" ? "sata" : "";
}

/** smartctl also ends with other numbers than 0, one bit for each thing that is wrong with the disk: what it printed counts. */
async function readSmart({ host, signal }: Machine, name: string): Promise<{ facts?: SmartFacts; denied: boolean } | undefined> {
  const text = await execOptional(host, "smartctl", [...SMART_OPTIONS, `/dev/${name}`], signal).catch((error: unknown) => {
    if (signal.aborted || isAbsent(error)) throw error;
    const printed: unknown = error instanceof Error ? Reflect.get(error, "stdout") : undefined;
    return typeof printed === "string" ? printed : "";
  });
  if (text === undefined) return undefined;
  return { facts: parseSmartctl(text), denied: /permission denied|operation not permitted/i.test(text) };
}
