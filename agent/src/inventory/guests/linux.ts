// Linux: libvirt's and Proxmox's files, LXC's files and states, VirtualBox by its own tool for each person who has machines.
import type { Guest, GuestsSection } from "@vigia/protocol";
import { execOptional, type Host, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { people, readAccounts } from "../users/accounts.ts";
import { parseDomain } from "./libvirt.ts";
import { LXC_LS, parseLxcConfig, parseLxcLs } from "./lxc.ts";
import { type ProxmoxKind, parseProxmox } from "./proxmox.ts";
import { parseVBoxList, VBOX_LIST } from "./virtualbox.ts";

/** Definitions, then states of those that run, which tell more and replace them. */
const LIBVIRT = [
  "/etc/libvirt/qemu",
  "/etc/libvirt/lxc",
  "/etc/libvirt/libxl",
  "/run/libvirt/qemu",
  "/run/libvirt/lxc",
  "/run/libvirt/libxl",
];
const PROXMOX: readonly [string, ProxmoxKind][] = [
  ["/etc/pve/qemu-server", "kvm"],
  ["/etc/pve/lxc", "lxc"],
];

export async function readLinux(machine: Machine): Promise<GuestsSection> {
  const { host } = machine;
  const guests = (await Promise.all([libvirt(host), proxmox(host), lxc(machine), virtualBox(machine)])).flat();
  const key = ({ hypervisor, name, uuid }: Guest) => `${hypervisor}|${name}|${uuid}`;
  return { guests: guests.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

async function libvirt(host: Host): Promise<Guest[]> {
  const found = new Map<string, Guest>();
  for (const folder of LIBVIRT) {
    for (const file of (await listOptional(host, folder)).filter((name) => name.endsWith(".xml"))) {
      const guest = parseDomain((await readOptional(host, `${folder}/${file}`)) ?? "");
      if (guest !== undefined) found.set(guest.uuid || `${folder}/${file}`, guest);
    }
  }
  return [...found.values()];
}

async function proxmox(host: Host): Promise<Guest[]> {
  const guests: Guest[] = [];
  for (const [folder, kind] of PROXMOX) {
    for (const file of (await listOptional(host, folder)).filter((name) => /^\d+\.conf$/.test(name))) {
      const id = file.slice(0, -".conf".length);
      const text = (await readOptional(host, `${folder}/${file}`)) ?? "";
      guests.push(parseProxmox(text, kind, id, await runsOnProxmox(host, kind, id)));
    }
  }
  return guests;
}

async function runsOnProxmox(host: Host, kind: ProxmoxKind, id: string): Promise<boolean> {
  if (kind === "lxc") return (await listOptional(host, `/sys/fs/cgroup/lxc/${id}`)).length > 0;
  const pid = ((await readOptional(host, `/run/qemu-server/${id}.pid`)) ?? "").trim();
  return /^\d+$/.test(pid) && (await readOptional(host, `/proc/${pid}/stat`)) !== undefined;
}

async function lxc({ host, signal }: Machine): Promise<Guest[]> {
  const folder = "/var/lib/lxc";
  // Proxmox makes folders here too, whose real configuration is its own.
  const proxmoxes = new Set((await listOptional(host, "/etc/pve/lxc")).map((file) => file.replace(/\.conf$/, "")));
  const names = (await listOptional(host, folder)).filter((name) => !proxmoxes.has(name));
  if (names.length === 0) return [];
  const states = parseLxcLs((await execOptional(host, "lxc-ls", LXC_LS, signal)) ?? "");
  const guests: Guest[] = [];
  for (const name of names) {
    const config = await readOptional(host, `${folder}/${name}/config`);
    if (config !== undefined) guests.push(parseLxcConfig(config, name, states.get(name) ?? ""));
  }
  return guests;
}

/** VirtualBox knows only the machines of the user who asks. */
async function virtualBox(machine: Machine): Promise<Guest[]> {
  const { host, signal } = machine;
  const guests: Guest[] = [];
  for (const { name, home } of people(await readAccounts(machine))) {
    if ((await listOptional(host, `${home}/.config/VirtualBox`)).length === 0) continue;
    const list = await execOptional(host, "runuser", ["-u", name, "--", "VBoxManage", ...VBOX_LIST], signal);
    guests.push(...parseVBoxList(list ?? ""));
  }
  return guests;
}
