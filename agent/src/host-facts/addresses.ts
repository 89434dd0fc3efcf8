// Which of a machine's addresses are worth showing.
import type { InterfaceAddress } from "../host/host.ts";

const MOST = 32;
/** Interfaces that container engines and hypervisors make for their guests: their addresses are the same on every such machine. */
const FOR_GUESTS =
  /^(docker|br-[0-9a-f]{12}|veth|virbr|vnet|cni|cali|flannel|lxcbr|lxdbr|podman|kube-|vEthernet \((?:nat|WSL|Default Switch))/;

/** Whether an interface is one that container engines and hypervisors make for their guests. */
export function isForGuests(name: string): boolean {
  return FOR_GUESTS.test(name);
}

/** Addresses that mean nothing beyond the cable: 169.254.0.0/16 and fe80::/10. */
export function isLinkLocal(address: string): boolean {
  return address.startsWith("169.254.") || /^fe[89ab]/i.test(address);
}

/** The addresses by which others reach this machine, IPv4 first, in the system's order, at most 32. */
export function ownAddresses(all: readonly InterfaceAddress[]): string[] {
  const own = all.filter((entry) => !entry.internal && !isForGuests(entry.interface) && !isLinkLocal(entry.address));
  const of = (family: InterfaceAddress["family"]) => own.filter((entry) => entry.family === family).map((entry) => entry.address);
  return [...new Set([...of("IPv4"), ...of("IPv6")])].slice(0, MOST);
}
