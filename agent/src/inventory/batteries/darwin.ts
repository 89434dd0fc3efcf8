// macOS: the battery from the profile. It tells its capacity in mAh without the voltage that belongs to it, so none is stated.
import type { BatteriesSection, Battery } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { dict, positive, text } from "../sources/plist.ts";
import { type Profile, readProfile } from "../sources/profiler.ts";
import { clean, maker, serial } from "../text.ts";

export async function readDarwin(machine: Machine): Promise<BatteriesSection> {
  return { batteries: batteriesOf(await readProfile(machine)) };
}

/** In the profile's order. */
function batteriesOf(profile: Profile): Battery[] {
  return profile.items("SPPowerDataType").flatMap((item) => {
    const model = dict(item["sppower_battery_model_info"]);
    const cycles = positive(dict(item["sppower_battery_health_info"]), "sppower_battery_cycle_count");
    if (Object.keys(model).length === 0) return [];
    return [
      {
        name: clean(text(model, "sppower_battery_device_name")),
        manufacturer: maker(text(model, "sppower_battery_manufacturer")),
        serial: serial(text(model, "sppower_battery_serial_number")),
        ...(cycles === undefined ? {} : { cycles }),
      },
    ];
  });
}
