// Virtual machines as libvirt keeps them: one XML file a domain, the same as `virsh dumpxml` prints; of running ones a second, wrapped in
// their state.
import type { Guest } from "@vigia/protocol";
import { clean } from "../text.ts";

const HYPERVISORS: ReadonlyMap<string, string> = new Map([
  ["kvm", "kvm"],
  ["qemu", "kvm"],
  ["lxc", "lxc"],
  ["xen", "xen"],
  ["vbox", "virtualbox"],
  ["vmware", "vmware"],
  ["parallels", "parallels"],
]);
const STATES: ReadonlyMap<string, string> = new Map([
  ["running", "running"],
  ["blocked", "running"],
  ["paused", "paused"],
  ["pmsuspended", "paused"],
  ["shutdown", "stopped"],
  ["shutoff", "stopped"],
  ["crashed", "stopped"],
]);
/** libvirt's units; without one it means KiB. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ["b", 1],
  ["bytes", 1],
  ["kb", 1e3],
  ["k", 1024],
  ["kib", 1024],
  ["mb", 1e6],
  ["m", 1024 ** 2],
  ["mib", 1024 ** 2],
  ["gb", 1e9],
  ["g", 1024 ** 3],
  ["gib", 1024 ** 3],
]);

/** The domain in `xml`, stopped unless its state is told with it; undefined when there is none. */
export function parseDomain(xml: string): Guest | undefined {
  const domain = /<domain\s[^>]*?type=['"](\w+)['"]/.exec(xml);
  if (domain === null) return undefined;
  // Names inside devices come later: the domain's own stands first.
  const inner = xml.slice(domain.index);
  const name = element(inner, "name")?.text;
  if (name === undefined) return undefined;
  const state = /<domstatus\s[^>]*?state=['"](\w+)['"]/.exec(xml)?.[1];
  const memory = element(inner, "memory");
  const unit = /unit=['"](\w+)['"]/.exec(memory?.attributes ?? "")?.[1] ?? "KiB";
  const bytes = Number(memory?.text) * (UNITS.get(unit.toLowerCase()) ?? Number.NaN);
  const processors = Number(element(inner, "vcpu")?.text);
  return {
    name: clean(name.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")),
    uuid: clean(element(inner, "uuid")?.text).toLowerCase(),
    state: state === undefined ? "stopped" : (STATES.get(state) ?? "other"),
    hypervisor: HYPERVISORS.get(domain[1] ?? "") ?? clean(domain[1]),
    ...(bytes > 0 ? { memoryBytes: bytes } : {}),
    ...(processors > 0 ? { processors } : {}),
  };
}

function element(xml: string, name: string): { attributes: string; text: string } | undefined {
  const [, attributes = "", text] = new RegExp(`<${name}(\\s[^>]*)?>\\s*([^<]*?)\\s*</${name}>`).exec(xml) ?? [];
  return text === undefined ? undefined : { attributes, text };
}
