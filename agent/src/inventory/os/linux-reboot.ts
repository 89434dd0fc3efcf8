// Whether a Linux waits for a restart: the marks that packages leave, a kernel newer than the one that runs, and what Red Hat's tool says.
import { execOptional, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { clean } from "../text.ts";

export interface RebootPending {
  /** Absent when nothing on the machine could tell. */
  readonly pending?: boolean;
  /** For people, e.g. "Kernel 6.1.0-30-amd64 is installed, 6.1.0-18-amd64 runs". */
  readonly reasons: string[];
}

/** Debian's and SUSE's marks. */
const MARKS = ["/run/reboot-required", "/var/run/reboot-required", "/run/reboot-needed"];
const MOST_PACKAGES = 20;

/** Asks the machine; starts one program at most, on systems with rpm. */
export async function linuxRebootPending(machine: Machine): Promise<RebootPending> {
  const { host } = machine;
  const reasons: string[] = [];
  for (const mark of MARKS) {
    if ((await readOptional(host, mark)) === undefined) continue;
    const packages = ((await readOptional(host, `${mark}.pkgs`)) ?? "").split("\n").map((line) => clean(line));
    const named = [...new Set(packages.filter((name) => name !== ""))].toSorted((a, b) => (a < b ? -1 : 1)).slice(0, MOST_PACKAGES);
    reasons.push(named.length === 0 ? "Packages were updated" : `Updated: ${named.join(", ")}`);
    break;
  }
  const running = host.os().release;
  const newest = newestKernel(await listOptional(host, "/boot"), running);
  if (newest !== undefined && newest !== running) reasons.push(`Kernel ${clean(newest)} is installed, ${clean(running)} runs`);
  const restarting = await needsRestarting(machine);
  reasons.push(...(restarting ?? []));
  if (reasons.length > 0) return { pending: true, reasons };
  return newest === undefined && restarting === undefined ? { reasons } : { pending: false, reasons };
}

/** The newest kernel in /boot of the running one's flavour; undefined when the running one is not from there (containers). */
export function newestKernel(files: readonly string[], running: string): string | undefined {
  const releases = files.flatMap((file) => /^vmlinu[xz]-(\d.*)$/.exec(file)?.[1] ?? []).filter((release) => !release.includes("rescue"));
  if (!releases.includes(running)) return undefined;
  const alike = releases.filter((release) => flavour(release) === flavour(running));
  return alike.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
}

/** "amd64" of "6.1.0-18-amd64", "generic" of "6.8.0-31-generic", "x86_64" of "5.14.0-362.8.1.el9_3.x86_64": what is the same in all versions. */
function flavour(release: string): string {
  return /(?:-|\.)([a-z][a-z_0-9+]*(?:-[a-z][a-z_0-9]*)*)$/i.exec(release)?.[1] ?? "";
}

/** What `needs-restarting -r` names, none when it says that nothing waits; undefined where it is not installed. */
async function needsRestarting({ host, signal }: Machine): Promise<string[] | undefined> {
  const rpm = [...(await listOptional(host, "/var/lib/rpm")), ...(await listOptional(host, "/usr/lib/sysimage/rpm"))];
  if (rpm.length === 0) return undefined;
  // It ends with 1 to say yes: the shell hides that.
  const text = (await execOptional(host, "sh", ["-c", "needs-restarting -r 2>/dev/null; true"], signal)) ?? "";
  if (/^Reboot is required/m.test(text)) {
    const packages = [...text.matchAll(/^\s*\*\s+(\S+)/gm)].map(([, name]) => clean(name));
    return [packages.length === 0 ? "Core packages were updated" : `Updated: ${packages.slice(0, MOST_PACKAGES).join(", ")}`];
  }
  return /^(?:No core libraries|Reboot should not be necessary)/m.test(text) ? [] : undefined;
}
