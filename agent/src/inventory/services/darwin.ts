// macOS: the jobs of launchd that others than Apple installed, and those of Apple that open the machine to the network.
import type { Service, ServicesSection } from "@vigia/protocol";
import { listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { parseJob, parseLaunchctl } from "./launchd.ts";

const DAEMONS = "/Library/LaunchDaemons";
export const LAUNCHCTL = { file: "/bin/launchctl", args: ["list"] } as const;

export async function readDarwin({ host, signal }: Machine): Promise<ServicesSection> {
  const services = new Map<string, Service>();
  for (const file of (await listOptional(host, DAEMONS)).filter((name) => name.endsWith(".plist"))) {
    const job = parseJob((await readOptional(host, `${DAEMONS}/${file}`)) ?? "");
    if (job?.name) services.set(job.name, job);
  }
  for (const loaded of parseLaunchctl(await host.exec(LAUNCHCTL.file, LAUNCHCTL.args, signal))) {
    const defined = services.get(loaded.name ?? "");
    const { state } = loaded;
    services.set(loaded.name ?? "", defined === undefined ? loaded : { ...defined, ...(state === undefined ? {} : { state }) });
  }
  return { services: [...services].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, service]) => service) };
}
