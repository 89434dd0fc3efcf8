// Linux: antivirus products by their packages, processes and own tools; firewalls by their configuration and the kernel's rules.
import type { Antivirus, Firewall, SecuritySection } from "@vigia/protocol";
import { execOptional, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { readPackages } from "../software/packages.ts";
import { processNames, runs } from "../sources/processes.ts";
import { isoDate } from "../text.ts";
import { ANTIVIRUS_PRODUCTS } from "./antivirus-products.ts";
import { BITDEFENDER_TOOL, parseBduitool } from "./bitdefender.ts";
import { iptablesFilters, nftablesFilters } from "./firewall-rules.ts";
import { parseMdatpHealth } from "./mdatp.ts";

const FALCON = "/opt/CrowdStrike/falconctl";
const CLAMAV = "/var/lib/clamav";

export async function readLinux(machine: Machine): Promise<SecuritySection> {
  const [antivirus, firewalls] = await Promise.all([readAntivirus(machine), readFirewalls(machine)]);
  return { antivirus: antivirus.toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)), firewalls };
}

async function readAntivirus(machine: Machine): Promise<Antivirus[]> {
  const { host, signal } = machine;
  const processes = await processNames(machine);
  const versions = new Map((await readPackages(machine)).map(({ name, version }) => [name ?? "", version ?? ""]));
  const found: Antivirus[] = [];
  for (const { name, packages, processes: guards } of ANTIVIRUS_PRODUCTS) {
    const version = packages.map((each) => versions.get(each)).find((each) => each !== undefined);
    if (version === undefined) continue;
    const active = guards.some((guard) => runs(processes, guard));
    if (name === "ClamAV") found.push({ name, version, active, definitionsOn: await clamavDefinitions(machine) });
    else if (name === "CrowdStrike Falcon") found.push({ name, version, active: active && !(await falconIsReduced(machine)) });
    else found.push({ name, version, active });
  }
  const told = [
    parseBduitool((await execOptional(host, BITDEFENDER_TOOL, ["get", "ps"], signal)) ?? ""),
    parseMdatpHealth((await execOptional(host, "mdatp", ["health"], signal)) ?? ""),
  ];
  return [...found, ...told.filter((product) => product !== undefined)];
}

/** Its files of definitions are large and begin with "ClamAV-VDB:20 Nov 2026 03-31 -0500:…". */
async function clamavDefinitions({ host, signal }: Machine): Promise<string> {
  const daily = (await listOptional(host, CLAMAV)).find((file) => /^daily\.c[lv]d$/.test(file));
  if (daily === undefined) return "";
  const head = (await execOptional(host, "head", ["-c", "64", `${CLAMAV}/${daily}`], signal)) ?? "";
  const [, day] = /^ClamAV-VDB:(\d{1,2} [A-Z][a-z]{2} \d{4})/.exec(head) ?? [];
  return day === undefined ? "" : isoDate(Date.parse(`${day} UTC`));
}

/** Falcon on a kernel that it does not know runs, sees nothing, and says "rfm-state=true". */
async function falconIsReduced({ host, signal }: Machine): Promise<boolean> {
  return /rfm-state\s*=\s*true/.test((await execOptional(host, FALCON, ["-g", "--rfm-state"], signal)) ?? "");
}

/** The ones people set up; the kernel's own rules are only of interest where none of them makes them. */
async function readFirewalls(machine: Machine): Promise<Firewall[]> {
  const { host } = machine;
  const firewalls: Firewall[] = [];
  const ufw = await readOptional(host, "/etc/ufw/ufw.conf");
  if (ufw !== undefined) firewalls.push({ name: "ufw", active: /^\s*ENABLED\s*=\s*["']?yes/im.test(ufw) });
  const firewalld = (await listOptional(host, "/usr/lib/firewalld")).length > 0;
  if (firewalld) firewalls.push({ name: "firewalld", active: runs(await processNames(machine), "firewalld") });
  if (firewalls.some(({ active }) => active)) return firewalls;
  return [...firewalls, ...(await kernelRules(machine))];
}

async function kernelRules({ host, signal }: Machine): Promise<Firewall[]> {
  const found: Firewall[] = [];
  // Only root may list rules: then it is there, and nobody knows whether it filters.
  const list = (program: string, args: string[]) => execOptional(host, program, args, signal).catch(() => null);
  const nft = await list("nft", ["list", "ruleset"]);
  if (nft !== undefined) found.push(nft === null ? { name: "nftables" } : { name: "nftables", active: nftablesFilters(nft) });
  // iptables loads its module when it is asked: it is asked only where the older tables are in use already.
  const tables = (await readOptional(host, "/proc/net/ip_tables_names")) ?? "";
  if (!/^filter$/m.test(tables)) return found;
  const iptables = (await list("iptables-legacy", ["-S"])) ?? (await list("iptables", ["-S"]));
  if (iptables !== undefined)
    found.push(iptables === null ? { name: "iptables" } : { name: "iptables", active: iptablesFilters(iptables) });
  return found;
}
