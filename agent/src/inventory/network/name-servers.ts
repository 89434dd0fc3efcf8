// Which DNS servers a Linux machine asks: systemd-resolved's by interface, else those of resolv.conf.
import { type Host, readOptional } from "../../host/host.ts";

/** Addresses of systemd-resolved itself: who it asks is written elsewhere. */
const STUB = /^127\.0\.0\.5[34]$/;

/** Servers in resolv.conf, in their order. */
function parseResolvConf(text: string): string[] {
  return [...new Set([...text.matchAll(/^\s*nameserver\s+([0-9a-f.:]+)/gim)].map(([, server = ""]) => server))];
}

/** The system's own servers. */
export async function systemServers(host: Host): Promise<string[]> {
  const servers = parseResolvConf((await readOptional(host, "/etc/resolv.conf")) ?? "");
  if (!servers.some((server) => STUB.test(server))) return servers;
  return parseResolvConf((await readOptional(host, "/run/systemd/resolve/resolv.conf")) ?? "");
}

/** Servers that systemd-networkd or NetworkManager gave to one interface; none when nobody noted it. */
export async function interfaceServers(host: Host, index: string): Promise<string[]> {
  const texts = await Promise.all(
    [`/run/systemd/resolve/netif/${index}`, `/run/systemd/netif/links/${index}`].map((path) => readOptional(host, path)),
  );
  const listed = texts.flatMap((text) =>
    [...(text ?? "").matchAll(/^(?:DNS|SERVERS)=(.+)$/gm)].flatMap(([, list = ""]) => list.split(/\s+/)),
  );
  // "192.0.2.1#dns.example" names the server's certificate as well.
  return [...new Set(listed.map((server) => server.split("#")[0] ?? "").filter((server) => /^[0-9a-f.:]+$/i.test(server)))];
}
