// Linux: /sys/class/net and /proc/net, no program asked. Left out are loopback, the ends of containers' cables, and virtual interfaces
// that carry nothing.
import type { NetworkInterface, NetworkSection } from "@vigia/protocol";
import { type Host, linkTarget, listOptional, readOptional } from "../../host/host.ts";
import { isForGuests, isLinkLocal } from "../../host-facts/addresses.ts";
import type { Machine } from "../reader.ts";
import { udevProperties } from "../sources/udev.ts";
import { clean } from "../text.ts";
import { parseIfInet6, parseIpv6Route, parseRoute } from "./addresses.ts";
import { usesDhcp } from "./dhcp.ts";
import { interfaceServers, systemServers } from "./name-servers.ts";

const NET = "/sys/class/net";
/** What the kernel calls types of link layers (ARPHRD_…). */
const ETHERNET = "1";
const TUNNELS = new Set(["65534", "768", "769", "776", "778", "823"]);
const MOBILE = new Set(["512", "519", "530"]);

export async function readLinux({ host }: Machine): Promise<NetworkSection> {
  const names = (await listOptional(host, NET)).filter((name) => name !== "lo" && !isForGuests(name));
  const [route, route6, inet6, servers] = await Promise.all([
    readOptional(host, "/proc/net/route"),
    readOptional(host, "/proc/net/ipv6_route"),
    readOptional(host, "/proc/net/if_inet6"),
    systemServers(host),
  ]);
  const gateways4 = parseRoute(route ?? "");
  const gateways6 = parseIpv6Route(route6 ?? "");
  const addresses6 = parseIfInet6(inet6 ?? "");
  const addresses4 = host.os().networkInterfaces.filter(({ family, address }) => family === "IPv4" && !isLinkLocal(address));
  // The system's own servers are asked through the first default route.
  const [outward] = [...gateways4.keys(), ...gateways6.keys()];
  const found = await Promise.all(
    names.map(async (name): Promise<NetworkInterface | undefined> => {
      const own4 = addresses4
        .filter((entry) => entry.interface === name)
        .map(({ address, prefix }) => (prefix === undefined ? address : `${address}/${prefix}`));
      const own6 = addresses6.filter((entry) => entry.interface === name).map(({ cidr }) => cidr);
      const card = await readCard(host, name);
      const addresses = [...own4, ...own6.toSorted()];
      if (card.isVirtual && addresses.length === 0 && card.kind === "virtual") return undefined;
      const given = await interfaceServers(host, card.index);
      const dhcp = await usesDhcp(host, name, card.index);
      const { isVirtual: _, index: __, ...facts } = card;
      return {
        name,
        ...facts,
        addresses,
        gateways: [...(gateways4.get(name) ?? []), ...(gateways6.get(name) ?? [])],
        dns: given.length > 0 ? given : name === outward ? servers : [],
        ...(dhcp === undefined ? {} : { dhcp }),
      };
    }),
  );
  return { interfaces: found.filter((entry) => entry !== undefined) };
}

async function readCard(host: Host, name: string) {
  const at = `${NET}/${name}`;
  const text = async (file: string) => clean(await readOptional(host, `${at}/${file}`));
  const [index, address, state, speed, type, uevent] = await Promise.all([
    text("ifindex"),
    text("address"),
    text("operstate"),
    text("speed"),
    text("type"),
    text("uevent"),
  ]);
  const [link, inside, driver] = await Promise.all([linkTarget(host, at), listOptional(host, at), linkTarget(host, `${at}/device/driver`)]);
  const isVirtual = link?.includes("/devices/virtual/") ?? false;
  const udev = await udevProperties(host, `n${index}`);
  const description = [udev.get("ID_VENDOR_FROM_DATABASE"), udev.get("ID_MODEL_FROM_DATABASE")].filter(Boolean).join(" ");
  const mbps = Number(speed);
  return {
    index,
    isVirtual,
    description: clean(description) || clean(driver?.split("/").at(-1)),
    mac: /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(address) && address !== "00:00:00:00:00:00" ? address : "",
    kind: kindOf(type, uevent, inside, isVirtual),
    // Tunnels and modems do not know their state.
    ...(state === "up" || state === "down" || state === "dormant" || state === "lowerlayerdown" ? { up: state === "up" } : {}),
    ...(mbps > 0 && mbps < 10_000_000 && state === "up" ? { speedMbps: mbps } : {}),
  };
}

function kindOf(type: string, uevent: string, inside: readonly string[], isVirtual: boolean): string {
  const devtype = /\bDEVTYPE=(\w+)/.exec(uevent)?.[1] ?? "";
  if (inside.includes("wireless") || inside.includes("phy80211") || devtype === "wlan") return "wifi";
  if (inside.includes("bridge") || devtype === "bridge") return "bridge";
  if (inside.includes("bonding") || devtype === "bond" || devtype === "team") return "bond";
  if (devtype === "vlan") return "vlan";
  if (devtype === "wwan" || MOBILE.has(type)) return "mobile";
  if (inside.includes("tun_flags") || TUNNELS.has(type) || devtype === "wireguard" || devtype === "vxlan") return "tunnel";
  if (type !== ETHERNET) return "other";
  return isVirtual ? "virtual" : "ethernet";
}
