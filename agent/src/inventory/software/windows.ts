// Installed programs of a Windows machine: what they wrote for "Programs and Features", for all and for each user.
import type { Program, SoftwareSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry, RegistryKey } from "../sources/registry.ts";
import { KEYS, registry, userUninstall, userUninstallKey } from "../sources/registry-keys.ts";
import { userProfiles } from "../sources/windows-profiles.ts";
import { clean, isoDate } from "../text.ts";
import { sortedPrograms } from "./sorted-programs.ts";

export async function readWindows(machine: Machine): Promise<SoftwareSection> {
  const keys = await registry(machine);
  const profiles = userProfiles(keys).filter(({ sid }) => keys.key(`${KEYS.users}\\${sid}`) !== undefined);
  const users =
    profiles.length === 0
      ? undefined
      : await userUninstall(
          machine,
          profiles.map(({ sid }) => sid),
        );
  const programs = [
    ...windowsPrograms(keys, KEYS.uninstall, "registry"),
    ...windowsPrograms(keys, KEYS.uninstall32, "registry32"),
    ...profiles.flatMap(({ sid, name }) => (users === undefined ? [] : windowsPrograms(users, userUninstallKey(sid), "registry", name))),
  ];
  return { programs: sortedPrograms(programs) };
}

/** Releases that only mend another program. */
const MENDS = new Set(["update", "hotfix", "security update", "update rollup", "service pack"]);
/** Mends without that mark: "Security Update for Windows XP (KB2079403)", with the key KB2079403. */
const MEND_NAME = /^(?:security )?(?:update|hotfix) for .*\(KB\d{6,}\)$/i;

/** Programs below one key; `user` when only that user has them. Parts of other programs, updates and hidden ones are left out. */
export function windowsPrograms(keys: Registry, path: string, source: string, user = ""): Program[] {
  return keys
    .below(path)
    .filter(isProgram)
    .map((key) => ({
      name: clean(key.text("DisplayName")),
      version: clean(key.text("DisplayVersion")),
      vendor: clean(key.text("Publisher")),
      installedOn: isoDate(key.text("InstallDate")),
      source,
      ...(user === "" ? {} : { user }),
    }));
}

function isProgram(key: RegistryKey): boolean {
  const name = clean(key.text("DisplayName"));
  if (name === "" || key.number("SystemComponent") === 1) return false;
  if (key.text("ParentKeyName") !== "" || key.text("ParentDisplayName") !== "") return false;
  return !MENDS.has(key.text("ReleaseType").trim().toLowerCase()) && !/^KB\d+$/i.test(key.name) && !MEND_NAME.test(name);
}
