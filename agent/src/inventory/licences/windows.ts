// Licences of Windows and Office: what the licensing service answers, or the keys that stand in the registry, of which never more than
// the last five characters leave this file.
import type { Licence, LicencesSection } from "@vigia/protocol";
import { windowsName } from "../os/windows.ts";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { type Wmi, wmiIfAny } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";
import { lastFiveOfKey } from "./product-key.ts";

export async function readWindows(machine: Machine): Promise<LicencesSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  const answered = wmiLicences(known, keys);
  return { licences: answered.length > 0 ? answered : registryLicences(keys) };
}

const WINDOWS = "55c92734-d682-4d71-983e-d6ec3f16059f";
/** LicenseStatus; 5 is "notification": the desktop is black and says so. */
const STATUSES: Readonly<Record<number, string>> = {
  0: "unlicensed",
  1: "licensed",
  2: "grace",
  3: "grace",
  4: "grace",
  5: "unlicensed",
  6: "grace",
};
/** Words of the description ("Windows(R) Operating System, OEM_DM channel"), the narrower first. */
const CHANNELS: readonly [RegExp, string][] = [
  [/VOLUME_KMS/i, "volume-kms"],
  [/VOLUME_MAK|RETAIL\(MAK\)/i, "volume-mak"],
  [/SUB(?:SCRIPTION)?\b/i, "subscription"],
  [/TIMEBASED|EVAL|TRIAL|GRACE/i, "trial"],
  [/\bOEM/i, "oem"],
  [/RETAIL/i, "retail"],
];

/** Products that have a key, Windows first. */
function wmiLicences(known: Wmi, keys: Registry): Licence[] {
  const objects = [...known.optional("SoftwareLicensingProduct"), ...known.optional("OfficeSoftwareProtectionProduct")];
  const isWindows = (object: WmiObject) => object.text("ApplicationID").toLowerCase() === WINDOWS;
  const order = (object: WmiObject) => `${isWindows(object) ? 0 : 1}${object.text("Name")}${object.text("PartialProductKey")}`;
  return objects
    .filter((object) => object.text("PartialProductKey") !== "")
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((object) => {
      const told = `${object.text("ProductKeyChannel")} ${object.text("Description")}`.replace(/:/g, "_");
      return {
        product: (isWindows(object) && windowsProduct(keys)) || officeProduct(object.text("Name")),
        channel: CHANNELS.find(([pattern]) => pattern.test(told))?.[1] ?? "other",
        status: STATUSES[object.number("LicenseStatus") ?? -1] ?? "unknown",
        lastFive: clean(object.text("PartialProductKey")).slice(-5),
      };
    });
}

/** Keys of Windows and of the Offices whose registration names one. What they are worth is not known. */
export function registryLicences(keys: Registry): Licence[] {
  const nt = keys.key(KEYS.nt);
  const windows = nt && { product: windowsProduct(keys), lastFive: lastFiveOfKey(nt.bytes("DigitalProductId")) };
  const offices = KEYS.offices
    .flatMap((path) => keys.below(path))
    .map((key) => ({
      product: clean(key.text("ProductName")) || clean(key.text("ConvertToEdition")) || "Microsoft Office",
      lastFive: lastFiveOfKey(key.bytes("DigitalProductID")),
    }));
  return [...(windows ? [windows] : []), ...offices]
    .filter(({ lastFive }) => lastFive !== "")
    .map((licence) => ({ ...licence, channel: "other", status: "unknown" }));
}

function windowsProduct(keys: Registry): string {
  const nt = keys.key(KEYS.nt);
  return windowsName(nt?.text("ProductName") ?? "", Number(nt?.text("CurrentBuild") || 0), nt?.text("InstallationType") ?? "").replace(
    /^Microsoft /,
    "",
  );
}

/** "Office 16, Office16ProPlusVL_MAK edition" says its edition in its second half. */
function officeProduct(name: string): string {
  return clean(name.replace(/^Office \d+, (.*?)(?: edition)?$/, "$1"));
}
