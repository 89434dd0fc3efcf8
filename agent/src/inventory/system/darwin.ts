// macOS: maker, model and chassis from the profile. Apple's own virtual machines name themselves in the model.
import type { SystemSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { text } from "../sources/plist.ts";
import { readProfile } from "../sources/profiler.ts";
import { readSysctl } from "../sources/sysctl.ts";
import { clean, serial } from "../text.ts";

const CHASSIS: readonly [RegExp, string][] = [
  [/^(?:mac|power)book|^ibook/i, "laptop"],
  [/^imac/i, "all-in-one"],
  [/^mac ?mini/i, "mini"],
  [/^(?:mac ?studio|mac ?pro|power ?mac)/i, "desktop"],
  [/^xserve/i, "server"],
];
const VIRTUAL: readonly [RegExp, string][] = [
  [/^VirtualMac/i, "apple"],
  [/^VMware/i, "vmware"],
  [/^Parallels/i, "parallels"],
  [/^VirtualBox/i, "virtualbox"],
];

export async function readDarwin(machine: Machine): Promise<SystemSection> {
  const [profile, sysctl] = await Promise.all([readProfile(machine), readSysctl(machine)]);
  const [hardware = {}] = profile.items("SPHardwareDataType");
  const model = clean(text(hardware, "machine_model"));
  const name = clean(text(hardware, "machine_name"));
  const hypervisor = VIRTUAL.find(([sign]) => sign.test(model))?.[1] ?? "";
  // A processor under a hypervisor says so; Apple's own processors do not.
  const virtual = hypervisor !== "" || /\bVMM\b/.test(sysctl.get("machdep.cpu.features") ?? "");
  return {
    manufacturer: "Apple Inc.",
    model: name && model ? `${name} (${model})` : model || name,
    serial: serial(text(hardware, "serial_number")),
    uuid: clean(text(hardware, "platform_UUID")).toLowerCase(),
    chassis: virtual ? "virtual" : (CHASSIS.find(([sign]) => sign.test(name) || sign.test(model))?.[1] ?? "other"),
    virtual,
    hypervisor,
  };
}
