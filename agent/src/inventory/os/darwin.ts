// macOS: the property list that says which release it is, when it was set up, and whether it belongs to an Active Directory.
import type { OsSection } from "@vigia/protocol";
import { execOptional, type Host, isAbsent, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dict, parsePlist, text } from "../sources/plist.ts";
import { readSysctl } from "../sources/sysctl.ts";
import { clean } from "../text.ts";

export const SYSTEM_VERSION = "/System/Library/CoreServices/SystemVersion.plist";
/** Made when the first account was. */
const SET_UP = "/var/db/.AppleSetupDone";
const MINUTE_MS = 60_000;

export async function readDarwin(machine: Machine): Promise<OsSection> {
  const { host, signal } = machine;
  const os = host.os();
  const version = dict(parsePlist((await readOptional(host, SYSTEM_VERSION)) ?? ""));
  const installed = await setUpAt(host);
  const booted = Number(/^\{ sec = (\d+),/.exec((await readSysctl(machine)).get("kern.boottime") ?? "")?.[1] ?? 0);
  const directory = await execOptional(host, "/usr/sbin/dsconfigad", ["-show"], signal);
  return {
    name: clean(`${text(version, "ProductName") || "macOS"} ${text(version, "ProductVersion")}`),
    version: clean(text(version, "ProductVersion")),
    build: clean(text(version, "ProductBuildVersion")),
    kernel: os.release,
    architecture: os.arch,
    ...(installed === undefined ? {} : { installedAtMs: installed }),
    ...(booted > 0 ? { bootedAtMs: Math.round((booted * 1000) / MINUTE_MS) * MINUTE_MS } : {}),
    timeZone: os.timeZone,
    hostname: os.hostname.split(".")[0] ?? "",
    domain: parseDomain(directory ?? ""),
  };
}

/** "Active Directory Domain = example.org"; nothing is printed where the machine is in none. */
function parseDomain(shown: string): string {
  return clean(/^Active Directory Domain\s*=\s*(\S+)/m.exec(shown)?.[1]);
}

async function setUpAt(host: Host): Promise<number | undefined> {
  try {
    const at = Math.floor((await host.modifiedMs(SET_UP)) / 1000) * 1000;
    return at > 0 ? at : undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
