// Printers of a Windows machine: by WMI, or those that all users share by the registry.
import type { Printer, PrintersSection } from "@vigia/protocol";
import type { Machine } from "../reader.ts";
import type { Registry } from "../sources/registry.ts";
import { KEYS, registry } from "../sources/registry-keys.ts";
import { wmiIfAny } from "../sources/wmi.ts";
import type { WmiObject } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";

export async function readWindows(machine: Machine): Promise<PrintersSection> {
  const [known, keys] = await Promise.all([wmiIfAny(machine), registry(machine)]);
  const answered = wmiPrinters(known.optional("Win32_Printer"));
  return { printers: answered.length > 0 ? answered : registryPrinters(keys) };
}

/** Sorted by name. */
export function wmiPrinters(objects: readonly WmiObject[]): Printer[] {
  return byName(
    objects.map((object) => {
      const shared = object.flag("Shared");
      return {
        name: clean(object.text("Name")),
        port: clean(object.text("PortName")),
        driver: clean(object.text("DriverName")),
        default: object.flag("Default") ?? false,
        ...(shared === undefined ? {} : { shared }),
      };
    }),
  );
}

const PRINTER_ATTRIBUTE_SHARED = 8;

/** Sorted by name. Which one is the default is a user's matter and not known here. */
function registryPrinters(keys: Registry): Printer[] {
  return byName(
    keys.below(KEYS.printers).map((key) => {
      const attributes = key.number("Attributes");
      return {
        name: clean(key.text("Name")) || clean(key.name),
        port: clean(key.text("Port")),
        driver: clean(key.text("Printer Driver")),
        ...(attributes === undefined ? {} : { shared: (attributes & PRINTER_ATTRIBUTE_SHARED) !== 0 }),
      };
    }),
  );
}

function byName(printers: readonly Printer[]): Printer[] {
  return printers.filter(({ name }) => name !== "").toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}
