// Which domain or workgroup a Linux machine belongs to: joined ones first (sssd, Samba), else its own full name.
import { type Host, readOptional } from "../../host/host.ts";
import { clean } from "../text.ts";

/** At most one of the two is set. */
export interface Membership {
  readonly domain?: string;
  readonly workgroup?: string;
}

export async function readDomain(host: Host): Promise<Membership> {
  const [sssd, samba, hosts] = await Promise.all(
    ["/etc/sssd/sssd.conf", "/etc/samba/smb.conf", "/etc/hosts"].map((path) => readOptional(host, path)),
  );
  const joined = /^\s*domains\s*=\s*([^,\s]+)/m.exec(sssd ?? "")?.[1] ?? setting(samba, "realm");
  if (joined !== undefined) return { domain: clean(joined).toLowerCase() };
  const domain = fullName(host.os().hostname, hosts ?? "");
  if (domain !== "") return { domain };
  const workgroup = setting(samba, "workgroup");
  return workgroup === undefined ? {} : { workgroup: clean(workgroup) };
}

function setting(config: string | undefined, name: string): string | undefined {
  return new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*(\\S+)`, "im").exec(config ?? "")?.[1];
}

/** What stands behind the first dot of the machine's name, there or in /etc/hosts. */
function fullName(hostname: string, hosts: string): string {
  const own = hostname.split(".")[0] ?? "";
  const names = [hostname, ...hosts.split("\n").flatMap((line) => line.replace(/#.*/, "").trim().split(/\s+/).slice(1))];
  const full = names.find((name) => name.toLowerCase().startsWith(`${own.toLowerCase()}.`));
  const domain = clean(full?.slice(own.length + 1)).toLowerCase();
  return domain === "localdomain" ? "" : domain;
}
