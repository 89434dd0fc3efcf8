// Local accounts of a Windows machine, and who else may do everything on it.
import type { LocalUser, UsersSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { userProfiles } from "../sources/windows-profiles.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import { clean } from "../text.ts";

export async function readWindows(machine: Machine): Promise<UsersSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  const users = windowsUsers(known);
  return { users: users.length > 0 ? users : profileUsers(keys), currentUser: currentUser(known, keys) };
}

/** The account that set-up makes; it is an administrator whatever it is called. */
const BUILT_IN_ADMINISTRATOR = /^S-1-5-21-[\d-]+-500$/;
/** Accounts that Windows makes for itself and keeps disabled: guest, default account, WDAG's. */
const BUILT_IN = /^S-1-5-21-[\d-]+-(?:501|503|504)$/;

/** Accounts of this machine and foreign members of its administrators, sorted by name. */
export function windowsUsers(known: Wmi): LocalUser[] {
  const members = new Map(known.optional("Administrators").map((member) => [member.text("SID"), member.text("Path")]));
  const accounts = known.optional("Win32_UserAccount");
  const local = accounts
    .filter((account) => !(BUILT_IN.test(account.text("SID")) && account.flag("Disabled") === true))
    .map((account): LocalUser => {
      const sid = account.text("SID");
      const disabled = account.flag("Disabled");
      return {
        name: clean(account.text("Name")),
        fullName: clean(account.text("FullName")),
        administrator: members.size > 0 ? members.has(sid) : BUILT_IN_ADMINISTRATOR.test(sid),
        ...(disabled === undefined ? {} : { disabled }),
      };
    });
  const sids = new Set(accounts.map((account) => account.text("SID")));
  const foreign = [...members]
    .filter(([sid]) => !sids.has(sid))
    // "WinNT://ACME/Domain Admins"; members whose domain does not answer are named by their number.
    .map(
      ([, path]): LocalUser => ({
        name: clean(
          path
            .replace(/^WinNT:\/\//i, "")
            .split("/")
            .slice(-2)
            .join("\\"),
        ),
        administrator: true,
      }),
    );
  return [...local, ...foreign].toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}

/** Without WMI: those who ever signed in here; what they may is not known. */
function profileUsers(keys: Registry): LocalUser[] {
  return userProfiles(keys)
    .map(({ name }) => ({ name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Who sits at the machine, or who signed in last. "." stands for the machine itself. */
export function currentUser(known: Wmi, keys: Registry): string {
  const last = keys.text(KEYS.logon, "LastLoggedOnSAMUser") || keys.text(KEYS.logon, "LastLoggedOnUser");
  return clean(known.optional("Win32_ComputerSystem")[0]?.text("UserName")) || clean(last.replace(/^\.\\/, ""));
}
