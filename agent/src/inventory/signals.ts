// Cheap signs that the machine is not what it was, looked at every few minutes: a handful of file times and two folders.
//
// Linux: the package databases (dpkg, rpm, snap, flatpak), os-release, accounts and groups, and which disks and network cards the
// kernel knows (those that container engines make and loop devices left out). macOS: the folders of applications and the log of
// installations. Windows: the folders of programs and the log of updates; a program that is only in the registry is seen by the regular
// inventory.
import { type Host, isAbsent, listOptional } from "../host/host.ts";
import { isForGuests } from "../host-facts/addresses.ts";

const FILES = {
  linux: [
    "/var/lib/dpkg/status",
    "/var/lib/rpm/rpmdb.sqlite",
    "/var/lib/rpm/Packages",
    "/usr/lib/sysimage/rpm/rpmdb.sqlite",
    "/var/lib/snapd/snaps",
    "/var/lib/flatpak/app",
    "/etc/os-release",
    "/etc/passwd",
    "/etc/group",
  ],
  darwin: ["/Applications", "/Library/Receipts/InstallHistory.plist"],
  win32: ["C:\\Program Files", "C:\\Program Files (x86)", "C:\\Windows\\SoftwareDistribution\\ReportingEvents.log"],
} as const satisfies Record<Host["platform"], readonly string[]>;

/** Block devices that are no disks. */
const NO_DISK = /^(loop|ram|zram|dm-|md|nbd|rbd|sr|fd)\d/;

/** A text that differs when the machine may have changed. */
export async function readSignals(host: Host): Promise<string> {
  const times = await Promise.all(FILES[host.platform].map((path) => modified(host, path)));
  if (host.platform !== "linux") return times.join();
  const cards = (await listOptional(host, "/sys/class/net")).filter((name) => !isForGuests(name));
  const disks = (await listOptional(host, "/sys/block")).filter((name) => !NO_DISK.test(name));
  return [...times, ...cards, ...disks].join();
}

/** What apt works out its answer from. */
const APT = ["/var/lib/dpkg/status", "/var/lib/apt/lists", "/etc/apt", "/etc/apt/sources.list.d", "/etc/apt/preferences.d"];

/**
 * A text that stays the same as long as the updates that wait stay the same; undefined where no file tells. Asking apt is the dearest
 * part of an inventory by far.
 */
export async function readUpdateSigns(host: Host): Promise<string | undefined> {
  if (host.platform !== "linux") return undefined;
  const times = await Promise.all(APT.map((path) => modified(host, path)));
  return times[0] === 0 || times[1] === 0 ? undefined : times.join();
}

async function modified(host: Host, path: string): Promise<number> {
  try {
    return await host.modifiedMs(path);
  } catch (error) {
    if (isAbsent(error)) return 0;
    throw error;
  }
}
