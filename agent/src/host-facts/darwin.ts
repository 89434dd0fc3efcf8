// macOS: the property list that says which release it is; the kernel's own number is another one.
import { type Host, readOptional } from "../host/host.ts";
import type { SystemFacts } from "./system-facts.ts";

export async function readDarwin(host: Host): Promise<SystemFacts> {
  const version = parseSystemVersion((await readOptional(host, "/System/Library/CoreServices/SystemVersion.plist")) ?? "");
  return version === undefined ? { osName: "macOS", osVersion: host.os().release } : { osName: `macOS ${version}`, osVersion: version };
}

/** ProductVersion, e.g. "14.5". */
export function parseSystemVersion(plist: string): string | undefined {
  return /<key>ProductVersion<\/key>\s*<string>([^<]+)<\/string>/.exec(plist)?.[1];
}
