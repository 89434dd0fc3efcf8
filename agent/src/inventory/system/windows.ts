// Maker and chassis of a Windows machine: what SMBIOS told Windows.
import type { SystemSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import { maker, serial } from "../text.ts";

export async function readWindows(machine: Machine): Promise<SystemSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  return windowsSystem(known, keys);
}

/** By SMBIOS type of chassis; what is absent is "other". */
const CHASSIS: ReadonlyMap<number, string> = new Map([
  ...[3, 4, 5, 6, 7, 15, 16].map((code): [number, string] => [code, "desktop"]),
  ...[8, 9, 10, 14].map((code): [number, string] => [code, "laptop"]),
  [13, "all-in-one"],
  [17, "server"],
  [23, "server"],
  [28, "blade"],
  [29, "blade"],
  [30, "tablet"],
  [31, "laptop"],
  [32, "tablet"],
  [35, "mini"],
  [36, "mini"],
]);

/** What hypervisors write where makers write their name. */
const HYPERVISORS: readonly [RegExp, string][] = [
  [/wine project|^wine$/i, "wine"],
  [/vmware/i, "vmware"],
  [/innotek|virtualbox/i, "virtualbox"],
  [/microsoft corporation virtual machine/i, "hyper-v"],
  [/parallels/i, "parallels"],
  [/\bxen\b|hvm domu/i, "xen"],
  [/qemu|\bkvm\b|proxmox|ovirt|rhev|openstack|google compute engine|amazon ec2|nutanix ahv/i, "kvm"],
];
/** Sent by firmware that has no UUID of its own. */
const NO_UUID = /^(?:0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12}|03000200-0400-0500-0006-000700080009)$/;

/** The section from what WMI answered, or from the registry's copy of the firmware's tables. */
export function windowsSystem(known: Wmi, keys: Registry): SystemSection {
  const [computer] = known.optional("Win32_ComputerSystem");
  const [product] = known.optional("Win32_ComputerSystemProduct");
  const [enclosure] = known.optional("Win32_SystemEnclosure");
  const [bios] = known.optional("Win32_BIOS");
  const firmware = keys.key(KEYS.firmware);
  const manufacturer =
    maker(computer?.text("Manufacturer")) || maker(product?.text("Vendor")) || maker(firmware?.text("SystemManufacturer"));
  const lenovo = /^lenovo$/i.test(manufacturer);
  // Lenovo writes the machine type where others write the model, and the model where others write its version.
  const named = lenovo ? maker(product?.text("Version")) : "";
  const model = named || maker(computer?.text("Model")) || maker(product?.text("Name")) || maker(firmware?.text("SystemProductName"));
  const told = `${computer?.text("Manufacturer") ?? ""} ${computer?.text("Model") ?? ""} ${product?.text("Vendor") ?? ""} ${manufacturer} ${model}`;
  const hypervisor = HYPERVISORS.find(([pattern]) => pattern.test(told))?.[1] ?? "";
  const uuid = (product?.text("UUID") ?? "").trim().toLowerCase();
  const codes = (enclosure?.list("ChassisTypes") ?? []).map(Number).filter((code) => code > 0);
  const chassis = hypervisor !== "" ? "virtual" : codes[0] === undefined ? "" : (CHASSIS.get(codes[0]) ?? "other");
  return {
    manufacturer,
    model,
    serial: serial(bios?.text("SerialNumber")) || serial(product?.text("IdentifyingNumber")) || serial(enclosure?.text("SerialNumber")),
    uuid: /^[0-9a-f-]{36}$/.test(uuid) && !NO_UUID.test(uuid) ? uuid : "",
    assetTag: serial(enclosure?.text("SMBIOSAssetTag")),
    chassis,
    // Only firmware that says who it is proves either.
    ...(manufacturer === "" && hypervisor === "" ? {} : { virtual: hypervisor !== "" }),
    hypervisor,
  };
}
