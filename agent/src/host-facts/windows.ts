// Windows: the runtime knows the edition and the build.
import type { Host } from "../host/host.ts";
import type { SystemFacts } from "./system-facts.ts";

export async function readWindows(host: Host): Promise<SystemFacts> {
  const { version, release } = host.os();
  return { osName: version, osVersion: release };
}
