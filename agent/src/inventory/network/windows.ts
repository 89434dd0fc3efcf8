// Network interfaces of a Windows machine: adapters by WMI, or by the registry, which knows their settings but no hardware address.
import type { NetworkInterface, NetworkSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";
import { inPrefixForm, inReadingOrder, interfaceKind } from "./windows-kinds.ts";
import { registryInterfaces } from "./windows-registry.ts";

export async function readWindows(machine: Machine): Promise<NetworkSection> {
  const known = await wmiIfAny(machine);
  const answered = wmiInterfaces(known);
  return { interfaces: answered.length > 0 ? answered : registryInterfaces(await registry(machine)) };
}

const CONNECTED = 2;
const BITS_PER_MEGABIT = 1_000_000;
/** What adapters that do not know their speed say: 2^63 - 1. */
const NO_SPEED = 9e18;

/** Adapters that have an address of their own and belong to a connection that people see, sorted by name. */
export function wmiInterfaces(known: Wmi): NetworkInterface[] {
  const configurations = known.optional("Win32_NetworkAdapterConfiguration");
  const adapters = known.optional("Win32_NetworkAdapter");
  const modern = new Map(known.optional("MSFT_NetAdapter").map((adapter) => [adapter.text("InterfaceGuid").toLowerCase(), adapter]));
  return inReadingOrder(
    configurations
      .filter((configuration) => configuration.text("MACAddress") !== "")
      .flatMap((configuration) => {
        const id = configuration.text("SettingID").toLowerCase();
        const index = configuration.text("Index");
        const adapter = adapters.find(
          (other) => (id !== "" && other.text("GUID").toLowerCase() === id) || (index !== "" && other.text("Index") === index),
        );
        // Adapters without a connection are those that Windows keeps for itself (WAN miniports, Wi-Fi Direct).
        if (!configuration.flag("IPEnabled") && !adapter?.text("NetConnectionID")) return [];
        return [oneInterface(configuration, adapter, modern.get(id))];
      }),
  );
}

function oneInterface(configuration: WmiObject, adapter: WmiObject | undefined, modern: WmiObject | undefined): NetworkInterface {
  const description = clean(adapter?.text("Name")) || clean(configuration.text("Description"));
  const masks = configuration.list("IPSubnet");
  const addresses = configuration.list("IPAddress").map((address, at) => inPrefixForm(address, masks[at] ?? ""));
  const dhcp = configuration.flag("DHCPEnabled");
  const enabled = configuration.flag("IPEnabled");
  const status = adapter?.number("NetConnectionStatus");
  const up = status === undefined ? enabled || undefined : status === CONNECTED;
  const speed = modern?.number("ReceiveLinkSpeed") ?? adapter?.number("Speed");
  return {
    name: clean(adapter?.text("NetConnectionID")) || description,
    description,
    mac: configuration.text("MACAddress").toLowerCase().replaceAll("-", ":"),
    kind: interfaceKind({
      description,
      plugAndPlay: adapter?.text("PNPDeviceID") ?? "",
      type: modern?.number("InterfaceType"),
      medium: modern?.number("NdisPhysicalMedium"),
    }),
    addresses: [...addresses.filter((address) => !address.includes(":")), ...addresses.filter((address) => address.includes(":"))],
    gateways: configuration.list("DefaultIPGateway"),
    dns: configuration.list("DNSServerSearchOrder"),
    ...(dhcp === undefined ? {} : { dhcp }),
    ...(up === undefined ? {} : { up }),
    ...(up && speed && speed < NO_SPEED ? { speedMbps: Math.round(speed / BITS_PER_MEGABIT) } : {}),
  };
}
