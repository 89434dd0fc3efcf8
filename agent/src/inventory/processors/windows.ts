// Processors of a Windows machine: by WMI, or by the registry, which knows logical processors only.
import type { Processor, ProcessorsSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { wmiIfAny } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean, maker } from "../text.ts";

export async function readWindows(machine: Machine): Promise<ProcessorsSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  const answered = wmiProcessors(known.optional("Win32_Processor"), keys);
  return { processors: answered.length > 0 ? answered : registryProcessors(keys) };
}

const MAKERS: Readonly<Record<string, string>> = { GenuineIntel: "Intel", AuthenticAMD: "AMD", CentaurHauls: "VIA" };

/** One a socket. Systems before 2008 answer once for each logical processor and name no cores: those of one socket become one. */
export function wmiProcessors(objects: readonly WmiObject[], keys: Registry): Processor[] {
  const sockets = new Map<string, Processor[]>();
  for (const object of objects) {
    const cores = object.number("NumberOfCores");
    const threads = object.number("NumberOfLogicalProcessors");
    const socket = clean(object.text("SocketDesignation"));
    // Old systems name a processor by its family; its own name is in the registry.
    const own = keys.text(`${KEYS.processors}\\${object.text("DeviceID").replace(/\D/g, "")}`, "ProcessorNameString");
    const mhz = object.number("MaxClockSpeed");
    const processor: Processor = {
      manufacturer: processorMaker(object.text("Manufacturer")),
      model: clean(own) || clean(object.text("Name")),
      ...(cores ? { cores } : {}),
      ...(threads ? { threads } : {}),
      ...(mhz ? { maxMhz: mhz } : {}),
      socket,
    };
    const key = cores === undefined && socket !== "" ? socket : `${sockets.size} alone`;
    sockets.set(key, [...(sockets.get(key) ?? []), processor]);
  }
  return [...sockets.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : { ...first, threads: others.length + 1 }],
  );
}

/** The registry has a key for each logical processor: those with one name are taken for one processor. */
export function registryProcessors(keys: Registry): Processor[] {
  const byName = new Map<string, Processor>();
  for (const key of keys.below(KEYS.processors)) {
    const model = clean(key.text("ProcessorNameString")) || clean(key.text("Identifier"));
    const known = byName.get(model);
    const mhz = key.number("~MHz");
    byName.set(model, {
      manufacturer: processorMaker(key.text("VendorIdentifier")),
      model,
      threads: (known?.threads ?? 0) + 1,
      ...(mhz ? { maxMhz: known?.maxMhz ?? mhz } : {}),
    });
  }
  return [...byName.values()];
}

function processorMaker(text: string): string {
  const named = maker(text);
  return MAKERS[named] ?? named;
}
