// Linux: graphics cards from the PCI bus, monitors from the EDID that the kernel keeps for each connector.
import type { GraphicsCard, GraphicsSection, Monitor } from "@vigia/protocol";
import { type Host, isAbsent, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { type PciDevice, pciDevices } from "../sources/pci.ts";
import { clean } from "../text.ts";
import { parseEdid } from "./edid.ts";

const DRM = "/sys/class/drm";

export async function readLinux(machine: Machine): Promise<GraphicsSection> {
  const cards: GraphicsCard[] = [];
  for (const device of await pciDevices(machine, "03")) cards.push(await card(machine.host, device));
  return { cards, monitors: await monitors(machine.host) };
}

async function card(host: Host, device: PciDevice): Promise<GraphicsCard> {
  // amdgpu tells its memory; Intel's cards share the machine's, and the others tell it to their own tools only.
  const memory = await readOptional(host, `/sys/bus/pci/devices/${device.slot}/mem_info_vram_total`);
  const version = device.driver === "" ? undefined : await readOptional(host, `/sys/module/${device.driver}/version`);
  const bytes = Number((memory ?? "").trim());
  return {
    name: device.name,
    manufacturer: device.vendor,
    ...(bytes > 0 ? { memoryBytes: bytes } : {}),
    driverVersion: clean(version),
  };
}

/** One a connector; a monitor that two connectors share (a dock's) is there once. */
async function monitors(host: Host): Promise<Monitor[]> {
  const found = new Map<string, Monitor>();
  for (const connector of await listOptional(host, DRM)) {
    if (!/^card\d+-/.test(connector)) continue;
    const monitor = parseEdid(await edidOf(host, `${DRM}/${connector}/edid`));
    if (monitor === undefined) continue;
    const same = monitor.serial ? `${monitor.manufacturer}|${monitor.name}|${monitor.serial}` : connector;
    if (!found.has(same)) found.set(same, monitor);
  }
  return [...found.values()];
}

/** Empty when nothing is plugged in. */
async function edidOf(host: Host, path: string): Promise<Uint8Array> {
  try {
    return await host.readBytes(path);
  } catch (error) {
    if (isAbsent(error)) return new Uint8Array();
    throw error;
  }
}
