// Antivirus and firewall of a Windows machine.
import type { Antivirus, Firewall, SecuritySection } from "@vigia/protocol";
import { type Machine, ReadInPart } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean, isoDate } from "../text.ts";

export async function readWindows(machine: Machine): Promise<SecuritySection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  const section = { antivirus: windowsAntivirus(known), firewalls: windowsFirewalls(keys) };
  // An empty list would say that nothing protects this machine; that is only known where somebody could have said otherwise.
  if (known.answered("AntiVirusProduct") || known.answered("MSFT_MpComputerStatus")) return section;
  throw new ReadInPart("Windows does not tell which antivirus protects it", section);
}

/** The product under which Windows' own antivirus registers. */
const DEFENDER = "{d68ddc3a-831f-4fae-9e44-da132c1acf46}";
const DEFENDER_NAME = /^(?:windows|microsoft) defender/i;
const FRESH_DAYS = 7;

/** Products that registered with the security centre, which servers do not have; there only Windows' own is known. Sorted by name. */
function windowsAntivirus(known: Wmi): Antivirus[] {
  const [defender] = known.optional("MSFT_MpComputerStatus");
  const registered = known.optional("AntiVirusProduct").map((object): Antivirus => {
    const own = object.text("instanceGuid").toLowerCase() === DEFENDER || DEFENDER_NAME.test(object.text("displayName"));
    return { name: clean(object.text("displayName")), ...productState(object), ...(own && defender ? definitions(defender) : {}) };
  });
  if (registered.length === 0 && defender !== undefined) return [serverDefender(defender)];
  return registered.toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}

/** Second byte: 0x10 and 0x11 protect, 0x00 is off, 0x20 sleeps. Lowest byte: 0x00 is current, 0x10 is not. */
function productState(object: WmiObject): Pick<Antivirus, "active" | "upToDate"> {
  const state = object.number("productState");
  if (state === undefined) return {};
  return { active: ((state >> 8) & 0xf0) === 0x10, upToDate: (state & 0xff) === 0 };
}

function definitions(defender: WmiObject): Pick<Antivirus, "version" | "definitionsOn"> {
  return { version: clean(defender.text("AMProductVersion")), definitionsOn: isoDate(defender.text("AntivirusSignatureLastUpdated")) };
}

function serverDefender(defender: WmiObject): Antivirus {
  const enabled = defender.flag("AntivirusEnabled");
  const watching = defender.flag("RealTimeProtectionEnabled");
  const age = defender.number("AntivirusSignatureAge");
  return {
    name: "Microsoft Defender Antivirus",
    ...definitions(defender),
    ...(enabled === undefined ? {} : { active: enabled && watching !== false }),
    ...(age === undefined ? {} : { upToDate: age <= FRESH_DAYS }),
  };
}

/** Names people see, and the registry's; what the system calls "standard" is the private profile. */
const PROFILES: readonly [profile: string, key: string, policy: string][] = [
  ["domain", "DomainProfile", "DomainProfile"],
  ["private", "StandardProfile", "StandardProfile"],
  ["public", "PublicProfile", "PublicProfile"],
];

/** Windows' own firewall, one a profile that the system has. A policy of the domain is stronger than what was set here. */
export function windowsFirewalls(keys: Registry): Firewall[] {
  return PROFILES.flatMap(([profile, name, policy]): Firewall[] => {
    const here = keys.key(`${KEYS.firewall}\\${name}`);
    const set = keys.key(`${KEYS.firewallByPolicy}\\${policy}`)?.number("EnableFirewall") ?? here?.number("EnableFirewall");
    if (here === undefined && set === undefined) return [];
    return [{ name: "Windows Defender Firewall", profile, ...(set === undefined ? {} : { active: set === 1 }) }];
  });
}
