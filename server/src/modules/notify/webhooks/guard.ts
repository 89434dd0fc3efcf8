// Which addresses an organization may have this server connect to: public ones, and those that the server's operator lists.
// A name is resolved once, every answer is checked, and the connection goes to the checked addresses only.
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

/** As this machine resolves names, its hosts file among them. */
export const systemResolve: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

export interface Guard {
  /** Addresses of a host that may be connected to. Throws ForbiddenAddress when one of them may not. */
  resolve(host: string): Promise<readonly Resolved[]>;
  /** Whether this host is written as an address that may not be connected to; false for a name. */
  refuses(host: string): boolean;
}

/** This server does not connect there. */
export class ForbiddenAddress extends Error {
  override readonly name = "ForbiddenAddress";
}

/** IPv4 that is no public unicast, and the metadata service that has a public address. */
const DENIED_4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
  ["168.63.129.16", 32],
] as const;
/** Inside 2000::/3, the only public part: protocol assignments with Teredo, documentation, 6to4. */
const DENIED_6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const denied = new BlockList();
for (const [address, bits] of DENIED_4) denied.addSubnet(address, bits, "ipv4");
for (const [address, bits] of DENIED_6) denied.addSubnet(address, bits, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/**
 * Builds the guard.
 * @param allowed addresses and CIDR networks that are allowed though they are not public
 */
export function createGuard(allowed: readonly string[], resolve: Resolve): Guard {
  const listed = new BlockList();
  for (const network of allowed) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    listed.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }

  function permits(address: string): boolean {
    const family = isIP(address);
    if (family === 0 || address.includes("%")) return false;
    if (family === 4) return listed.check(address, "ipv4") || !denied.check(address, "ipv4");
    const inner = embedded4(address);
    if (inner !== undefined) return permits(inner);
    if (listed.check(address, "ipv6")) return true;
    return global6.check(address, "ipv6") && !denied.check(address, "ipv6");
  }

  return {
    refuses: (host) => isIP(bare(host)) !== 0 && !permits(bare(host)),
    async resolve(host) {
      const name = bare(host);
      const family = isIP(name);
      const found = family === 0 ? await resolve(name) : [{ address: name, family: family as 4 | 6 }];
      if (found.length === 0) throw new Error("the name has no address");
      if (!found.every(({ address }) => permits(address))) throw new ForbiddenAddress("the address is not a public one");
      return found;
    },
  };
}

/** A URL's host without the brackets around an IPv6 address. */
const bare = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");

/** The IPv4 address inside an IPv4-mapped (::ffff:0:0/96) or NAT64 (64:ff9b::/96) address, undefined in any other. */
function embedded4(address: string): string | undefined {
  const words = wordsOf(address);
  const prefix = words.slice(0, 6).join(":");
  if (prefix !== "0:0:0:0:0:ffff" && prefix !== "64:ff9b:0:0:0:0") return undefined;
  return words
    .slice(6)
    .flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 255])
    .join(".");
}

/** The eight words of an IPv6 address, in lower case without leading zeros. The URL parser brings every spelling to one form. */
function wordsOf(address: string): string[] {
  const canonical = bare(new URL(`http://[${address}]/`).hostname);
  const [head = "", tail] = canonical.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  return [...before, ...Array.from({ length: tail === undefined ? 0 : 8 - before.length - after.length }, () => "0"), ...after];
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether a host is written as an address of this very machine. */
export const isLoopbackAddress = (host: string): boolean => isIP(host) !== 0 && loopback.check(host, isIP(host) === 4 ? "ipv4" : "ipv6");
