// Linux: sound controllers of the PCI bus, and the cards of ALSA that are not on it (USB, boards without PCI).
import type { AudioDevice, AudioSection } from "@vigia/protocol";
import { readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { pciDevices } from "../sources/pci.ts";
import { clean } from "../text.ts";

/** Multimedia audio controllers and HD Audio; 0400 is video. */
const SOUND_CLASSES = ["0401", "0403"];

export async function readLinux(machine: Machine): Promise<AudioSection> {
  const controllers = (await Promise.all(SOUND_CLASSES.map((prefix) => pciDevices(machine, prefix)))).flat();
  const onBus = controllers.map(({ name, vendor }) => ({ name, manufacturer: vendor }));
  const cards = parseAsoundCards((await readOptional(machine.host, "/proc/asound/cards")) ?? "");
  const others = cards.filter(({ usb }) => usb || onBus.length === 0).map(({ name }) => ({ name, manufacturer: "" }));
  const key = ({ name, manufacturer }: AudioDevice) => `${name}|${manufacturer}`;
  return { devices: [...onBus, ...others].toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** Two lines a card: " 1 [Headset        ]: USB-Audio - Logitech USB Headset", then where it sits. */
function parseAsoundCards(text: string): { name: string; usb: boolean }[] {
  return [...text.matchAll(/^\s*\d+ \[[^\]]*\]: (\S+) - (.+)$/gm)].map(([, driver, name]) => ({
    name: clean(name),
    usb: driver === "USB-Audio",
  }));
}
