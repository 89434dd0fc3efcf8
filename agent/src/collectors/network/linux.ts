// Linux: /proc/net/dev, and /sys/class/net for which of its names count.
//
// Reported is every interface with hardware below it, up or not, and a virtual one (bond, vlan, tunnel, a container's own eth0) when it
// carries an address of this machine. Left out: loopback; bridges, because all they carry passes a port that is counted already (and
// container engines make dozens); the host's ends of veth pairs, dummy and ifb devices, which have no address but a link-local one.
import { type Host, linkTarget, readOptional } from "../../host/host.ts";
import { isLinkLocal } from "../../host-facts/addresses.ts";
import { createWhileSame } from "../while-same.ts";

/** Since the interface was made. */
export interface InterfaceCounters extends PacketCounters {
  readonly up: boolean;
}

interface PacketCounters {
  readonly receivedBytes: number;
  readonly receivedPackets: number;
  readonly sentBytes: number;
  readonly sentPackets: number;
  /** Damaged and dropped packets, both ways. */
  readonly errors: number;
}

/**
 * Reads the counters each time. What kind an interface is, is found out anew when the list of interfaces has changed; addresses, which
 * come and go without that, are asked for only where a virtual interface depends on them.
 */
export function createLinuxReader(): (host: Host) => Promise<Map<string, InterfaceCounters>> {
  const whileSame = createWhileSame<ReadonlyMap<string, Kind>>();
  return async (host) => {
    const found = parseNetDev(await host.readFile("/proc/net/dev"));
    const names = [...found.keys()];
    const kinds = await whileSame(names.join(" "), () => kindsOf(host, names));
    const addressed = names.some((name) => kinds.get(name) === "virtual") ? withAddress(host) : new Set<string>();
    const counted = new Map<string, InterfaceCounters>();
    for (const [name, counters] of found) {
      const kind = kinds.get(name);
      if (kind === "hardware" || (kind === "virtual" && addressed.has(name)))
        counted.set(name, { ...counters, up: await isUp(host, name) });
    }
    return counted;
  };
}

/** "virtual": counts when it carries an address. */
type Kind = "hardware" | "virtual" | "never";

async function kindsOf(host: Host, names: readonly string[]): Promise<ReadonlyMap<string, Kind>> {
  const known = await host.readDir("/sys/class/net");
  const kinds = new Map<string, Kind>();
  for (const name of names) kinds.set(name, known.includes(name) ? await kindOf(host, name) : "never");
  return kinds;
}

function withAddress(host: Host): ReadonlySet<string> {
  const addresses = host.os().networkInterfaces.filter(({ address }) => !isLinkLocal(address));
  return new Set(addresses.map((entry) => entry.interface));
}

/** Every interface by its name, in the kernel's order. Damaged packets contain the special kinds that follow (frame, fifo, collisions). */
export function parseNetDev(text: string): Map<string, PacketCounters> {
  const interfaces = new Map<string, PacketCounters>();
  for (const line of text.split("\n").slice(2)) {
    // Old kernels write no space after the colon; a name may itself hold colons (aliases), numbers never do.
    const [, name, numbers] = /^\s*(\S+):\s*(\d[\d\s]*)$/.exec(line) ?? [];
    if (name === undefined || numbers === undefined) continue;
    const columns = numbers.trim().split(/\s+/).map(Number);
    const at = (index: number) => columns[index] ?? 0;
    interfaces.set(name, {
      receivedBytes: at(0),
      receivedPackets: at(1),
      sentBytes: at(8),
      sentPackets: at(9),
      errors: at(2) + at(3) + at(10) + at(11),
    });
  }
  return interfaces;
}

async function kindOf(host: Host, name: string): Promise<Kind> {
  if (name === "lo") return "never";
  const link = await linkTarget(host, `/sys/class/net/${name}`);
  if (link === undefined) return "never";
  if (!link.includes("/devices/virtual/net/")) return "hardware";
  return /^DEVTYPE=bridge$/m.test((await readOptional(host, `/sys/class/net/${name}/uevent`)) ?? "") ? "never" : "virtual";
}

/** Tunnels and modems do not know their state; there the carrier decides. */
async function isUp(host: Host, name: string): Promise<boolean> {
  const state = (await readOptional(host, `/sys/class/net/${name}/operstate`))?.trim();
  if (state !== "unknown") return state === "up";
  return (await readOptional(host, `/sys/class/net/${name}/carrier`))?.trim() === "1";
}
