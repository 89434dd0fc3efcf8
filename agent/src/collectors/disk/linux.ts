// Linux: which entries of /proc/self/mountinfo are volumes, and whether their disk is removable.
import { type Host, linkTarget, readOptional } from "../../host/host.ts";
import { createWhileSame } from "../while-same.ts";
import type { Mount } from "./mount.ts";

/** One line of mountinfo, as far as it matters here. */
export interface MountEntry {
  /** Kernel's number of the device, "major:minor". */
  readonly device: string;
  readonly mount: string;
  readonly filesystem: string;
  /** What was mounted, e.g. "/dev/sda1". */
  readonly source: string;
  readonly readOnly: boolean;
}

/** Reads the kernel's list each time, and looks at it only when it has changed. */
export function createLinuxList(): (host: Host) => Promise<readonly Mount[]> {
  const whileSame = createWhileSame<Mount[]>();
  return async (host) => {
    const text = await host.readFile("/proc/self/mountinfo");
    return whileSame(text, () => {
      const entries = selectVolumes(parseMountinfo(text));
      return Promise.all(entries.map(async (entry) => ({ ...entry, path: entry.mount, removable: await isRemovable(host, entry) })));
    });
  };
}

/** Lines look like: `27 1 254:0 / /mnt/a\040b rw,relatime shared:1 - ext4 /dev/vda rw,discard`. Lines that do not are left out. */
export function parseMountinfo(text: string): MountEntry[] {
  const entries: MountEntry[] = [];
  for (const line of text.split("\n")) {
    const [left = "", right = ""] = line.split(" - ", 2);
    const [, , device, , mount, options] = left.split(" ");
    const [filesystem, source, superOptions] = right.split(" ");
    if (device === undefined || mount === undefined || options === undefined || filesystem === undefined || source === undefined) continue;
    const readOnly = [options, superOptions ?? ""].some((list) => list.split(",").includes("ro"));
    entries.push({ device, mount: decode(mount), filesystem, source: decode(source), readOnly });
  }
  return entries;
}

/** The kernel writes space, tab, newline, backslash and # as octal. */
function decode(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** File systems that span several devices (or raw flash) and so have no block device's number. Others without one are not on a disk. */
const WITHOUT_DEVICE_NUMBER = new Set(["btrfs", "zfs", "bcachefs", "ubifs"]);
/** Images that are full by nature: snaps, live systems, optical media. */
const IMAGES = new Set(["squashfs", "erofs", "cramfs", "romfs", "iso9660"]);
/** Container engines mount their layers here; they repeat the volume below. */
const ENGINE_FOLDERS = ["/var/lib/docker/", "/var/lib/containers/", "/run/containerd/", "/var/lib/containerd/"];
/** Files that a container gets from its host's disk: not its volumes. */
const CONTAINER_FILES = new Set(["/etc/hosts", "/etc/hostname", "/etc/resolv.conf"]);

/** The volumes among all mounts: one entry per device, by its shortest mount point. */
export function selectVolumes(entries: readonly MountEntry[]): MountEntry[] {
  // A later mount on the same point hides the earlier one.
  const visible = new Map(entries.map((entry) => [entry.mount, entry]));
  const byDevice = new Map<string, MountEntry>();
  for (const entry of visible.values()) {
    if (!isVolume(entry)) continue;
    const known = byDevice.get(entry.device);
    if (known === undefined || entry.mount.length < known.mount.length) byDevice.set(entry.device, entry);
  }
  return [...byDevice.values()].sort((a, b) => a.mount.length - b.mount.length || (a.mount < b.mount ? -1 : 1));
}

function isVolume({ device, mount, filesystem }: MountEntry): boolean {
  // In a container the root is an overlay, and it is the only volume there is.
  if (mount === "/" && filesystem === "overlay") return true;
  if (IMAGES.has(filesystem) || CONTAINER_FILES.has(mount) || ENGINE_FOLDERS.some((folder) => mount.startsWith(folder))) return false;
  return !device.startsWith("0:") || WITHOUT_DEVICE_NUMBER.has(filesystem);
}

async function isRemovable(host: Host, { device, source }: MountEntry): Promise<boolean> {
  const numbered = !device.startsWith("0:");
  const link = await linkTarget(
    host,
    numbered ? `/sys/dev/block/${device}` : `/sys/class/block/${source.slice(source.lastIndexOf("/") + 1)}`,
  );
  return link !== undefined && liesOnRemovable(host, link, 0);
}

/** `link` is a device's place in sysfs, where a partition lies inside its disk: ".../sdb" or ".../sdb/sdb1". */
async function liesOnRemovable(host: Host, link: string, depth: number): Promise<boolean> {
  const [outer = "", inner = ""] = link.split("/").slice(-2);
  for (const disk of [inner, outer]) {
    const flag = await readOptional(host, `/sys/block/${disk}/removable`);
    if (flag !== undefined) return flag.trim() === "1" || (await aboveRemovable(host, disk, depth));
  }
  return false;
}

/** Encrypted and logical volumes are as removable as the disks below them; the depth bounds a loop that cannot be. */
async function aboveRemovable(host: Host, disk: string, depth: number): Promise<boolean> {
  if (depth > 4 || !/^(dm-|md)\d/.test(disk)) return false;
  for (const below of await host.readDir(`/sys/block/${disk}/slaves`)) {
    const link = await linkTarget(host, `/sys/class/block/${below}`);
    if (link !== undefined && (await liesOnRemovable(host, link, depth + 1))) return true;
  }
  return false;
}
