// What udev knows of a device, from its database in /run: models, serial numbers and file systems without asking the device or root.
import { type Host, readOptional } from "../../host/host.ts";

/** Properties by name, e.g. "ID_SERIAL_SHORT". `device` is "b8:0" for a block device or "n2" for a network interface; empty without udev. */
export async function udevProperties(host: Host, device: string): Promise<ReadonlyMap<string, string>> {
  return parseUdev((await readOptional(host, `/run/udev/data/${device}`)) ?? "");
}

/** Lines "E:NAME=VALUE"; udev writes what is no letter as \x20. */
function parseUdev(text: string): Map<string, string> {
  const pairs = [...text.matchAll(/^E:([A-Z0-9_]+)=(.*)$/gm)];
  return new Map(
    pairs.map(([, name = "", value = ""]) => [
      name,
      value.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ]),
  );
}
