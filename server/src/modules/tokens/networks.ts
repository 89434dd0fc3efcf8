// From which addresses a token works: a list of networks in CIDR notation; an empty list is everywhere.
import { BlockList, isIP } from "node:net";

/** Whether the text is a network, e.g. "192.0.2.0/24" or "2001:db8::/32". */
export const isNetwork = (text: string): boolean => parse(text) !== undefined;

/** Whether the address lies within any of the networks. Of a network that does not parse, nothing lies within. */
export function isWithin(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const parsed = parse(network);
    if (parsed?.family === family) list.addSubnet(parsed.address, parsed.prefix, nameOf(family));
  }
  return list.check(plain, nameOf(family));
}

function parse(text: string): { address: string; prefix: number; family: number } | undefined {
  const match = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text);
  if (match === null) return undefined;
  const [, address = "", digits] = match;
  const [family, prefix] = [isIP(address), Number(digits)];
  return family === 0 || prefix > (family === 4 ? 32 : 128) ? undefined : { address, prefix, family };
}

const nameOf = (family: number): "ipv4" | "ipv6" => (family === 4 ? "ipv4" : "ipv6");
