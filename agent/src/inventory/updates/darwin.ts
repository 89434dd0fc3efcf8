// macOS: the updates that the system found when it last looked by itself; nothing is asked of Apple. Which of them mend a security fault is
// known only of those that say so in their title, so they are not counted.
import type { PendingUpdate, UpdatesSection } from "@vigia/protocol";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { readInstallations } from "../sources/install-history.ts";
import { dict, dicts, parsePlist, text } from "../sources/plist.ts";
import { clean } from "../text.ts";

const PREFERENCES = "/Library/Preferences/com.apple.SoftwareUpdate.plist";
/** The preferences are binary; plutil prints them. */
export const PLUTIL = { file: "/usr/bin/plutil", args: ["-convert", "xml1", "-o", "-", PREFERENCES] } as const;
const INSTALLERS = /^(?:softwareupdated?|macOS Installer|OSInstallerSetupd?|System Preferences|Software Update)$/i;

export async function readDarwin(machine: Machine): Promise<UpdatesSection> {
  const installations = await readInstallations(machine);
  const last = installations.findLast(({ by, isData }) => INSTALLERS.test(by) && !isData)?.on ?? "";
  const updates = parseRecommended((await execOptional(machine.host, PLUTIL.file, PLUTIL.args, machine.signal)) ?? "");
  if (updates === undefined) return { lastInstalledOn: last };
  return { pending: updates.length, updates, lastInstalledOn: last };
}

/** Sorted by name; undefined when the system never looked. */
function parseRecommended(plist: string): PendingUpdate[] | undefined {
  const recommended = dict(parsePlist(plist))["RecommendedUpdates"];
  if (!Array.isArray(recommended)) return undefined;
  return dicts(recommended)
    .map((update) => {
      const title = clean(text(update, "Display Name"));
      return {
        id: clean(text(update, "Product Key", "Identifier")) || title,
        title,
        version: clean(text(update, "Display Version")),
        critical: /\bsecurity\b/i.test(title),
      };
    })
    .toSorted((a, b) => (`${a.title}|${a.version}` < `${b.title}|${b.version}` ? -1 : 1));
}
