// launchd's jobs: what `launchctl list` prints, and the property lists that define them.
import { type Service, ServiceState } from "@vigia/protocol";
import { dict, parsePlist, text } from "../sources/plist.ts";
import { clean } from "../text.ts";

/** Jobs that other jobs and people's programs start and that come and go. */
const PASSING = /^(?:application\.|0x|anonymous\.|\[)|\.\d{3,}(?:\.|$)|[0-9A-F]{8}-[0-9A-F]{4}-/;
/** Apple's own jobs, several hundred, start and end as they are needed; only those that open the machine to others matter. */
const APPLE = /^com\.apple\./;
const OF_INTEREST = new Set(["com.apple.screensharing", "com.apple.smbd", "com.apple.AppleFileServer", "com.apple.RemoteManagement"]);

/** How a job ended, by its label: "-" for the process id and a status. */
export function parseLaunchctl(text: string): Service[] {
  return [...text.matchAll(/^(-|\d+)\t(-?\d+|-)\t(\S.*)$/gm)]
    .filter(([, , , label = ""]) => !PASSING.test(label) && (!APPLE.test(label) || OF_INTEREST.has(label)))
    .map(([, pid, status = "", label = ""]) => ({
      name: clean(label),
      state: pid === "-" ? endedState(status) : ServiceState.SERVICE_STATE_RUNNING,
      start: "other",
    }));
}

/** Below 0 a signal ended it, which is how launchd itself stops what nobody needs (SIGTERM, SIGKILL). */
function endedState(status: string): ServiceState {
  return ["0", "-", "-15", "-9"].includes(status) ? ServiceState.SERVICE_STATE_STOPPED : ServiceState.SERVICE_STATE_FAILED;
}

/** The job that a file in LaunchDaemons defines, stopped as far as the file knows; undefined when it is no XML or has no label. */
export function parseJob(plist: string): Service | undefined {
  const job = dict(parsePlist(plist));
  const name = clean(text(job, "Label"));
  if (name === "") return undefined;
  const keepsAlive = job["KeepAlive"] !== undefined && job["KeepAlive"] !== false;
  const starts = job["RunAtLoad"] === true || keepsAlive ? "auto" : "manual";
  return {
    name,
    state: ServiceState.SERVICE_STATE_STOPPED,
    start: job["Disabled"] === true ? "disabled" : starts,
    account: clean(text(job, "UserName")) || "root",
  };
}
