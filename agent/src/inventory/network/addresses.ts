// Addresses and routes of Linux from the texts in /proc/net.

/** One address of one interface. */
export interface InterfaceCidr {
  readonly interface: string;
  /** With prefix length, e.g. "2001:db8::5/64". */
  readonly cidr: string;
}

const GATEWAY = 0x2;
const TEMPORARY = 0x01;
/** Scope "link". */
const LINK_LOCAL = 0x20;

/** /proc/net/if_inet6, without link-local addresses and the temporary ones that change every day. */
export function parseIfInet6(text: string): InterfaceCidr[] {
  return [...text.matchAll(/^([0-9a-f]{32}) [0-9a-f]+ ([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)\s+(\S+)$/gm)].flatMap(
    ([, address = "", prefix = "", scope = "", flags = "", name = ""]) =>
      Number.parseInt(scope, 16) === LINK_LOCAL || (Number.parseInt(flags, 16) & TEMPORARY) !== 0
        ? []
        : [{ interface: name, cidr: `${shortIpv6(address)}/${Number.parseInt(prefix, 16)}` }],
  );
}

/** Default gateways in /proc/net/route by interface. Addresses stand there as the processor keeps them: the last byte first. */
export function parseRoute(text: string): Map<string, string[]> {
  const gateways = new Map<string, string[]>();
  for (const line of text.split("\n").slice(1)) {
    const [name, destination, gateway, flags, , , , mask] = line.trim().split(/\s+/);
    if (name === undefined || gateway === undefined || destination !== "00000000" || mask !== "00000000") continue;
    if ((Number.parseInt(flags ?? "", 16) & GATEWAY) === 0) continue;
    const bytes = gateway.match(/../g) ?? [];
    add(
      gateways,
      name,
      bytes
        .map((byte) => Number.parseInt(byte, 16))
        .toReversed()
        .join("."),
    );
  }
  return gateways;
}

/** Default gateways in /proc/net/ipv6_route by interface. */
export function parseIpv6Route(text: string): Map<string, string[]> {
  const gateways = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const [destination, prefix, , , gateway, , , , flags, name] = line.trim().split(/\s+/);
    if (name === undefined || gateway === undefined || destination !== "0".repeat(32) || prefix !== "00") continue;
    if ((Number.parseInt(flags ?? "", 16) & GATEWAY) !== 0) add(gateways, name, shortIpv6(gateway));
  }
  return gateways;
}

function add(lists: Map<string, string[]>, name: string, item: string): void {
  const list = lists.get(name) ?? [];
  if (!list.includes(item)) lists.set(name, [...list, item]);
}

/** RFC 5952 of 32 hexadecimal digits: the longest run of zero groups becomes "::". */
export function shortIpv6(hex: string): string {
  const groups = (hex.match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16).toString(16));
  let best = { at: -1, length: 1 };
  for (let at = 0; at < groups.length; at++) {
    let length = 0;
    while (groups[at + length] === "0") length++;
    if (length > best.length) best = { at, length };
  }
  if (best.at < 0) return groups.join(":");
  return `${groups.slice(0, best.at).join(":")}::${groups.slice(best.at + best.length).join(":")}`;
}
