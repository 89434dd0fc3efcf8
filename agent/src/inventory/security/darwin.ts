// macOS: the system's own protection, products that have a tool to ask, and the application firewall.
import type { Antivirus, Firewall, SecuritySection } from "@vigia/protocol";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { readInstallations } from "../sources/install-history.ts";
import { text } from "../sources/plist.ts";
import { readProfile } from "../sources/profiler.ts";
import { clean } from "../text.ts";
import { parseMdatpHealth } from "./mdatp.ts";
import { parseSentinelStatus, SENTINELCTL } from "./sentinelone.ts";

const FALCONCTL = "/Applications/Falcon.app/Contents/Resources/falconctl";
const MDATP = "/usr/local/bin/mdatp";
export const FIREWALL = { file: "/usr/libexec/ApplicationFirewall/socketfilterfw", args: ["--getglobalstate"] } as const;

export async function readDarwin(machine: Machine): Promise<SecuritySection> {
  const [xprotect, products, firewall] = await Promise.all([readXprotect(machine), readProducts(machine), readFirewall(machine)]);
  const antivirus = [...xprotect, ...products];
  return { antivirus: antivirus.toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)), firewalls: firewall };
}

/** Its data are an installation like others. It cannot be switched off while the system protects its own integrity. */
async function readXprotect(machine: Machine): Promise<Antivirus[]> {
  const [installations, profile] = await Promise.all([readInstallations(machine), readProfile(machine)]);
  const data = installations.findLast(({ name }) => /^XProtectPlistConfigData/.test(name));
  const isProtected = profile.items("SPSoftwareDataType").some((item) => text(item, "system_integrity") === "integrity_enabled");
  if (data === undefined) return [];
  return [{ name: "XProtect", version: clean(data.version), ...(isProtected ? { active: true } : {}), definitionsOn: data.on }];
}

/** A tool that refuses to answer says nothing about the others. */
async function readProducts({ host, signal }: Machine): Promise<Antivirus[]> {
  const ask = async (tool: string, args: readonly string[]) => (await execOptional(host, tool, args, signal).catch(() => "")) ?? "";
  const [sentinel, falcon, mdatp] = await Promise.all([ask(SENTINELCTL, ["status"]), ask(FALCONCTL, ["stats"]), ask(MDATP, ["health"])]);
  return [parseSentinelStatus(sentinel), parseFalconStats(falcon), parseMdatpHealth(mdatp)].filter((product) => product !== undefined);
}

/** `falconctl stats`: "version: 6.45.15803.0" and "Sensor operational: true". */
function parseFalconStats(stats: string): Antivirus | undefined {
  const version = /^\s*version:\s*(\d\S*)/im.exec(stats)?.[1];
  if (version === undefined) return undefined;
  const operational = /^\s*sensor operational:\s*(true|false)/im.exec(stats)?.[1];
  return { name: "CrowdStrike Falcon", version, ...(operational === undefined ? {} : { active: operational === "true" }) };
}

async function readFirewall({ host, signal }: Machine): Promise<Firewall[]> {
  const active = parseFirewallState((await execOptional(host, FIREWALL.file, FIREWALL.args, signal)) ?? "");
  return active === undefined ? [] : [{ name: "Application Firewall", active }];
}

/** "Firewall is enabled. (State = 1)", or the number alone as the system's preferences keep it: 1 filters, 2 blocks all. */
export function parseFirewallState(shown: string): boolean | undefined {
  const state = /(?:State = |^\s*)([012])\)?\s*$/.exec(shown)?.[1];
  return state === undefined ? undefined : state !== "0";
}
