// The parts of the registry that the inventory reads, asked once by reg.exe: one table, one call.
import { Unsupported } from "../../collectors/collector.ts";
import { execOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { parseRegistry, type Registry } from "./registry.ts";

const MICROSOFT = "HKLM\\SOFTWARE\\Microsoft";
const WINDOWS = `${MICROSOFT}\\Windows\\CurrentVersion`;
const NT = `${MICROSOFT}\\Windows NT\\CurrentVersion`;
const CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control";
const SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services";
const OFFICES = ["14.0", "15.0", "16.0"];
const WOW = "HKLM\\SOFTWARE\\WOW6432Node\\Microsoft";

/** Names of the keys, as the sections use them. */
export const KEYS = {
  nt: NT,
  uninstall: `${WINDOWS}\\Uninstall`,
  uninstall32: `${WOW}\\Windows\\CurrentVersion\\Uninstall`,
  profiles: `${NT}\\ProfileList`,
  users: "HKU",
  logon: `${WINDOWS}\\Authentication\\LogonUI`,
  rebootServicing: `${WINDOWS}\\Component Based Servicing\\RebootPending`,
  rebootUpdate: `${WINDOWS}\\WindowsUpdate\\Auto Update\\RebootRequired`,
  updateResults: `${WINDOWS}\\WindowsUpdate\\Auto Update\\Results\\Install`,
  session: `${CONTROL}\\Session Manager`,
  environment: `${CONTROL}\\Session Manager\\Environment`,
  activeName: `${CONTROL}\\ComputerName\\ActiveComputerName`,
  nextName: `${CONTROL}\\ComputerName\\ComputerName`,
  secureBoot: `${CONTROL}\\SecureBoot\\State`,
  control: CONTROL,
  printers: `${CONTROL}\\Print\\Printers`,
  networkNames: `${CONTROL}\\Network\\{4D36E972-E325-11CE-BFC1-08002BE10318}`,
  networkCards: `${CONTROL}\\Class\\{4d36e972-e325-11ce-bfc1-08002be10318}`,
  displayCards: `${CONTROL}\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}`,
  displays: "HKLM\\SYSTEM\\CurrentControlSet\\Enum\\DISPLAY",
  tcpip: `${SERVICES}\\Tcpip\\Parameters`,
  interfaces: `${SERVICES}\\Tcpip\\Parameters\\Interfaces`,
  tpm: `${SERVICES}\\TPM\\WMI\\Endorsement`,
  tpmCertificates: `${SERVICES}\\TPM\\WMI\\Endorsement\\EKCertStore\\Certificates`,
  firewall: `${SERVICES}\\SharedAccess\\Parameters\\FirewallPolicy`,
  firewallByPolicy: "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall",
  hardware: "HKLM\\HARDWARE\\DESCRIPTION\\System",
  processors: "HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor",
  firmware: "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS",
  offices: OFFICES.flatMap((version) => [`${MICROSOFT}\\Office\\${version}\\Registration`, `${WOW}\\Office\\${version}\\Registration`]),
} as const;

const ONE = "one";
const ALL = "all";

/** What reg.exe is asked for: a key alone, or with all that is below it. */
const QUERIES: readonly [key: string, depth: typeof ONE | typeof ALL][] = [
  [KEYS.nt, ONE],
  [KEYS.uninstall, ALL],
  [KEYS.uninstall32, ALL],
  [KEYS.profiles, ALL],
  [KEYS.users, ONE],
  [KEYS.logon, ONE],
  [KEYS.rebootServicing, ONE],
  [KEYS.rebootUpdate, ONE],
  [KEYS.updateResults, ONE],
  [KEYS.session, ONE],
  [KEYS.environment, ONE],
  [KEYS.activeName, ONE],
  [KEYS.nextName, ONE],
  [KEYS.secureBoot, ONE],
  [KEYS.control, ONE],
  [KEYS.printers, ALL],
  [KEYS.networkNames, ALL],
  [KEYS.networkCards, ALL],
  [KEYS.displayCards, ALL],
  [KEYS.displays, ALL],
  [KEYS.tcpip, ONE],
  [KEYS.interfaces, ALL],
  [`${KEYS.firewall}\\DomainProfile`, ONE],
  [`${KEYS.firewall}\\StandardProfile`, ONE],
  [`${KEYS.firewall}\\PublicProfile`, ONE],
  [KEYS.firewallByPolicy, ALL],
  [KEYS.hardware, ONE],
  [KEYS.processors, ALL],
  [KEYS.firmware, ONE],
  [KEYS.tpm, ONE],
  [KEYS.tpmCertificates, ALL],
  ...KEYS.offices.map((key): [string, typeof ALL] => [key, ALL]),
];

/** Longest command line that cmd.exe takes is 8191 characters. */
const MAX_COMMAND = 7_000;

/** The parts of the registry named above. Throws Unsupported where reg.exe is not there or shows nothing. */
export function registry(machine: Machine): Promise<Registry> {
  return machine.once("registry", () => query(machine, QUERIES));
}

/** Programs installed for one user only; asked for users whose part of the registry is loaded, which it is while they are signed in. */
export function userUninstall(machine: Machine, sids: readonly string[]): Promise<Registry> {
  return query(
    machine,
    sids.map((sid): [string, typeof ALL] => [userUninstallKey(sid), ALL]),
  );
}

/** Where the programs of one user stand. */
export function userUninstallKey(sid: string): string {
  return `HKU\\${sid}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
}

/**
 * Several keys in few calls of cmd.exe, by the 64-bit view; the 32-bit one stands below WOW6432Node. Code page 65001 is UTF-8. Each word
 * is an argument of its own, because Node quotes those with spaces as reg.exe reads them and leaves "&" to cmd.exe.
 */
async function query(machine: Machine, queries: readonly [key: string, depth: typeof ONE | typeof ALL][]): Promise<Registry> {
  const commands = queries.map(([key, depth]) => ["reg", "query", key, ...(depth === ALL ? ["/s"] : []), "/reg:64", "&"]);
  let text = "";
  for (let from = 0; from < commands.length; ) {
    let to = from;
    let length = 0;
    while (to < commands.length && length < MAX_COMMAND) length += (commands[to++] ?? []).join(" ").length + 3;
    const call = ["/d", "/c", "chcp", "65001", ">nul", "&", ...commands.slice(from, to).flat(), "exit", "0"];
    const printed = await execOptional(machine.host, "cmd.exe", call, machine.signal);
    if (printed === undefined) throw new Unsupported("reg.exe cannot be run");
    text += `\n${printed}`;
    from = to;
  }
  return parseRegistry(text);
}
