// Whether an interface of a Linux machine gets its address by DHCP: signs of the clients that distributions use.
import { type Host, listOptional, readOptional } from "../../host/host.ts";

/** Undefined when no sign speaks for or against it. */
export async function usesDhcp(host: Host, name: string, index: string): Promise<boolean | undefined> {
  if ((await readOptional(host, `/run/systemd/netif/leases/${index}`)) !== undefined) return true;
  const device = await readOptional(host, `/run/NetworkManager/devices/${index}`);
  if (/^dhcp4?[.-]/m.test(device ?? "")) return true;
  const leases = (
    await Promise.all(["/var/lib/dhcp", "/var/lib/NetworkManager", "/var/lib/dhclient"].map((path) => listOptional(host, path)))
  ).flat();
  if (
    leases.some((file) =>
      file.endsWith(".lease") ? file.endsWith(`-${name}.lease`) : new RegExp(`[.-]${literally(name)}\\.leases$`).test(file),
    )
  )
    return true;
  const method = new RegExp(`^\\s*iface\\s+${literally(name)}\\s+inet\\s+(\\w+)`, "m").exec(
    (await readOptional(host, "/etc/network/interfaces")) ?? "",
  )?.[1];
  if (method !== undefined) return method === "dhcp";
  return undefined;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
