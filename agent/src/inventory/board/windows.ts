// Motherboard and firmware of a Windows machine.
import type { BoardSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import { isoDate, maker, serial } from "../text.ts";

export async function readWindows(machine: Machine): Promise<BoardSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  return windowsBoard(known, keys);
}

const BIOS = 1;
const UEFI = 2;

/** The section from what WMI answered, or from the registry's copy of the firmware's tables. */
function windowsBoard(known: Wmi, keys: Registry): BoardSection {
  const [board] = known.optional("Win32_BaseBoard");
  const [bios] = known.optional("Win32_BIOS");
  const [tpm] = known.optional("Win32_Tpm");
  const firmware = keys.key(KEYS.firmware);
  const type = keys.key(KEYS.control)?.number("PEFirmwareType");
  const secure = keys.key(KEYS.secureBoot)?.number("UEFISecureBootEnabled");
  return {
    manufacturer: maker(board?.text("Manufacturer")) || maker(firmware?.text("BaseBoardManufacturer")),
    model: maker(board?.text("Product")) || maker(firmware?.text("BaseBoardProduct")),
    serial: serial(board?.text("SerialNumber")),
    firmwareVendor: maker(bios?.text("Manufacturer")) || maker(firmware?.text("BIOSVendor")),
    firmwareVersion: maker(bios?.text("SMBIOSBIOSVersion")) || maker(bios?.text("Version")) || maker(firmware?.text("BIOSVersion")),
    firmwareDate: isoDate(bios?.text("ReleaseDate")) || isoDate(firmware?.text("BIOSReleaseDate")),
    // The key of Secure Boot exists only where Windows was started by UEFI.
    ...(type === UEFI || secure !== undefined ? { uefi: true } : type === BIOS ? { uefi: false } : {}),
    ...(secure !== undefined ? { secureBoot: secure === 1 } : type === BIOS ? { secureBoot: false } : {}),
    // "2.0, 0, 1.38": specification, level, revision.
    tpmVersion: (tpm?.text("SpecVersion") ?? "").split(",")[0]?.trim() ?? "",
  };
}
