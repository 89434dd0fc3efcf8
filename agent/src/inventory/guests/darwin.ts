// macOS: machines of Parallels, and of VirtualBox for each person who has some.
import type { Guest, GuestsSection } from "@vigia/protocol";
import { execOptional, listOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { parsePrlctl } from "./parallels.ts";
import { parseVBoxList, VBOX_LIST } from "./virtualbox.ts";

export const PRLCTL = { file: "/usr/local/bin/prlctl", args: ["list", "--all", "--info", "--json"] } as const;
const VBOXMANAGE = "/usr/local/bin/VBoxManage";

export async function readDarwin(machine: Machine): Promise<GuestsSection> {
  const { host, signal } = machine;
  const parallels = parsePrlctl((await execOptional(host, PRLCTL.file, PRLCTL.args, signal)) ?? "");
  const key = ({ hypervisor, name, uuid }: Guest) => `${hypervisor}|${name}|${uuid}`;
  return { guests: [...parallels, ...(await virtualBox(machine))].toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** VirtualBox knows only the machines of the user who asks. */
async function virtualBox({ host, signal }: Machine): Promise<Guest[]> {
  const guests: Guest[] = [];
  for (const user of await listOptional(host, "/Users")) {
    if ((await listOptional(host, `/Users/${user}/Library/VirtualBox`)).length === 0) continue;
    const list = await execOptional(host, "/usr/bin/sudo", ["-n", "-u", user, VBOXMANAGE, ...VBOX_LIST], signal);
    guests.push(...parseVBoxList(list ?? ""));
  }
  return guests;
}
