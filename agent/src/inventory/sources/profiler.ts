// What macOS knows of itself: one run of system_profiler for all sections. Its XML form is asked for, which every macOS prints; the JSON
// of newer ones has the same keys.
import type { Machine } from "../reader.ts";
import { dicts, type PlistDict, parsePlist, text } from "./plist.ts";

const DATA_TYPES = [
  "SPHardwareDataType",
  "SPSoftwareDataType",
  "SPiBridgeDataType",
  "SPMemoryDataType",
  "SPNVMeDataType",
  "SPSerialATADataType",
  "SPUSBDataType",
  "SPCardReaderDataType",
  "SPStorageDataType",
  "SPNetworkDataType",
  "SPDisplaysDataType",
  "SPAudioDataType",
  "SPPowerDataType",
  "SPApplicationsDataType",
] as const;

/** The command line, as the tests need it too. */
export const PROFILER = { file: "/usr/sbin/system_profiler", args: ["-xml", ...DATA_TYPES] } as const;

/** What system_profiler printed. */
export interface Profile {
  /** What it lists under a data type, e.g. "SPNVMeDataType"; empty when the machine has no such thing. */
  items(dataType: (typeof DATA_TYPES)[number]): readonly PlistDict[];
}

/** Rejects when system_profiler fails. */
export function readProfile(machine: Machine): Promise<Profile> {
  return machine.once("profiler", async () => parseProfile(await machine.host.exec(PROFILER.file, PROFILER.args, machine.signal)));
}

/** A profile of the XML that system_profiler printed, for one data type or for many. */
export function parseProfile(xml: string): Profile {
  const types = dicts(parsePlist(xml));
  const byType = new Map(types.map((type) => [text(type, "_dataType"), dicts(type["_items"])]));
  return { items: (dataType) => byType.get(dataType) ?? [] };
}

/** The items and all that is below them (controllers hold devices, hubs hold hubs), each with the one it is in. */
export function nested(items: readonly PlistDict[], inside: PlistDict = {}): { item: PlistDict; inside: PlistDict }[] {
  return items.flatMap((item) => [
    { item, inside },
    ...nested(dicts(item["_items"]), item),
    // Disks on USB stand apart from the device that carries them on newer systems.
    ...nested(dicts(item["Media"]), item),
  ]);
}

/** Bytes of "16 GB" or "1,5 GB" as memory is counted, in powers of two; undefined for what is no size. */
export function memoryBytes(said: string): number | undefined {
  const [, count, unit = ""] = /^\s*(\d+(?:[.,]\d+)?)\s*([KMGT])B/.exec(said) ?? [];
  if (count === undefined) return undefined;
  const bytes = Math.round(Number(count.replace(",", ".")) * 1024 ** (["K", "M", "G", "T"].indexOf(unit) + 1));
  return bytes > 0 ? bytes : undefined;
}
