// Linux: os-release, /proc/cpuinfo, /proc/stat.
import { type Host, readOptional } from "../host/host.ts";
import type { SystemFacts } from "./system-facts.ts";

export async function readLinux(host: Host): Promise<SystemFacts> {
  const [etc, usr, cpuinfo, stat] = await Promise.all(
    ["/etc/os-release", "/usr/lib/os-release", "/proc/cpuinfo", "/proc/stat"].map((path) => readOptional(host, path)),
  );
  const release = parseOsRelease(etc ?? usr ?? "");
  const cpuModel = parseCpuinfo(cpuinfo ?? "");
  const bootAtMs = parseBootTime(stat ?? "");
  return {
    osName: release.get("PRETTY_NAME") ?? release.get("NAME") ?? "Linux",
    osVersion: release.get("VERSION_ID") ?? "",
    ...(cpuModel === undefined ? {} : { cpuModel }),
    ...(bootAtMs === undefined ? {} : { bootAtMs }),
  };
}

/** Shell assignments, bare or in either kind of quotes. */
export function parseOsRelease(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = "", raw = ""] of text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)) {
    const value = raw.trim();
    const quoted = /^"(.*)"$|^'(.*)'$/.exec(value);
    values.set(name, (quoted?.[1] ?? quoted?.[2] ?? value).replace(/\\(["'$`\\])/g, "$1"));
  }
  return values;
}

/** The first processor's model. x86 calls it "model name", MIPS "cpu model", POWER "cpu"; ARM boards name the board at the end. */
export function parseCpuinfo(text: string): string | undefined {
  for (const name of ["model name", "cpu model", "cpu", "Processor", "Model", "Hardware"]) {
    const value = new RegExp(`^${name}\\s*:[ \\t]*(\\S.*)$`, "m").exec(text)?.[1];
    if (value !== undefined) return value.replaceAll(/\s+/g, " ").trim();
  }
  return undefined;
}

/** Milliseconds since 1970. */
function parseBootTime(stat: string): number | undefined {
  const seconds = /^btime (\d+)$/m.exec(stat)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
