// What apt would bring now, by the lists it has, without network, and when dpkg last replaced a version.
import type { PendingUpdate } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

/** Working out a whole upgrade (apt-get -s) costs several times as much and leaves out nothing but what is held back. */
export const APT_LIST = ["list", "--upgradable", "-qq"];

/** Lines "NAME/SUITE,SUITE VERSION ARCH [upgradable from: OLD]". */
export function parseAptList(text: string): PendingUpdate[] {
  return [...text.matchAll(/^([^\s/]+)\/(\S+) (\S+) \S+ \[[^\]]*: [^\]]*\]$/gm)].map(([, name = "", suites = "", version = ""]) => ({
    id: clean(name),
    title: "",
    version: clean(version),
    // "stable-security", "noble-security", "noble-apps-security" of Ubuntu's extended maintenance.
    critical: suites.includes("-security"),
  }));
}

/** Day (the machine's own) of the last line "DATE TIME upgrade …" of dpkg's log; "" when it has none. */
export function lastUpgrade(log: string): string {
  const at = log.lastIndexOf(" upgrade ");
  const line = at === -1 ? "" : log.slice(log.lastIndexOf("\n", at) + 1, at);
  return isoDate(/^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2}$/.exec(line)?.[1]);
}
