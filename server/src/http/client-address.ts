// Who is at the other end of a connection, where no web framework looks at it.
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

const FAMILIES = { 4: "ipv4", 6: "ipv6" } as const;
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, "");

/** Makes a function that answers whether an address is one of these proxies (addresses or networks in CIDR). */
export function trustedPeers(trustedProxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const bare = plain(address);
    const family = isIP(bare);
    return (family === 4 || family === 6) && trusted.check(bare, FAMILIES[family]);
  };
}

/**
 * Makes a function that answers the address a request came from: that of the socket, or, while the last one known is a trusted proxy
 * (an address or a network in CIDR), the one that this proxy names in X-Forwarded-For.
 */
export function clientAddresses(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = trustedPeers(trustedProxies);
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? "");
    if (trustedProxies.length === 0) return address;
    const named = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((one) => plain(one.trim()));
    for (let before = named.pop(); before !== undefined && isIP(before) !== 0 && isTrusted(address); before = named.pop()) address = before;
    return address;
  };
}
