// What `ifconfig` prints on macOS and the BSDs.

/** One interface. */
export interface IfconfigInterface {
  readonly name: string;
  /** Lower case with colons; "" without. */
  readonly mac: string;
  /** IPv4 then IPv6 with prefix length, without link-local, outdated and temporary ones. */
  readonly addresses: readonly string[];
  /** Absent where the driver does not say. */
  readonly up?: boolean;
  /** Mbit/s of the medium it found. */
  readonly speedMbps?: number;
  readonly isLoopback: boolean;
}

const PASSING = /\b(?:deprecated|temporary|detached|tentative|duplicated)\b/;
const UNITS: { readonly [unit: string]: number } = { "": 1, G: 1000, g: 1000 };

/** In the text's order. */
export function parseIfconfig(text: string): IfconfigInterface[] {
  return text
    .replace(/\r/g, "")
    .split(/^(?=[a-zA-Z][\w.-]*:? ?flags=)/m)
    .flatMap((block) => {
      const [, name, flags = ""] = /^([\w.-]+):? ?flags=[0-9a-f]+<([^>]*)>/.exec(block) ?? [];
      return name === undefined ? [] : [interfaceOf(name, flags, block)];
    });
}

function interfaceOf(name: string, flags: string, block: string): IfconfigInterface {
  const status = /^\s+status: (.+?)\s*$/m.exec(block)?.[1];
  const speed = speedOf(/^\s+media: .*\((\S+)/m.exec(block)?.[1] ?? "");
  const up = status === undefined ? undefined : /^(?:active|associated)$/.test(status);
  return {
    name,
    mac: (/^\s+(?:ether|lladdr) ([0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5})\s*$/im.exec(block)?.[1] ?? "").toLowerCase(),
    addresses: [...ipv4(block), ...ipv6(block)],
    ...(up === undefined ? {} : { up }),
    ...(speed > 0 && up !== false ? { speedMbps: speed } : {}),
    isLoopback: flags.split(",").includes("LOOPBACK"),
  };
}

function ipv4(block: string): string[] {
  return [...block.matchAll(/^\s+inet (\d+(?:\.\d+){3}) (?:--> \S+ )?netmask 0x([0-9a-f]{8})/gim)].map(
    ([, address, mask = ""]) => `${address}/${Number.parseInt(mask, 16).toString(2).replaceAll("0", "").length}`,
  );
}

function ipv6(block: string): string[] {
  return [...block.matchAll(/^\s+inet6 ([0-9a-f:.]+)(?:%\S+)? prefixlen (\d+)(.*)$/gim)].flatMap(([, address = "", prefix, rest = ""]) =>
    /^fe[89ab]/i.test(address) || address === "::1" || PASSING.test(rest) ? [] : [`${address.toLowerCase()}/${prefix}`],
  );
}

/** Mbit/s of "1000baseT", "10Gbase-T", "2500Base-T"; 0 for any other medium. */
function speedOf(medium: string): number {
  const [, count = "0", unit = ""] = /^(\d+)([Gg]?)base/i.exec(medium) ?? [];
  return Number(count) * (UNITS[unit] ?? 1);
}
