// Linux: mounted volumes as the metrics count them, with what udev knows of their file systems, and whether dm-crypt lies below.
import { Encryption, type Volume, type VolumesSection } from "@vigia/protocol";
import { type MountEntry, parseMountinfo, selectVolumes } from "../../collectors/disk/linux.ts";
import { type Host, linkTarget, listOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { blockBytes, blockName, mapperIds } from "../sources/block.ts";
import { udevProperties } from "../sources/udev.ts";
import { clean } from "../text.ts";

export async function readLinux({ host }: Machine): Promise<VolumesSection> {
  const mounts = selectVolumes(parseMountinfo(await host.readFile("/proc/self/mountinfo")));
  // A container's root is a folder of its host: no volume of its own.
  const volumes = await Promise.all(mounts.filter(({ filesystem }) => filesystem !== "overlay").map((mount) => readVolume(host, mount)));
  return { volumes: volumes.toSorted((a, b) => ((a.mount ?? "") < (b.mount ?? "") ? -1 : 1)) };
}

async function readVolume(host: Host, { mount, source, device, filesystem }: MountEntry): Promise<Volume> {
  const volume: Volume = { mount, device: source, filesystem };
  const name = device.startsWith("0:") ? source.replace(/^\/dev\//, "") : await blockName(host, device);
  // ZFS and its like are not on one device that could be asked.
  if (name === undefined || !(source.startsWith("/dev/") || !device.startsWith("0:"))) return volume;
  const [bytes, udev, ids] = await Promise.all([blockBytes(host, name), udevProperties(host, `b${device}`), mapperIds(host, name)]);
  const uuid = clean(udev.get("ID_FS_UUID")) || (await byLink(host, "uuid", name));
  const label = clean(udev.get("ID_FS_LABEL_ENC")) || (await byLink(host, "label", name));
  return { ...volume, label, uuid, ...(bytes === undefined ? {} : { bytes }), ...encryptionOf(ids, bytes !== undefined) };
}

/** dm-crypt names its mappings "CRYPT-LUKS2-UUID-NAME", or "CRYPT-PLAIN-NAME". */
function encryptionOf(ids: readonly string[], isKnown: boolean): Pick<Volume, "encryption" | "encryptionMethod"> {
  const method = ids.map((id) => /^CRYPT-([A-Z0-9]+)-/.exec(id)?.[1]).find((found) => found !== undefined);
  if (method !== undefined) return { encryption: Encryption.ENCRYPTION_ON, encryptionMethod: method === "PLAIN" ? "dm-crypt" : method };
  return isKnown ? { encryption: Encryption.ENCRYPTION_NONE } : {};
}

/** Name of the link in /dev/disk/by-uuid or by-label that leads to the device; "" without. */
async function byLink(host: Host, kind: "uuid" | "label", name: string): Promise<string> {
  const folder = `/dev/disk/by-${kind}`;
  for (const entry of await listOptional(host, folder))
    if ((await linkTarget(host, `${folder}/${entry}`))?.endsWith(`/${name}`)) return clean(entry);
  return "";
}
