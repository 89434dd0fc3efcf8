// /proc/cpuinfo of every architecture: which packages there are, and how many processors each holds.
import type { Processor } from "@vigia/protocol";
import { parseCpuinfo } from "../../host-facts/linux.ts";
import { clean } from "../text.ts";

const MAKERS: { readonly [vendor: string]: string } = {
  GenuineIntel: "Intel",
  AuthenticAMD: "AMD",
  HygonGenuine: "Hygon",
  CentaurHauls: "VIA",
  Shanghai: "Zhaoxin",
  GenuineTMx86: "Transmeta",
  "0x41": "ARM",
  "0x42": "Broadcom",
  "0x43": "Cavium",
  "0x48": "HiSilicon",
  "0x4e": "Nvidia",
  "0x50": "Ampere",
  "0x51": "Qualcomm",
  "0x53": "Samsung",
  "0x61": "Apple",
  "0xc0": "Ampere",
};

/** One processor a package, in order of their numbers; where the text names no packages, all belong to one. */
export function parseProcessors(text: string): Processor[] {
  const packages = new Map<string, Map<string, string>[]>();
  for (const block of text.split(/\n\s*\n/)) {
    const fields = fieldsOf(block);
    if (!/^\d+$/.test(fields.get("processor") ?? "")) continue;
    const id = fields.get("physical id") ?? "";
    packages.set(id, [...(packages.get(id) ?? []), fields]);
  }
  return [...packages]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, logical]) => {
      const first = logical[0] ?? new Map<string, string>();
      const model = clean(parseCpuinfo(blockOf(first)) ?? parseCpuinfo(text));
      const vendor = first.get("vendor_id") ?? first.get("CPU implementer") ?? "";
      const cores = Number(first.get("cpu cores") ?? 0);
      const stated = /@\s*([\d.]+)\s*GHz/i.exec(model)?.[1];
      return {
        manufacturer: MAKERS[vendor] ?? (/^(Intel|AMD)\b/.exec(model)?.[1] || ""),
        model,
        threads: logical.length,
        ...(cores > 0 ? { cores: Math.min(cores, logical.length) } : {}),
        ...(stated === undefined ? {} : { maxMhz: Math.round(Number(stated) * 1000) }),
      };
    });
}

function fieldsOf(block: string): Map<string, string> {
  return new Map([...block.matchAll(/^([^:\n]+?)[ \t]*:[ \t]?(.*)$/gm)].map(([, name = "", value = ""]) => [name, value.trimEnd()]));
}

function blockOf(fields: ReadonlyMap<string, string>): string {
  return [...fields].map(([name, value]) => `${name} : ${value}`).join("\n");
}
