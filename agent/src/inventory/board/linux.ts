// Linux: board and firmware by sysfs, Secure Boot by the firmware's variable, the TPM by its driver.
import type { BoardSection } from "@vigia/protocol";
import { isAbsent, listOptional, readOptional } from "../../host/host.ts";
import type { Machine } from "../reader.ts";
import { dmiFact } from "../sources/dmi.ts";
import { clean, isoDate, maker, serial } from "../text.ts";

const SECURE_BOOT = "/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";

export async function readLinux(machine: Machine): Promise<BoardSection> {
  const { host } = machine;
  const [vendor, name, number, biosVendor, biosVersion, biosDate, tpm] = await Promise.all([
    dmiFact(machine, "board_vendor"),
    dmiFact(machine, "board_name"),
    dmiFact(machine, "board_serial"),
    dmiFact(machine, "bios_vendor"),
    dmiFact(machine, "bios_version"),
    dmiFact(machine, "bios_date"),
    readTpm(machine),
  ]);
  const efi = (await listOptional(host, "/sys/firmware/efi")).length > 0;
  const secure = efi ? await readSecureBoot(machine) : undefined;
  return {
    manufacturer: maker(vendor),
    model: maker(name),
    serial: serial(number),
    firmwareVendor: maker(biosVendor),
    firmwareVersion: clean(biosVersion),
    firmwareDate: isoDate(clean(biosDate)),
    // Without SMBIOS (containers, ARM boards) a missing folder says nothing.
    ...(efi || biosVendor !== undefined ? { uefi: efi } : {}),
    ...(secure === undefined ? {} : { secureBoot: secure }),
    tpmVersion: tpm,
  };
}

/** Four bytes of attributes, then 1 or 0. */
async function readSecureBoot({ host }: Machine): Promise<boolean | undefined> {
  try {
    const state = (await host.readBytes(SECURE_BOOT))[4];
    return state === undefined ? undefined : state === 1;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function readTpm({ host }: Machine): Promise<string> {
  const chips = await listOptional(host, "/sys/class/tpm");
  if (!chips.includes("tpm0")) return "";
  const major = clean(await readOptional(host, "/sys/class/tpm/tpm0/tpm_version_major"));
  if (major !== "") return major === "1" ? "1.2" : `${major}.0`;
  // Kernels before 5.6 do not tell; the driver of 1.2 has this file, that of 2.0 has not.
  return (await readOptional(host, "/sys/class/tpm/tpm0/device/caps")) === undefined ? "2.0" : "1.2";
}
