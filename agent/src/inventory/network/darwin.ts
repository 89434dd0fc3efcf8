// macOS: interfaces from ifconfig; what the services on them are called, their gateways and name servers from the profile.
import type { NetworkInterface, NetworkSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { dict, list, type Plist, type PlistDict, text } from "../sources/plist.ts";
import { type Profile, readProfile } from "../sources/profiler.ts";
import { clean } from "../text.ts";
import { type IfconfigInterface, parseIfconfig } from "./ifconfig.ts";

export const IFCONFIG = { file: "/sbin/ifconfig", args: ["-a"] } as const;
/** What the system made for itself: AirDrop, hotspot, tunnels to its own chips. */
const INNER = /^(?:gif|stf|anpi|awdl|llw|ap|p2p|XHC|pktap|iptap|pdp_ip|nan|vmenet)\d/;
const KINDS: readonly [RegExp, string][] = [
  [/^bridge\d/, "bridge"],
  [/^bond\d/, "bond"],
  [/^vlan\d/, "vlan"],
  [/^(?:utun|ipsec|ppp|tun|tap|wg)\d/, "tunnel"],
  [/^(?:vmnet|feth|vnic)\d/, "virtual"],
];

export async function readDarwin(machine: Machine): Promise<NetworkSection> {
  const [profile, shown] = await Promise.all([readProfile(machine), machine.host.exec(IFCONFIG.file, IFCONFIG.args, machine.signal)]);
  return { interfaces: interfacesOf(parseIfconfig(shown), profile) };
}

/** Sorted by name. Tunnels without an address are the system's own. */
function interfacesOf(found: readonly IfconfigInterface[], profile: Profile): NetworkInterface[] {
  const services = new Map(profile.items("SPNetworkDataType").map((item) => [text(item, "interface"), item]));
  return found
    .filter(
      ({ name, addresses, isLoopback }) => !isLoopback && !INNER.test(name) && (kindOf(name, {}) !== "tunnel" || addresses.length > 0),
    )
    .map((each) => interfaceOf(each, services.get(each.name) ?? {}))
    .toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}

function interfaceOf({ name, mac, addresses, up, speedMbps }: IfconfigInterface, service: PlistDict): NetworkInterface {
  const [ipv4, ipv6, dns] = [dict(service["IPv4"]), dict(service["IPv6"]), dict(service["DNS"])];
  const method = text(ipv4, "ConfigMethod");
  return {
    name,
    description: clean(text(service, "_name")),
    mac,
    kind: kindOf(name, service),
    addresses: [...addresses],
    gateways: [text(ipv4, "Router"), text(ipv6, "Router")].filter((router) => router !== ""),
    dns: texts(dns["ServerAddresses"]),
    ...(method === "" ? {} : { dhcp: method === "DHCP" }),
    ...(up === undefined ? {} : { up }),
    ...(speedMbps === undefined ? {} : { speedMbps }),
  };
}

function kindOf(name: string, service: PlistDict): string {
  const hardware = text(service, "hardware", "type");
  if (/^(?:airport|wi-?fi)$/i.test(hardware)) return "wifi";
  const byName = KINDS.find(([sign]) => sign.test(name))?.[1];
  return byName ?? (/^en\d/.test(name) ? "ethernet" : "other");
}

function texts(value: Plist | undefined): string[] {
  return list(value).filter((item) => typeof item === "string");
}
