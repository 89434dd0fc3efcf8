// What the firmware of a Linux machine says of it: single facts from sysfs, which anybody may read, and the whole table for root.
import { execOptional, isAbsent, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { type DmiStructure, parseDmidecode } from "./dmi-text.ts";
import { parseSmbios } from "./smbios.ts";

/** One fact of /sys/class/dmi/id, e.g. "sys_vendor"; undefined where there is none or only root may read it. */
export async function dmiFact(machine: Machine, name: string): Promise<string | undefined> {
  return machine.once(`dmi:${name}`, () => readOptional(machine.host, `/sys/class/dmi/id/${name}`));
}

/** The table's structures; undefined where the machine has no such table or only root may read it. */
export async function dmiTable(machine: Machine): Promise<readonly DmiStructure[] | undefined> {
  return machine.once("dmi-table", () => readTable(machine));
}

async function readTable({ host, signal }: Machine): Promise<DmiStructure[] | undefined> {
  try {
    return parseSmbios(await host.readBytes("/sys/firmware/dmi/tables/DMI"));
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  // Kernels before 4.2 have no such file. Without a table in the firmware dmidecode fails.
  try {
    const text = await execOptional(host, "dmidecode", [], signal);
    return text === undefined ? undefined : parseDmidecode(text);
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
