// Linux: /sys/class/power_supply. Batteries of mice and phones, which the kernel marks as a device's, are not the machine's.
import type { BatteriesSection, Battery } from "@vigia/protocol";
import { type Host, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { clean, maker, serial } from "../text.ts";

const SUPPLIES = "/sys/class/power_supply";
/** Capacity when full is measured anew at each charge: what is less than this is no change. mWh. */
const STEP = 100;

export async function readLinux({ host }: Machine): Promise<BatteriesSection> {
  const batteries: Battery[] = [];
  for (const name of await listOptional(host, SUPPLIES)) {
    const text = await properties(host, `${SUPPLIES}/${name}`);
    if (text("type") !== "Battery" || text("scope") === "Device" || text("present") === "0") continue;
    const design = capacity(text, "full_design");
    const full = capacity(text, "full");
    const cycles = Number(text("cycle_count"));
    batteries.push({
      name: clean(text("model_name")) || clean(name),
      manufacturer: maker(text("manufacturer")),
      serial: serial(text("serial_number")),
      chemistry: text("technology") === "Unknown" ? "" : clean(text("technology")),
      ...(design > 0 ? { designMwh: design } : {}),
      ...(full > 0 ? { fullMwh: Math.round(full / STEP) * STEP } : {}),
      // 0 is what firmware says that does not count.
      ...(cycles > 0 ? { cycles } : {}),
    });
  }
  return { batteries };
}

type Property = (name: string) => string;

/** The supply's files that matter here. */
async function properties(host: Host, folder: string): Promise<Property> {
  const names = ["type", "scope", "present", "model_name", "manufacturer", "serial_number", "technology", "cycle_count"];
  const capacities = ["energy_full_design", "energy_full", "charge_full_design", "charge_full", "voltage_min_design"];
  const read = async (name: string) => [name, ((await readOptional(host, `${folder}/${name}`)) ?? "").trim()] as const;
  const values = new Map(await Promise.all([...names, ...capacities].map(read)));
  return (name) => values.get(name) ?? "";
}

/** mWh: of µWh, or of µAh at the battery's voltage (µV); 0 when the battery tells neither. */
function capacity(text: Property, kind: "full" | "full_design"): number {
  const energy = Number(text(`energy_${kind}`));
  if (energy > 0) return Math.round(energy / 1e3);
  return Math.round((Number(text(`charge_${kind}`)) * Number(text("voltage_min_design"))) / 1e9);
}
