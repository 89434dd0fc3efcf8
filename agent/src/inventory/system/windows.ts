// Maker and chassis of a Windows machine: what SMBIOS told Windows.
import type { SystemSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import { maker, serial } from "../text.ts";
import { chassisKind } from "./chassis.ts";
import { hypervisorOf } from "./hypervisor.ts";
import { windowsTpmKey } from "./tpm-key.ts";

export async function readWindows(machine: Machine): Promise<SystemSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  return windowsSystem(known, keys);
}

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
  const hypervisor = hypervisorOf(manufacturer, model, maker(product?.text("Vendor")));
  const uuid = (product?.text("UUID") ?? "").trim().toLowerCase();
  const code = (enclosure?.list("ChassisTypes") ?? []).map(Number).find((number) => number > 0);
  return {
    manufacturer,
    model,
    serial: serial(bios?.text("SerialNumber")) || serial(product?.text("IdentifyingNumber")) || serial(enclosure?.text("SerialNumber")),
    uuid: /^[0-9a-f-]{36}$/.test(uuid) && !NO_UUID.test(uuid) ? uuid : "",
    assetTag: serial(enclosure?.text("SMBIOSAssetTag")),
    chassis: hypervisor === "" ? chassisKind(code) : "virtual",
    // Only firmware that says who it is proves either.
    ...(manufacturer === "" && hypervisor === "" ? {} : { virtual: hypervisor !== "" }),
    hypervisor,
    tpmKey: windowsTpmKey(keys),
  };
}
