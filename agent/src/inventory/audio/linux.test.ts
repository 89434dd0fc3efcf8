// Written in the formats of ALSA's /proc/asound/cards and of sysfs; the names are lines of pci.ids.
import { expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { readLinux } from "./linux.ts";

const CARDS = ` 0 [PCH            ]: HDA-Intel - HDA Intel PCH
                      HDA Intel PCH at 0xa1210000 irq 145
 1 [Headset        ]: USB-Audio - Logitech USB Headset
                      Logitech Logitech USB Headset at usb-0000:00:14.0-2, full speed
`;
const IDS = `# comment
8086  Intel Corporation
# another
	9d70  Sunrise Point-LP HD Audio
		17aa 2247  ThinkPad
8087  Intel Corp.
	9d71  Something else
`;
const bus = "/sys/bus/pci/devices/0000:00:1f.3";
const DEVICE = { [`${bus}/class`]: "0x040300\n", [`${bus}/vendor`]: "0x8086\n", [`${bus}/device`]: "0x9d70\n" };

test("audio devices are those of the PCI bus by their names, and those of USB", async () => {
  const files = { ...DEVICE, "/proc/asound/cards": CARDS, "/usr/share/misc/pci.ids": IDS };
  expect(await readLinux(fixtureMachine({ files }))).toEqual({
    devices: [
      { name: "Logitech USB Headset", manufacturer: "" },
      { name: "Sunrise Point-LP HD Audio", manufacturer: "Intel Corporation" },
    ],
  });
});

test("without the list of names a device is called by its ids", async () => {
  expect(await readLinux(fixtureMachine({ files: DEVICE }))).toEqual({ devices: [{ name: "[8086:9d70]", manufacturer: "Intel" }] });
});

test("a board without PCI has the cards of ALSA", async () => {
  const { devices } = await readLinux(
    fixtureMachine({ files: { "/proc/asound/cards": " 0 [Headphones     ]: bcm2835_headpho - bcm2835 Headphones\n" } }),
  );
  expect(devices).toEqual([{ name: "bcm2835 Headphones", manufacturer: "" }]);
});
