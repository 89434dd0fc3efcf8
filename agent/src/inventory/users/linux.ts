// Linux: accounts from /etc, administrators from groups and sudoers, the person at the machine from `who`.
import type { LocalUser, UsersSection } from "@vigia/protocol";
import { execOptional, type Host, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { clean } from "../text.ts";
import { type Account, parseShadow, people, readAccounts, type Shadow } from "./accounts.ts";
import { parseLast, parseWho } from "./sessions.ts";
import { type Grants, parseSudoers } from "./sudoers.ts";

/** Groups whose members may do everything: by sudo's own configuration or by polkit's. */
const ADMINISTRATORS = ["sudo", "wheel", "admin"];
const NO_SHELL = /\/(?:nologin|false|sync|halt|shutdown)$/;
const DAY_MS = 86_400_000;

/** Reads `nowMs` only to know which accounts have expired. */
export async function readLinux(machine: Machine, nowMs = Date.now()): Promise<UsersSection> {
  const { host } = machine;
  const accounts = await readAccounts(machine);
  const shadow = await readOptional(host, "/etc/shadow");
  const shadows = parseShadow(shadow ?? "");
  const grants = parseSudoers(await sudoers(host));
  const groups = parseGroups((await readOptional(host, "/etc/group")) ?? "");
  const ofPeople = new Set(people(accounts));
  const users: LocalUser[] = [];
  for (const account of accounts) {
    const closed = await disabled(host, account, shadows.get(account.name), shadow !== undefined, nowMs);
    const admin = isAdministrator(account, grants, groups);
    // What the system made for itself is of interest only when somebody may sign in with it.
    if (!ofPeople.has(account) && account.uid !== 0 && (closed ?? true)) continue;
    const name = { name: clean(account.name), fullName: clean(account.fullName), administrator: admin };
    users.push(closed === undefined ? name : { ...name, disabled: closed });
  }
  users.sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
  return { users, currentUser: clean(await currentUser(machine)) };
}

async function sudoers(host: Host): Promise<string> {
  const files = (await listOptional(host, "/etc/sudoers.d")).filter((name) => !name.includes(".") && !name.endsWith("~"));
  const paths = ["/etc/sudoers", ...files.map((name) => `/etc/sudoers.d/${name}`)];
  return (await Promise.all(paths.map((path) => readOptional(host, path)))).join("\n");
}

interface Group {
  readonly gid: number;
  readonly members: readonly string[];
}

function parseGroups(text: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const line of text.split("\n")) {
    const [name = "", , gid, members] = line.split(":");
    if (members !== undefined) groups.set(name, { gid: Number(gid), members: members.trim().split(",") });
  }
  return groups;
}

function isAdministrator({ name, uid, gid }: Account, grants: Grants, groups: ReadonlyMap<string, Group>): boolean {
  if (uid === 0 || grants.users.has(name) || grants.users.has(`#${uid}`)) return true;
  return [...ADMINISTRATORS, ...grants.groups].some((group) => {
    const { gid: own, members = [] } = groups.get(group) ?? {};
    return own === gid || members.includes(name);
  });
}

/** Whether nobody can sign in with the account; undefined when this process may not see it. */
async function disabled(host: Host, account: Account, shadow: Shadow | undefined, readable: boolean, nowMs: number) {
  if (NO_SHELL.test(account.shell)) return true;
  if (!readable) return undefined;
  if (shadow?.expiresOnDay !== undefined && shadow.expiresOnDay * DAY_MS <= nowMs) return true;
  if (shadow?.password === "usable") return false;
  if (shadow?.password === "locked") return true;
  // Without a password a key opens it.
  return ((await readOptional(host, `${account.home}/.ssh/authorized_keys`)) ?? "").trim() === "";
}

async function currentUser({ host, signal }: Machine): Promise<string> {
  const now = parseWho((await execOptional(host, "who", [], signal)) ?? "");
  if (now !== "" || !(await listOptional(host, "/var/log")).includes("wtmp")) return now;
  return parseLast((await execOptional(host, "last", ["-w", "-n", "50"], signal)) ?? "");
}
