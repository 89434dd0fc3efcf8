// Proxmox VE keeps one file of "key: value" lines a guest; snapshots follow in sections of their own.
import type { Guest } from "@vigia/protocol";
import { clean } from "../text.ts";

export type ProxmoxKind = "kvm" | "lxc";

/** What Proxmox gives a guest that does not say: MiB and cores. A container without cores may use all. */
const DEFAULT_MEMORY = 512;
const DEFAULT_CORES: Record<ProxmoxKind, number> = { kvm: 1, lxc: 0 };

/** A guest by its file and its number. */
export function parseProxmox(text: string, kind: ProxmoxKind, id: string, running: boolean): Guest {
  const now = text.split(/^\[/m)[0] ?? "";
  const value = (key: string) => new RegExp(`^${key}:[ \\t]*(.*)$`, "m").exec(now)?.[1]?.trim();
  const memory = Number(/\d+/.exec(value("memory") ?? "")?.[0] ?? DEFAULT_MEMORY);
  const processors = Number(value("cores") ?? DEFAULT_CORES[kind]) * Number(value("sockets") ?? 1);
  return {
    name: clean(value("name") ?? value("hostname")) || clean(id),
    uuid: /\buuid=([0-9a-f-]{36})/i.exec(value("smbios1") ?? "")?.[1]?.toLowerCase() ?? "",
    state: running ? "running" : "stopped",
    hypervisor: kind,
    memoryBytes: memory * 1024 ** 2,
    ...(processors > 0 ? { processors } : {}),
  };
}
