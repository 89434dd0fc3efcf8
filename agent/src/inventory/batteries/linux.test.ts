// Written in the format of the kernel's sysfs-class-power.
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";

/** The files of one supply. */
function supply(name: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`/sys/class/power_supply/${name}/${key}`, `${value}\n`]));
}

test("batteries are the machine's own, in mWh whichever unit they count in", async () => {
  const files = {
    ...supply("AC", { type: "Mains", online: "1" }),
    ...supply("BAT0", {
      type: "Battery",
      present: "1",
      model_name: "DELL XDY9K16",
      manufacturer: "SMP-COS3.66",
      serial_number: " 3829 ",
      technology: "Li-poly",
      energy_full_design: "54000000",
      energy_full: "47638000",
      cycle_count: "0",
    }),
    ...supply("BAT1", {
      type: "Battery",
      technology: "Unknown",
      charge_full_design: "5000000",
      charge_full: "4000000",
      voltage_min_design: "11400000",
      cycle_count: "77",
    }),
    ...supply("BAT2", { type: "Battery", present: "0" }),
    ...supply("hidpp_battery_0", { type: "Battery", scope: "Device", model_name: "Mouse" }),
  };
  expect(await readLinux(fixtureMachine({ files }))).toEqual({
    batteries: [
      { name: "DELL XDY9K16", manufacturer: "SMP-COS3.66", serial: "3829", chemistry: "Li-poly", designMwh: 54_000, fullMwh: 47_600 },
      { name: "BAT1", manufacturer: "", serial: "", chemistry: "", designMwh: 57_000, fullMwh: 45_600, cycles: 77 },
    ],
  });
});
