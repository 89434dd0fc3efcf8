// A machine's logs for whoever helps with it: gathered, redacted, in one zip. Works with no server and beside a running agent.
import { writeFile } from "node:fs/promises";
import type { Config } from "../config.ts";
import type { Host } from "../host/host.ts";
import { type Bundled, bundle } from "./bundle.ts";
import { gather } from "./gather.ts";
import { createRedactor } from "./redact.ts";

/** Makes the zip of this machine's logs. `now`: milliseconds since 1970. */
export async function collectLogs(config: Config, host: Host, agentVersion: string, now: number): Promise<Bundled> {
  const { entries, known } = await gather(config, host, agentVersion);
  const head = `Logs of a Vigia agent, release ${agentVersion}, collected ${new Date(now).toISOString()}.`;
  return bundle(entries, createRedactor(known), head);
}

/** The same into a file that this user alone can read. Throws when there is one already. */
export async function collectLogsTo(file: string, ...how: Parameters<typeof collectLogs>): Promise<Bundled> {
  const made = await collectLogs(...how);
  await writeFile(file, made.zip, { mode: 0o600, flag: "wx" });
  return made;
}
