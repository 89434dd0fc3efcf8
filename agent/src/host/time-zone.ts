// The machine's time zone, without ICU: asking Intl for it alone costs 8 MB of memory for as long as the process lives.
import { readlinkSync } from "node:fs";

/** Where the system keeps the zone's rules: the link's target ends with the zone's name. */
const LOCAL_TIME = "/etc/localtime";

export interface ZoneSources {
  /** Target of a symbolic link. Throws as node:fs does. */
  readLink(path: string): string;
  /** Asks the runtime, whatever that costs. */
  ask(): string;
}

const ofThisMachine: ZoneSources = {
  readLink: (path) => readlinkSync(path),
  ask: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** IANA name of the machine's zone, whatever this process was told by TZ. The runtime is asked only where the system does not say it by a link, as on Windows. */
export function timeZone({ readLink, ask }: ZoneSources = ofThisMachine): string {
  try {
    return /\/zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(readLink(LOCAL_TIME))?.[1] ?? ask();
  } catch {
    // No link: a copy of the rules, or a system that keeps them elsewhere. The runtime finds out.
    return ask();
  }
}
