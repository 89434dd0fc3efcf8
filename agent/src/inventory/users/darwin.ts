// macOS: accounts and administrators from the directory service, the person at the screen from who owns it.
import type { LocalUser, UsersSection } from "@vigia/protocol";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dicts, list, type PlistDict, parsePlist } from "../sources/plist.ts";
import { clean } from "../text.ts";

const FIRST_PERSON = 500;
export const DSCL = "/usr/bin/dscl";
export const READ_USERS = ["-plist", ".", "-readall", "/Users", "UniqueID", "RealName", "UserShell", "AuthenticationAuthority"];
export const READ_ADMINS = ["-plist", ".", "-read", "/Groups/admin", "GroupMembership"];
export const CONSOLE_OWNER = { file: "/usr/bin/stat", args: ["-f", "%Su", "/dev/console"] } as const;

export async function readDarwin({ host, signal }: Machine): Promise<UsersSection> {
  const [users, admins, owner] = await Promise.all([
    host.exec(DSCL, READ_USERS, signal),
    host.exec(DSCL, READ_ADMINS, signal),
    execOptional(host, CONSOLE_OWNER.file, CONSOLE_OWNER.args, signal),
  ]);
  const atScreen = clean(owner);
  // While nobody is signed in the screen is root's.
  return { users: parseUsers(users, admins), currentUser: atScreen === "root" ? "" : atScreen };
}

/** Accounts of people, and root where it may sign in, sorted by name. */
function parseUsers(users: string, admins: string): LocalUser[] {
  const administrators = new Set(values(dicts([parsePlist(admins) ?? ""])[0] ?? {}, "GroupMembership"));
  return dicts(parsePlist(users))
    .flatMap((record) => {
      const [name = ""] = values(record, "RecordName");
      const id = Number(values(record, "UniqueID")[0] ?? Number.NaN);
      const authorities = values(record, "AuthenticationAuthority");
      const disabled = authorities.length === 0 || authorities.some((authority) => authority.includes(";DisabledUser;"));
      const isPerson = id >= FIRST_PERSON && !name.startsWith("_");
      if (!isPerson && (id !== 0 || disabled)) return [];
      const fullName = clean(values(record, "RealName")[0]);
      return [{ name: clean(name), fullName, administrator: id === 0 || administrators.has(name), disabled }];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** dscl names attributes by their kind: "dsAttrTypeStandard:UniqueID". */
function values(record: PlistDict, attribute: string): string[] {
  return list(record[`dsAttrTypeStandard:${attribute}`]).filter((value) => typeof value === "string");
}
