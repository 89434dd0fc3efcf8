// macOS' list of what its installers put there since the system was set up.
import { readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { isoDate } from "../text.ts";
import { dicts, parsePlist, text } from "./plist.ts";

export const INSTALL_HISTORY = "/Library/Receipts/InstallHistory.plist";

/** One installation. */
export interface Installation {
  readonly name: string;
  readonly version: string;
  /** YYYY-MM-DD. */
  readonly on: string;
  /** Which installer, e.g. "softwareupdated", "appstoreagent", "installer". */
  readonly by: string;
  /** Data of Apple's own protection, which come by themselves. */
  readonly isData: boolean;
}

/** Oldest first; empty when the system keeps none. */
export function readInstallations(machine: Machine): Promise<Installation[]> {
  return machine.once("install-history", async () => parseInstallHistory((await readOptional(machine.host, INSTALL_HISTORY)) ?? ""));
}

/** Oldest first. */
function parseInstallHistory(plist: string): Installation[] {
  return dicts(parsePlist(plist))
    .map((entry) => ({
      name: text(entry, "displayName"),
      version: text(entry, "displayVersion"),
      on: isoDate(text(entry, "date")),
      by: text(entry, "processName"),
      isData: text(entry, "contentType") === "config-data",
    }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
