// Network cards as the registry knows them: the card, the name of its connection and its settings. No hardware address, no state.
import type { NetworkInterface } from "@vigia/protocol";
import type { Registry, RegistryKey } from "../sources/registry.ts";
import { KEYS } from "../sources/registry-keys.ts";
import { clean } from "../text.ts";
import { inPrefixForm, inReadingOrder, interfaceKind } from "./windows-kinds.ts";

/** Cards that have a connection with a name, sorted by it. */
export function registryInterfaces(keys: Registry): NetworkInterface[] {
  const names = connectionNames(keys);
  const interfaces = keys.below(KEYS.networkCards).flatMap((card) => {
    const id = card.text("NetCfgInstanceId");
    const name = names.get(id.toLowerCase());
    // Miniports and debuggers are bound to no bus and are no network card for anybody.
    if (id === "" || name === undefined || /miniport|kernel debug/i.test(card.text("DriverDesc"))) return [];
    return [oneInterface(name, card, keys.key(`${KEYS.interfaces}\\${id}`))];
  });
  return inReadingOrder(interfaces);
}

/** Names of connections by the id of their adapter, in lower case: "Ethernet 2". */
export function connectionNames(keys: Registry): Map<string, string> {
  return new Map(
    keys.below(KEYS.networkNames).flatMap((adapter): [string, string][] => {
      const name = clean(keys.text(`${adapter.path}\\Connection`, "Name"));
      return name === "" ? [] : [[adapter.name.toLowerCase(), name]];
    }),
  );
}

function oneInterface(name: string, card: RegistryKey, settings: RegistryKey | undefined): NetworkInterface {
  const description = clean(card.text("DriverDesc"));
  const enabled = settings?.number("EnableDHCP");
  const dhcp = enabled === undefined ? undefined : enabled === 1;
  // By DHCP or by hand: each has values of its own.
  const own = (byHand: string, byDhcp: string) => (settings?.list(dhcp ? byDhcp : byHand) ?? []).filter((address) => address !== "0.0.0.0");
  const masks = settings?.list(dhcp ? "DhcpSubnetMask" : "SubnetMask") ?? [];
  const byHand = settings?.list("NameServer") ?? [];
  return {
    name,
    description,
    mac: "",
    kind: interfaceKind({
      description,
      plugAndPlay: card.text("DeviceInstanceID"),
      type: card.number("*IfType"),
      medium: card.number("*PhysicalMediaType"),
    }),
    addresses: own("IPAddress", "DhcpIPAddress").map((address, at) => inPrefixForm(address, masks[at] ?? "")),
    gateways: own("DefaultGateway", "DhcpDefaultGateway"),
    dns: byHand.length > 0 ? byHand : own("NameServer", "DhcpNameServer"),
    ...(dhcp === undefined ? {} : { dhcp }),
  };
}
