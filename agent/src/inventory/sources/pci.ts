// What sits on the PCI bus, by sysfs, and what it is called, by the system's copy of pci.ids. No lspci.
import { linkTarget, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { clean } from "../text.ts";

const BUS = "/sys/bus/pci/devices";
/** Debian and its kin, Red Hat and its kin, others. */
const ID_FILES = ["/usr/share/misc/pci.ids", "/usr/share/hwdata/pci.ids", "/usr/share/pci.ids"];

export interface PciDevice {
  /** E.g. "0000:00:02.0". */
  readonly slot: string;
  /** Six hexadecimal digits: class, subclass, interface, e.g. "030000". */
  readonly deviceClass: string;
  /** Four hexadecimal digits. */
  readonly vendorId: string;
  readonly deviceId: string;
  /** Maker's name; "" when nothing on the machine knows it. */
  readonly vendor: string;
  /** Model; the two ids when nothing on the machine knows it. */
  readonly name: string;
  /** Kernel driver; "" without one. */
  readonly driver: string;
}

/** Devices whose class begins with `prefix`, e.g. "03" for displays, in order of their slots. */
export async function pciDevices(machine: Machine, prefix: string): Promise<PciDevice[]> {
  const { host } = machine;
  const devices: PciDevice[] = [];
  for (const slot of await listOptional(host, BUS)) {
    const deviceClass = await hex(machine, slot, "class");
    if (!deviceClass.startsWith(prefix)) continue;
    const [vendorId, deviceId, ids, driver] = await Promise.all([
      hex(machine, slot, "vendor"),
      hex(machine, slot, "device"),
      machine.once("pci.ids", () => idFile(machine)),
      linkTarget(host, `${BUS}/${slot}/driver`),
    ]);
    devices.push({ slot, deviceClass, vendorId, deviceId, ...pciNames(ids, vendorId, deviceId), driver: driver?.split("/").at(-1) ?? "" });
  }
  return devices;
}

/** Names of a vendor and its device in the text of pci.ids. */
function pciNames(ids: string, vendorId: string, deviceId: string): { vendor: string; name: string } {
  const start = `\n${ids}`.indexOf(`\n${vendorId}  `);
  const unknown = `[${vendorId}:${deviceId}]`;
  if (start === -1) return { vendor: VENDORS.get(vendorId) ?? "", name: unknown };
  const vendor = lineAt(ids, start).slice(6);
  // The vendor's devices are the lines up to the next one that is neither indented nor a comment.
  const end = /\n[^\t#\n]/g;
  end.lastIndex = start + 1;
  const section = ids.slice(start, end.exec(ids)?.index ?? ids.length);
  const at = section.indexOf(`\n\t${deviceId}  `);
  return { vendor: clean(vendor), name: at === -1 ? unknown : clean(lineAt(section, at + 1).slice(7)) };
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}

async function idFile({ host }: Machine): Promise<string> {
  for (const path of ID_FILES) {
    const text = await readOptional(host, path);
    if (text !== undefined) return text;
  }
  return "";
}

async function hex({ host }: Machine, slot: string, file: string): Promise<string> {
  const text = await readOptional(host, `${BUS}/${slot}/${file}`);
  return (text ?? "").trim().replace(/^0x/, "").toLowerCase();
}

/** Makers of what servers and virtual machines have, for systems without pci.ids. */
const VENDORS: ReadonlyMap<string, string> = new Map([
  ["1002", "AMD"],
  ["1013", "Cirrus Logic"],
  ["102b", "Matrox"],
  ["10de", "NVIDIA"],
  ["1234", "QEMU"],
  ["1414", "Microsoft"],
  ["15ad", "VMware"],
  ["1a03", "ASPEED"],
  ["1af4", "Red Hat"],
  ["1b36", "Red Hat"],
  ["8086", "Intel"],
  ["80ee", "VirtualBox"],
]);
