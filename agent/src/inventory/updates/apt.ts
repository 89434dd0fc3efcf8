// What apt would install now, as `apt-get -s` says it from the lists it has, without network, and when dpkg last replaced a version.
import type { PendingUpdate } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

export const APT_SIMULATION = ["-s", "-q", "-o", "Debug::NoLocking=1", "-o", "APT::Get::Show-User-Simulation-Note=no", "dist-upgrade"];

/** Lines "Inst NAME [OLD] (NEW ORIGIN, ORIGIN [ARCH])"; without [OLD] it would come new, which is no update. */
export function parseAptSimulation(text: string): PendingUpdate[] {
  return [...text.matchAll(/^Inst (\S+) \[[^\]]*\] \((\S+) ([^)]*)\)/gm)].map(([, name = "", version = "", origins = ""]) => ({
    id: clean(name),
    title: "",
    version: clean(version),
    // "Debian-Security:12/stable-security", "Ubuntu:24.04/noble-security", "UbuntuESM:…".
    critical: /security|UbuntuESM/i.test(origins),
  }));
}

/** Day (the machine's own) of the last line "DATE TIME upgrade …" of dpkg's log; "" when it has none. */
export function lastUpgrade(log: string): string {
  const at = log.lastIndexOf(" upgrade ");
  const line = at === -1 ? "" : log.slice(log.lastIndexOf("\n", at) + 1, at);
  return isoDate(/^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2}$/.exec(line)?.[1]);
}
