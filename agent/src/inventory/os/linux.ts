// Linux: os-release with the point release where the distribution keeps it elsewhere, and files whose age tells the installation's.
import type { OsSection } from "@vigia/protocol";
import { type Host, isAbsent, readOptional } from "../../host/host.ts";
import { parseOsRelease } from "../../host-facts/linux.ts";
import type { Machine } from "../reader.ts";
import { clean } from "../text.ts";
import { readDomain } from "./linux-domain.ts";
import { linuxRebootPending } from "./linux-reboot.ts";

/** Written once, when the system was installed or first started; the first that is there counts. */
const INSTALLED = ["/var/log/installer", "/root/anaconda-ks.cfg", "/var/log/anaconda", "/etc/machine-id"];
const MINUTE_MS = 60_000;

export async function readLinux(machine: Machine): Promise<OsSection> {
  const { host } = machine;
  const os = host.os();
  const [etc, usr, debian, stat] = await Promise.all(
    ["/etc/os-release", "/usr/lib/os-release", "/etc/debian_version", "/proc/stat"].map((path) => readOptional(host, path)),
  );
  const release = parseOsRelease(etc ?? usr ?? "");
  const [installed, domain, reboot] = await Promise.all([installedAt(host), readDomain(host), linuxRebootPending(machine)]);
  const booted = Number(/^btime (\d+)$/m.exec(stat ?? "")?.[1]) * 1000;
  return {
    name: clean(release.get("PRETTY_NAME") ?? release.get("NAME")) || "Linux",
    version: versionOf(release, debian),
    build: clean(release.get("BUILD_ID")),
    kernel: os.release,
    architecture: os.arch,
    ...(installed === undefined ? {} : { installedAtMs: installed }),
    ...(booted > 0 ? { bootedAtMs: Math.round(booted / MINUTE_MS) * MINUTE_MS } : {}),
    ...(reboot.pending === undefined ? {} : { rebootPending: reboot.pending, rebootReasons: reboot.reasons }),
    timeZone: os.timeZone,
    hostname: os.hostname.split(".")[0] ?? "",
    ...domain,
  };
}

/** Debian's os-release says "12"; its point release is in a file of its own. */
function versionOf(release: ReadonlyMap<string, string>, debian: string | undefined): string {
  const point = clean(debian);
  if (release.get("ID") === "debian" && /^\d+\.\d+/.test(point)) return point;
  return clean(release.get("VERSION_ID"));
}

async function installedAt(host: Host): Promise<number | undefined> {
  for (const path of INSTALLED) {
    try {
      const at = Math.floor((await host.modifiedMs(path)) / 1000) * 1000;
      if (at > 0) return at;
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
  }
  return undefined;
}
