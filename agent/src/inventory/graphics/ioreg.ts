// Monitors in what `ioreg` prints of macOS' frame buffers: their EDID on Intel Macs, what the system made of it on Apple's own processors.
import type { Monitor } from "@vigia/protocol";
import { clean, serial } from "../text.ts";
import { parseEdid } from "./edid.ts";
import { MONITOR_MAKERS } from "./monitor-makers.ts";

const MM_PER_INCH = 25.4;
const MM_PER_CM = 10;

/** Monitors in the text's order. Panels that are built in tell no name here. */
export function parseIoregMonitors(text: string): Monitor[] {
  const edids = [...text.matchAll(/"IODisplayEDID" = <([0-9a-f]+)>/g)].flatMap(([, hex = ""]) => {
    const monitor = parseEdid(Buffer.from(hex, "hex"));
    return monitor === undefined ? [] : [monitor];
  });
  const attributes = [...text.matchAll(/"DisplayAttributes" = (\{.*\})\s*$/gm)].flatMap(([, shown = ""]) => {
    const monitor = monitorOf(shown);
    return monitor === undefined ? [] : [monitor];
  });
  return [...edids, ...attributes];
}

function monitorOf(shown: string): Monitor | undefined {
  const said = (key: string) => new RegExp(`"${key}"="([^"]*)"`).exec(shown)?.[1] ?? "";
  const counted = (key: string) => Number(new RegExp(`"${key}"=(\\d+)`).exec(shown)?.[1] ?? 0);
  const name = clean(said("ProductName"));
  if (name === "") return undefined;
  const letters = clean(said("ManufacturerID"));
  const [year, width, height] = [
    counted("YearOfManufacture"),
    counted("NativeFormatHorizontalPixels"),
    counted("NativeFormatVerticalPixels"),
  ];
  const diagonal = Math.hypot(counted("MaxHorizontalImageSize"), counted("MaxVerticalImageSize")) * MM_PER_CM;
  return {
    name,
    manufacturer: MONITOR_MAKERS.get(letters) ?? (/^[A-Z]{3}$/.test(letters) ? letters : ""),
    serial: serial(said("AlphanumericSerialNumber")) || (counted("SerialNumber") > 1 ? String(counted("SerialNumber")) : ""),
    ...(year > 0 ? { year } : {}),
    ...(width > 0 && height > 0 ? { width, height } : {}),
    ...(diagonal > 0 ? { tenthsOfInch: Math.round((diagonal / MM_PER_INCH) * 10) } : {}),
  };
}
