// Batteries of a Windows machine, by WMI: what the battery's own controller says where it answers, else what Windows made of it.
import type { BatteriesSection, Battery } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { type Wmi, wmi } from "../sources/wmi.ts";
import { clean, maker, serial } from "../text.ts";

export async function readWindows(machine: Machine): Promise<BatteriesSection> {
  return { batteries: windowsBatteries(await wmi(machine)) };
}

/** Win32_Battery, Chemistry. */
const CHEMISTRIES: Readonly<Record<number, string>> = { 3: "Lead acid", 4: "NiCd", 5: "NiMH", 6: "Li-ion", 7: "Zinc air", 8: "Li-poly" };

/** In Windows' order. A battery that is the only one is the only one in every class; several are told apart by instance. */
function windowsBatteries(known: Wmi): Battery[] {
  const plain = known.optional("Win32_Battery");
  const details = known.optional("BatteryStaticData");
  const chemistry = CHEMISTRIES[plain[0]?.number("Chemistry") ?? 0] ?? "";
  if (details.length === 0)
    return plain.map((battery) => ({ name: clean(battery.text("Name")), chemistry: CHEMISTRIES[battery.number("Chemistry") ?? 0] ?? "" }));
  return details.map((battery): Battery => {
    const instance = battery.text("InstanceName");
    const of = (name: "BatteryFullChargedCapacity" | "BatteryCycleCount", property: string) =>
      known
        .optional(name)
        .find((object) => object.text("InstanceName") === instance)
        ?.number(property);
    const design = battery.number("DesignedCapacity");
    const full = of("BatteryFullChargedCapacity", "FullChargedCapacity");
    const cycles = of("BatteryCycleCount", "CycleCount");
    return {
      name: clean(battery.text("DeviceName")),
      manufacturer: maker(battery.text("ManufactureName")),
      serial: serial(battery.text("SerialNumber")),
      chemistry: details.length === plain.length ? chemistry : "",
      ...(design ? { designMwh: design } : {}),
      ...(full ? { fullMwh: full } : {}),
      ...(cycles ? { cycles } : {}),
    };
  });
}
