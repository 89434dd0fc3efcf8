// macOS: firmware and its boot policy. Apple names its boards by nothing that people would know.
import type { BoardSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import { text } from "../sources/plist.ts";
import { readProfile } from "../sources/profiler.ts";
import { clean } from "../text.ts";

/** As the security chip or Apple's own processor states its policy; other languages' words are not known. */
const SECURE_BOOT: ReadonlyMap<string, boolean> = new Map([
  ["Full Security", true],
  ["Medium Security", true],
  ["Reduced Security", true],
  ["Permissive Security", false],
  ["No Security", false],
]);

export async function readDarwin(machine: Machine): Promise<BoardSection> {
  const profile = await readProfile(machine);
  const [hardware = {}] = profile.items("SPHardwareDataType");
  const policy = profile.items("SPiBridgeDataType").map((item) => SECURE_BOOT.get(text(item, "ibridge_secure_boot")));
  const secureBoot = policy.find((value) => value !== undefined);
  return {
    manufacturer: "Apple Inc.",
    model: clean(text(hardware, "machine_model")),
    firmwareVendor: "Apple Inc.",
    firmwareVersion: clean(text(hardware, "system_firmware_version", "boot_rom_version")),
    ...(secureBoot === undefined ? {} : { secureBoot }),
  };
}
