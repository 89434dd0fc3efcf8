// macOS: what its kernel knows.
import type { Machine } from "../reader.ts";

/** All exist on every Mac; single names in the first two do not, and one that is missing would fail the whole command. */
export const SYSCTL = { file: "/usr/sbin/sysctl", args: ["hw", "machdep.cpu", "kern.boottime"] } as const;

/** Values by name, e.g. "hw.memsize". */
export function readSysctl(machine: Machine): Promise<ReadonlyMap<string, string>> {
  return machine.once("sysctl", async () => parseSysctl(await machine.host.exec(SYSCTL.file, SYSCTL.args, machine.signal)));
}

/** Lines "name: value" or, as older systems print, "name = value". */
export function parseSysctl(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^([\w.-]+)(?::| =)[ \t]*(.*)$/gm)].map(([, name = "", value = ""]) => [name, value.trim()]));
}
