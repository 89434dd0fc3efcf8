// Linux: the firmware's own words by sysfs, a board's device tree where there is no such firmware, and what containers leave as signs.
import type { SystemSection } from "@vigia/protocol";
import { readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dmiFact, dmiTable } from "../sources/dmi.ts";
import { clean, maker, serial } from "../text.ts";
import { chassisKind } from "./chassis.ts";
import { hypervisorOf } from "./hypervisor.ts";

/** No TPM key: the kernel shows none of a TPM 2.0 as a file, and talking to the chip is left to what manages it. */
export async function readLinux(machine: Machine): Promise<SystemSection> {
  const [vendor, product, version, number, uuid, tag, chassisTag, type] = await Promise.all([
    dmiFact(machine, "sys_vendor"),
    dmiFact(machine, "product_name"),
    dmiFact(machine, "product_version"),
    dmiFact(machine, "product_serial"),
    dmiFact(machine, "product_uuid"),
    dmiFact(machine, "board_asset_tag"),
    dmiFact(machine, "chassis_asset_tag"),
    dmiFact(machine, "chassis_type"),
  ]);
  if (vendor === undefined && product === undefined) {
    const virtual = await readVirtual(machine, "");
    return { ...(await readDeviceTree(machine)), ...virtual, chassis: virtual.virtual ? "virtual" : "" };
  }
  const manufacturer = maker(vendor);
  const virtual = await readVirtual(machine, hypervisorOf(manufacturer, maker(product), maker(version)));
  return {
    manufacturer,
    model: modelOf(manufacturer, maker(product), maker(version)),
    serial: serial(number) || serial(await chassisSerial(machine)),
    uuid: clean(uuid).toLowerCase(),
    assetTag: serial(chassisTag) || serial(tag),
    chassis: virtual.virtual ? "virtual" : chassisKind(type === undefined ? undefined : Number(type)),
    ...virtual,
  };
}

/** Lenovo writes the name that people know ("ThinkPad T14") where others write a version. */
function modelOf(manufacturer: string, product: string, version: string): string {
  return /^lenovo$/i.test(manufacturer) && /[a-z]{3}/i.test(version) ? `${version} (${product})` : product;
}

async function chassisSerial(machine: Machine): Promise<string | undefined> {
  return (await dmiTable(machine))?.find(({ type }) => type === 3)?.fields.get("Serial Number");
}

/** Boards without SMBIOS: "Raspberry Pi 4 Model B Rev 1.4". */
async function readDeviceTree({ host }: Machine): Promise<SystemSection> {
  const [model, number] = await Promise.all(
    ["model", "serial-number"].map((name) => readOptional(host, `/sys/firmware/devicetree/base/${name}`)),
  );
  return { model: maker(model?.replaceAll("\0", "")), serial: serial(number?.replaceAll("\0", "")) };
}

async function readVirtual({ host }: Machine, byFirmware: string): Promise<{ virtual?: boolean; hypervisor: string }> {
  const [container, docker, podman, xen, cpuinfo, release] = await Promise.all(
    [
      "/run/systemd/container",
      "/.dockerenv",
      "/run/.containerenv",
      "/sys/hypervisor/type",
      "/proc/cpuinfo",
      "/proc/sys/kernel/osrelease",
    ].map((path) => readOptional(host, path)),
  );
  const named = clean(container) || (docker === undefined ? "" : "docker") || (podman === undefined ? "" : "podman");
  if (named !== "") return { virtual: true, hypervisor: named };
  if (/microsoft/i.test(release ?? "")) return { virtual: true, hypervisor: "wsl" };
  if (byFirmware !== "") return { virtual: true, hypervisor: byFirmware };
  if (clean(xen) === "xen") return { virtual: true, hypervisor: "xen" };
  // Every hypervisor on x86 sets this flag; other processors do not tell.
  if (/^flags\s*:.*\bhypervisor\b/m.test(cpuinfo ?? "")) return { virtual: true, hypervisor: "" };
  return /^flags\s*:/m.test(cpuinfo ?? "") ? { virtual: false, hypervisor: "" } : { hypervisor: "" };
}
