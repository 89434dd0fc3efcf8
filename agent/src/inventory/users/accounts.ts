// The accounts that a Unix keeps in files: /etc/passwd, and /etc/shadow where this process may read it.
import { readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** From the comment field, up to its first comma. */
  readonly fullName: string;
  readonly home: string;
  readonly shell: string;
}

/** How an account signs in by password: it can, it was locked, or it never had one (keys may still open it). */
export type Password = "usable" | "locked" | "none";

export interface Shadow {
  readonly password: Password;
  /** Days since 1970 after which the account is closed. */
  readonly expiresOnDay?: number;
}

/** What adduser gives the first person, by UID_MIN of login.defs; nobody stands above. */
const FIRST_PERSON = 1000;
const NOBODY = 65_534;

/** All accounts of /etc/passwd, read once in an inventory. */
export function readAccounts(machine: Machine): Promise<Account[]> {
  return machine.once("accounts", async () => parsePasswd((await readOptional(machine.host, "/etc/passwd")) ?? ""));
}

/** Accounts that belong to people. */
export function people(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ uid }) => uid >= FIRST_PERSON && uid < NOBODY);
}

function parsePasswd(text: string): Account[] {
  return text.split("\n").flatMap((line) => {
    const [name = "", , uid, gid, comment = "", home = "", shell] = line.split(":");
    // Lines that begin with + or - refer to NIS.
    if (name === "" || shell === undefined || /^[#+-]/.test(name)) return [];
    return [{ name, uid: Number(uid), gid: Number(gid), fullName: comment.split(",")[0] ?? "", home, shell: shell.trim() }];
  });
}

export function parseShadow(text: string): Map<string, Shadow> {
  const entries = new Map<string, Shadow>();
  for (const line of text.split("\n")) {
    const [name = "", password = "", , , , , , expires] = line.split(":");
    if (name === "" || expires === undefined) continue;
    entries.set(name, { password: kind(password), ...(/^\d+$/.test(expires) ? { expiresOnDay: Number(expires) } : {}) });
  }
  return entries;
}

/** "!" before a hash locks it (usermod -L); "*", "!" and "!!" alone never were one. */
function kind(password: string): Password {
  if (/^[!*]+$/.test(password)) return "none";
  return password.startsWith("!") || password.startsWith("*") ? "locked" : "usable";
}
