// What Windows' network adapters are, how their masks read as prefixes, and their order.
import type { NetworkInterface } from "@vigia/protocol";

export interface AdapterTraits {
  readonly description: string;
  readonly plugAndPlay: string;
  /** As IANA numbers kinds of interfaces (ifType). */
  readonly type?: number | undefined;
  /** NDIS_PHYSICAL_MEDIUM. */
  readonly medium?: number | undefined;
}

const IF_TYPES: Readonly<Record<number, string>> = { 6: "ethernet", 23: "tunnel", 71: "wifi", 131: "tunnel", 243: "mobile", 244: "mobile" };
const NATIVE_WIFI = 9;
const WIFI = 1;
const BLUETOOTH = 10;
const MOBILE = 8;

/** The kind of the protocol's NetworkInterface. */
export function interfaceKind({ description, plugAndPlay, type, medium }: AdapterTraits): string {
  if (/network bridge|mac bridge|multiplexor|team/i.test(description)) return /bridge/i.test(description) ? "bridge" : "bond";
  if (medium === NATIVE_WIFI || medium === WIFI || /\bwi-?fi\b|wireless|802\.11|wlan/i.test(description)) return "wifi";
  if (/\btap-|\btun\b|vpn|wireguard|wintun|fortinet|anyconnect|juniper|sonicwall|pangp/i.test(description)) return "tunnel";
  if (medium === BLUETOOTH || /bluetooth/i.test(description)) return "other";
  if (medium === MOBILE || /mobile broadband|wwan|\blte\b/i.test(description)) return "mobile";
  if (/hyper-v virtual|virtualbox|vmware virtual|virtual adapter|loopback/i.test(description)) return "virtual";
  // Drivers without a device (ROOT\) are programs; Hyper-V's own in a guest (VMBUS\) is that machine's network card.
  if (/^root\\/i.test(plugAndPlay)) return "virtual";
  return type === undefined ? "ethernet" : (IF_TYPES[type] ?? "other");
}

/** "192.0.2.10/24" from an address and its mask ("255.255.255.0") or prefix ("64"); the address alone when the mask is none. */
export function inPrefixForm(address: string, mask: string): string {
  const plain = address.replace(/%.*$/, "");
  if (/^\d{1,3}$/.test(mask)) return `${plain}/${mask}`;
  const parts = mask.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return plain;
  const bits = parts.map((part) => part.toString(2).padStart(8, "0")).join("");
  return /^1*0*$/.test(bits) ? `${plain}/${bits.replace(/0+$/, "").length}` : plain;
}

/** Sorted by name, then by address, so that the same machine always tells the same. */
export function inReadingOrder(interfaces: readonly NetworkInterface[]): NetworkInterface[] {
  const key = ({ name, mac }: NetworkInterface) => `${name ?? ""}\u0000${mac ?? ""}`;
  return interfaces.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
